using System.Globalization;

namespace Sourceline.Desk;

/// <summary>Reads the number of a story as editors type it, in the digits of any script.</summary>
internal static class StoryNumber
{
    private const int MostDigits = 18;

    /// <summary>The number; null where there is anything else than digits.</summary>
    public static long? Parse(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > MostDigits)
            return null;
        var number = 0L;
        foreach (var letter in text)
        {
            if (CharUnicodeInfo.GetDecimalDigitValue(letter) is not (>= 0 and var digit))
                return null;
            number = (number * 10) + digit;
        }
        return number;
    }

    /// <summary>The same, after a sign for "number": <c>No. 1228</c>, <c>№1228</c>, <c>#1228</c>.</summary>
    public static long? Find(string? typed)
    {
        var text = typed?.Trim() ?? "";
        foreach (var sign in (string[])["No.", "No", "№", "#"])
            if (text.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
                return Parse(text[sign.Length..]);
        return Parse(text);
    }
}
