using Microsoft.Extensions.Options;

namespace Sourceline.Hosting;

/// <summary>The site's own time: dates are shown, counted and read in its zone.</summary>
public sealed class SiteTime(IOptions<SourcelineOptions> options)
{
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(options.Value.Site.TimeZone);

    public DateTimeOffset Local(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(utc, TimeSpan.Zero), Zone);

    public DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc).DateTime);

    /// <summary>The instant at which a day begins here; where midnight is skipped by a clock change, the first instant after it.</summary>
    public DateTime StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(15);
        return TimeZoneInfo.ConvertTimeToUtc(midnight, Zone);
    }
}
