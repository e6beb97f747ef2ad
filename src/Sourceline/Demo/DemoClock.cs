using System.Globalization;

namespace Sourceline.Demo;

/// <summary>Moves the demo's dates to now. By whole weeks, so that "on Saturday" in a text stays a Saturday.</summary>
/// <param name="now">The present.</param>
internal sealed class DemoClock(DateTimeOffset now)
{
    private const int DaysOfWeek = 7;

    /// <summary>The moment that the demo was written for; see README.md in this folder.</summary>
    private static readonly DateTimeOffset Anchor = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly TimeSpan _shift = TimeSpan.FromDays(DaysOfWeek * Math.Floor((now - Anchor).TotalDays / DaysOfWeek));

    public DateTimeOffset Moved(DateTimeOffset written) => written + _shift;

    /// <exception cref="FormatException">Not a date.</exception>
    public DateTimeOffset Moved(string written) =>
        Moved(DateTimeOffset.Parse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
}
