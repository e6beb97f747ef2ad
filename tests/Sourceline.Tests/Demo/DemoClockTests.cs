using Sourceline.Demo;

namespace Sourceline.Tests.Demo;

public sealed class DemoClockTests
{
    private static readonly DateTimeOffset Written = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-20T12:00:00Z")]
    [InlineData("2026-11-27T11:59:59Z")]
    [InlineData("2026-11-27T12:00:00Z")]
    [InlineData("2031-02-03T04:05:06Z")]
    [InlineData("2020-01-01T00:00:00Z")]
    public void Moved_KeepsTheWeekdayAndLiesWithinAWeekOfNow(string time)
    {
        var now = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

        var moved = new DemoClock(now).Moved(Written);

        Assert.Equal(Written.DayOfWeek, moved.DayOfWeek);
        Assert.Equal(Written.TimeOfDay, moved.TimeOfDay);
        Assert.InRange(now - moved, TimeSpan.Zero, TimeSpan.FromDays(7) - TimeSpan.FromTicks(1));
    }
}
