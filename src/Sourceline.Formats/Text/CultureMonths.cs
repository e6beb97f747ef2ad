using System.Collections.Frozen;
using System.Globalization;

namespace Sourceline.Formats.Text;

/// <summary>The Gregorian months in the languages that .NET knows. Made at the first question, in about a tenth of a second.</summary>
internal static class CultureMonths
{
    private static readonly Lazy<FrozenDictionary<string, Month[]>> Months = new(Load);

    /// <summary>The month of these words in one language; null where there is none.</summary>
    /// <param name="words">Compared without regard to case.</param>
    /// <param name="language">Two or three lower-case letters.</param>
    public static int? NumberIn(string words, string language)
    {
        if (!Months.Value.TryGetValue(words, out var months))
            return null;
        foreach (var month in months)
            if (month.Language == language)
                return month.Number;
        return null;
    }

    /// <summary>The month of these words where all languages that have them agree; null otherwise.</summary>
    public static int? NumberOf(string words) =>
        Months.Value.TryGetValue(words, out var months) && Array.TrueForAll(months, month => month.Number == months[0].Number)
            ? months[0].Number
            : null;

    private static FrozenDictionary<string, Month[]> Load() =>
        CultureInfo
            .GetCultures(CultureTypes.NeutralCultures)
            .SelectMany(MonthsOf)
            .Where(month => IsName(month.Name))
            .GroupBy(month => month.Name, month => month.Month, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<(string Name, Month Month)> MonthsOf(CultureInfo culture)
    {
        var language = culture.TwoLetterISOLanguageName;
        if (GregorianFormat(culture) is not { } format)
            return [];
        string[][] lists =
        [
            format.MonthNames,
            format.MonthGenitiveNames,
            format.AbbreviatedMonthNames,
            format.AbbreviatedMonthGenitiveNames,
        ];
        return lists.SelectMany(names => names.Take(12).Select((name, index) => (name.TrimEnd('.'), new Month(language, index + 1))));
    }

    private static DateTimeFormatInfo? GregorianFormat(CultureInfo culture)
    {
        var format = (DateTimeFormatInfo)culture.DateTimeFormat.Clone();
        if (format.Calendar is GregorianCalendar)
            return format;
        if (culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault() is not { } gregorian)
            return null;
        format.Calendar = gregorian;
        return format;
    }

    /// <summary>Some languages abbreviate to a number or to a letter, which is no name in a text.</summary>
    private static bool IsName(string name) =>
        name.Length >= (name.Length > 0 && char.IsAscii(name[0]) ? 3 : 2)
        && name.All(c =>
            char.IsLetter(c)
            || c == '\u200c'
            || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        );

    private readonly record struct Month(string Language, int Number);
}
