using System.Globalization;

namespace Sourceline.Statements;

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
        if (first == last) return Weekday(first);
        if (first.Day == 1 && last == first.AddMonths(1).AddDays(-1)) return $"in {Month(first)}";
        if (first is { Day: 1, Month: 1 } && last == first.AddYears(1).AddDays(-1)) return string.Create(CultureInfo.InvariantCulture, $"in {first.Year}");
        return $"between {Day(first)} and {Day(last)}";
    }
}
