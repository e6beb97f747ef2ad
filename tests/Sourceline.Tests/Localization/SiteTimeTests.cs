using System.Globalization;
using Microsoft.Extensions.Options;
using Sourceline.Localization;
using Sourceline.Settings;

namespace Sourceline.Tests.Localization;

public sealed class SiteTimeTests
{
    [Theory]
    [InlineData("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z")] // Midnight comes twice.
    [InlineData("America/Havana", "2026-11-02", "2026-11-02T05:00:00Z")]
    [InlineData("America/Havana", "2026-03-08", "2026-03-08T05:00:00Z")] // Midnight is skipped.
    [InlineData("America/New_York", "2026-11-01", "2026-11-01T04:00:00Z")]
    [InlineData("Asia/Kabul", "2026-11-01", "2026-10-31T19:30:00Z")]
    [InlineData("UTC", "2026-11-01", "2026-11-01T00:00:00Z")]
    public void StartOf_Day_IsItsFirstInstant(string zone, string day, string utc)
    {
        var time = new SiteTime(Options.Create(new SourcelineOptions { Site = new SiteOptions { TimeZone = zone } }));
        var date = DateOnly.Parse(day, CultureInfo.InvariantCulture);
        var start = time.StartOf(date);
        Assert.Equal(DateTimeKind.Utc, start.Kind);
        Assert.Equal(DateTime.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), start);
        Assert.Equal(date, time.Day(start));
        Assert.Equal(date.AddDays(-1), time.Day(start.AddTicks(-1)));
    }
}
