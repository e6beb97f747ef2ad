namespace Sourceline.Attribution.Json;

/// <summary>Turns offsets in UTF-16 code units into offsets in Unicode code points. Half of a surrogate pair counts as one.</summary>
internal sealed class CodePoints
{
    private readonly int _length;
    private readonly int[]? _lows;

    public CodePoints(string text)
    {
        _length = text.Length;
        if (text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0)
            return;
        var lows = new List<int>();
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                lows.Add(i);
        }

        _lows = [.. lows];
    }

    public int At(int unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(unit, _length);
        if (_lows is null)
            return unit;
        var at = Array.BinarySearch(_lows, unit);
        return unit - (at < 0 ? ~at : at);
    }
}
