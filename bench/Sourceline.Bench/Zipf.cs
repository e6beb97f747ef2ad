namespace Sourceline.Bench;

/// <summary>Draws ranks as words are drawn in a language: the second half as often as the first, the tenth a tenth.</summary>
internal sealed class Zipf
{
    private readonly double[] _sums;

    public Zipf(int count, double exponent = 1)
    {
        _sums = new double[count];
        var sum = 0.0;
        for (var rank = 0; rank < count; rank++)
            _sums[rank] = sum += 1 / Math.Pow(rank + 1, exponent);
    }

    /// <summary>A rank from 0 on.</summary>
    public int Draw(Random random)
    {
        var at = Array.BinarySearch(_sums, random.NextDouble() * _sums[^1]);
        return Math.Min(at < 0 ? ~at : at, _sums.Length - 1);
    }
}
