using System.Globalization;

namespace Sourceline.Formats.Text;

/// <summary>
/// Reads the dates of real feeds and pages: RFC 822 and 2822 with their usual mistakes, RFC 3339 and the W3C profile of ISO 8601,
/// C's asctime, and what pages print ("19 July 2021 1:42 pm", "۲۸ تیر ۱۴۰۰"). Culture plays no part. Dates in numbers alone are read
/// day first unless that is impossible.
/// </summary>
internal static class LooseDate
{
    /// <summary>The instant; null where the text is no date. <paramref name="zone"/> holds where the text names none.</summary>
    public static DateTimeOffset? Parse(string? text, TimeZoneInfo zone)
    {
        var written = Blank.OneLine(text);
        if (written is null || written.Length > 100) return null;
        var plain = Digits.ToAscii(written);
        var parts = IsoDate.TryRead(plain, out var iso) ? iso : WrittenDate.Read(plain);
        return (IsSolar(parts, written) ? parts!.FromSolar() : parts)?.ToInstant(zone);
    }

    /// <summary>A year of these in Arabic letters or digits is of the solar calendar of Iran and Afghanistan.</summary>
    private static bool IsSolar(DateParts? parts, string written) => parts is { Year: >= 1200 and < 1600 } && written.Any(c => c is >= '\u0600' and <= '\u06ff');
}

/// <summary>The parts of a date as they were found, not yet checked against the calendar.</summary>
internal sealed record DateParts(int Year, int Month, int Day)
{
    public int Hour { get; init; }

    public int Minute { get; init; }

    public int Second { get; init; }

    /// <summary>Ticks of 100 ns below the second.</summary>
    public long Fraction { get; init; }

    /// <summary>Null where the text names no zone.</summary>
    public TimeSpan? Offset { get; init; }

    /// <summary>The same day of the Gregorian calendar; null where there is no such day.</summary>
    public DateParts? FromSolar()
    {
        var calendar = new PersianCalendar();
        if (Month is < 1 or > 12 || Day < 1 || Day > calendar.GetDaysInMonth(Year, Month)) return null;
        var day = calendar.ToDateTime(Year, Month, Day, 0, 0, 0, 0);
        return this with { Year = day.Year, Month = day.Month, Day = day.Day };
    }

    /// <summary>Null where there is no such day or time.</summary>
    public DateTimeOffset? ToInstant(TimeZoneInfo zone)
    {
        if (Year is < 1 or > 9999 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month)) return null;
        if (Hour is < 0 or > 24 || Minute is < 0 or > 59 || Second is < 0 or > 60) return null;
        try
        {
            // ISO 8601 writes midnight at a day's end as 24:00; a leap second is kept as the second before it.
            var local = new DateTime(Year, Month, Day).AddHours(Hour).AddMinutes(Minute).AddSeconds(Math.Min(Second, 59)).AddTicks(Fraction);
            return new DateTimeOffset(local, Offset ?? zone.GetUtcOffset(local));
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
