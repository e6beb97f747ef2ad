using System.Globalization;

namespace Sourceline.Formats.Text;

/// <summary>The parts of a date as they were found, not yet checked against the calendar.</summary>
internal sealed record DateParts(int Year, int Month, int Day)
{
    /// <summary>Earlier years are how systems write that they know none: "0001-01-01".</summary>
    private const int FirstYear = 1000;

    public int Hour { get; init; }

    public int Minute { get; init; }

    public int Second { get; init; }

    /// <summary>Ticks of 100 ns below the second.</summary>
    public long Fraction { get; init; }

    /// <summary>Null where the text names no zone.</summary>
    public NamedZone? Zone { get; init; }

    /// <summary>The same day of the Gregorian calendar; null where there is no such day.</summary>
    public DateParts? FromSolar()
    {
        var calendar = new PersianCalendar();
        if (Month is < 1 or > 12 || Day < 1 || Day > calendar.GetDaysInMonth(Year, Month))
            return null;
        var day = calendar.ToDateTime(Year, Month, Day, 0, 0, 0, 0);
        return this with { Year = day.Year, Month = day.Month, Day = day.Day };
    }

    /// <summary>Null where there is no such day or time.</summary>
    public DateTimeOffset? ToInstant(TimeZoneInfo zone)
    {
        if (Year is < FirstYear or > 9999 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month))
            return null;
        if (Hour is < 0 or > 24 || Minute is < 0 or > 59 || Second is < 0 or > 60)
            return null;
        try
        {
            // ISO 8601 writes midnight at a day's end as 24:00; a leap second is kept as the second before it.
            var local = new DateTime(Year, Month, Day)
                .AddHours(Hour)
                .AddMinutes(Minute)
                .AddSeconds(Math.Min(Second, 59))
                .AddTicks(Fraction);
            return new DateTimeOffset(local, Zone?.OffsetAt(local) ?? zone.GetUtcOffset(local));
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
