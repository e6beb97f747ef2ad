using System.Globalization;

namespace Sourceline.Formats.Text;

/// <summary>
/// Reads the dates of real feeds and pages: RFC 822 and 2822 with their usual mistakes, RFC 3339 and the W3C profile of ISO 8601,
/// C's asctime, seconds since 1970, and what pages print ("19 July 2021 1:42 pm", "۲۸ تیر ۱۴۰۰", "2021年7月19日"). The machine's culture
/// plays no part. Dates in numbers alone are read day first unless that is impossible.
/// </summary>
internal static class LooseDate
{
    private const int Longest = 100;

    /// <summary>The instant; null where the text is no date, or one that systems write for "unknown".</summary>
    /// <param name="text">As the sender wrote it.</param>
    /// <param name="zone">The zone of a text that names none.</param>
    /// <param name="language">The language of the text, where known: some months' names mean different months in different languages.</param>
    public static DateTimeOffset? Parse(string? text, TimeZoneInfo zone, string? language = null)
    {
        var written = Blank.OneLine(text);
        if (written is null || written.Length > Longest)
            return null;
        var plain = Digits.ToAscii(written);
        if (FromEpoch(plain) is { } instant)
            return instant;
        var parts = IsoDate.Read(plain) ?? WrittenDate.Read(plain, language);
        var read = (IsSolar(parts, written) ? parts!.FromSolar() : parts)?.ToInstant(zone);
        return read == DateTimeOffset.UnixEpoch ? null : read;
    }

    /// <summary>Ten digits are seconds and thirteen are milliseconds since 1970: from 2001 to 2286.</summary>
    private static DateTimeOffset? FromEpoch(string text) =>
        text.Length is 10 or 13 && text[0] is >= '1' and <= '9' && text.All(char.IsAsciiDigit)
            ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture) * (text.Length == 10 ? 1000 : 1))
            : null;

    /// <summary>A year of these in Arabic letters or digits is of the solar calendar of Iran and Afghanistan.</summary>
    private static bool IsSolar(DateParts? parts, string written) =>
        parts is { Year: >= 1200 and < 1600 } && written.Any(c => c is >= '\u0600' and <= '\u06ff');
}
