using System.Globalization;

namespace Sourceline.Localization;

/// <summary>Dates and times as readers and editors see them.</summary>
public static class DateWords
{
    /// <summary><c>19 July 2021</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Day(DateOnly)"/>
    public static string Day(DateTimeOffset local) => local.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>Saturday 17 July 2021</c>.</summary>
    public static string Weekday(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>July 2021</c>.</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary><c>1:42 pm</c>.</summary>
    public static string Time(DateTimeOffset local) => local.ToString("h:mm tt", CultureInfo.InvariantCulture).ToLowerInvariant();

    /// <summary>For the <c>datetime</c> attribute: an instant, to the minute, in the site's zone.</summary>
    public static string Machine(DateTimeOffset local) => local.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>When something was said, as far as the text tells: <c>Saturday 17 July 2021</c>, <c>in June 2021</c>, <c>between … and …</c>.</summary>
    public static string? Said(DateOnly? from, DateOnly? to)
    {
        if (from is not { } first) return null;
        var last = to ?? first;
        return first == last ? Weekday(first) : Period(first, last) is { } period ? $"in {period}" : $"between {Day(first)} and {Day(last)}";
    }

    /// <summary>What a date in the text means: <c>Saturday 17 July 2021</c>, <c>June 2021</c>, <c>1 June 2021 to 3 June 2021</c>.</summary>
    public static string Meant(DateOnly from, DateOnly to) =>
        from == to ? Weekday(from) : Period(from, to) ?? $"{Day(from)} to {Day(to)}";

    private static string? Period(DateOnly from, DateOnly to)
    {
        if (from.Day == 1 && to == from.AddMonths(1).AddDays(-1)) return Month(from);
        return from is { Day: 1, Month: 1 } && to == from.AddYears(1).AddDays(-1) ? from.Year.ToString(CultureInfo.InvariantCulture) : null;
    }
}
