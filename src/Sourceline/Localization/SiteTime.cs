using Microsoft.Extensions.Options;
using Sourceline.Settings;

namespace Sourceline.Localization;

/// <summary>The site's own time: dates are shown, counted and read in its zone.</summary>
public sealed class SiteTime(IOptions<SourcelineOptions> options)
{
    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(options.Value.Site.TimeZone);

    public DateTimeOffset Local(DateTime utc) => TimeZoneInfo.ConvertTime(new DateTimeOffset(utc, TimeSpan.Zero), Zone);

    public DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc).DateTime);

    /// <summary>The instant at which a day begins here; where a clock change skips midnight, the first instant after it; where it comes twice, the first.</summary>
    public DateTime StartOf(DateOnly day) => Utc(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The instant of a time on the clocks here; of one that a clock change skips, the first instant after it; of one that comes twice, the first.</summary>
    public DateTime Utc(DateTime local)
    {
        var time = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        while (Zone.IsInvalidTime(time))
            time = time.AddMinutes(15);
        // The larger offset is the one before the clocks went back.
        if (Zone.IsAmbiguousTime(time))
            return new DateTimeOffset(time, Zone.GetAmbiguousTimeOffsets(time).Max()).UtcDateTime;
        return TimeZoneInfo.ConvertTimeToUtc(time, Zone);
    }
}
