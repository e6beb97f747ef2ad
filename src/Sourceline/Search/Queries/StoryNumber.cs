using System.Globalization;
using System.Text;

namespace Sourceline.Search.Queries;

/// <summary>Reads the number of a story from what was typed.</summary>
internal static class StoryNumber
{
    private const int MostDigits = 15;

    private static readonly string[] Signs = ["no.", "no", "nr.", "nr", "№", "#", "شمارهٔ", "شماره"];

    /// <summary><c>1228</c>, <c>No. 1228</c>, <c>№ ۱۲۲۸</c>: digits of any script, after a word for "number" perhaps. Null for anything else.</summary>
    public static long? Read(string typed)
    {
        var digits = typed.Trim();
        if (Signs.FirstOrDefault(sign => digits.StartsWith(sign, StringComparison.OrdinalIgnoreCase)) is { } sign)
            digits = digits[sign.Length..].TrimStart();
        if (digits.Length is 0 or > MostDigits)
            return null;
        var plain = new StringBuilder(digits.Length);
        foreach (var digit in digits)
        {
            if (!char.IsDigit(digit))
                return null;
            plain.Append(CharUnicodeInfo.GetDecimalDigitValue(digit));
        }
        return long.Parse(plain.ToString(), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
