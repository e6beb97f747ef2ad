using System.Globalization;

namespace Sourceline.Formats.Text;

/// <summary>Digits of every script, such as Persian ones, as 0 to 9.</summary>
internal static class Digits
{
    public static string ToAscii(string text) =>
        text.All(c => !char.IsDigit(c) || char.IsAsciiDigit(c)) ? text : string.Concat(text.Select(ToAscii));

    private static char ToAscii(char c) => char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c;
}
