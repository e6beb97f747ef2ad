using System.Globalization;
using System.Text.RegularExpressions;

namespace Sourceline.Formats.Text;

/// <summary>ISO 8601 as the W3C note on dates (NOTE-datetime) and RFC 3339 narrow it, and the forms that feeds add.</summary>
internal static partial class IsoDate
{
    public static bool TryRead(string text, out DateParts? parts)
    {
        var match = Pattern().Match(text);
        parts = match.Success ? Build(match) : null;
        return match.Success;
    }

    private static DateParts? Build(Match match)
    {
        var year = Number(match, "year", 0);
        if (year < 1) return null;
        var date = match.Groups["ordinal"].Success ? FromOrdinal(year, Number(match, "ordinal", 1)) : new DateParts(year, Number(match, "month", 1), Number(match, "day", 1));
        return date is null ? null : date with
        {
            Hour = Number(match, "hour", 0),
            Minute = Number(match, "minute", 0),
            Second = Number(match, "second", 0),
            Fraction = Ticks(match.Groups["fraction"].Value),
            Offset = ZoneName.Offset(match.Groups["zone"].Value),
        };
    }

    private static DateParts? FromOrdinal(int year, int dayOfYear)
    {
        if (dayOfYear < 1 || dayOfYear > (DateTime.IsLeapYear(year) ? 366 : 365)) return null;
        var day = new DateTime(year, 1, 1).AddDays(dayOfYear - 1);
        return new DateParts(year, day.Month, day.Day);
    }

    private static int Number(Match match, string group, int otherwise) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : otherwise;

    private static long Ticks(string digits) =>
        digits.Length == 0 ? 0 : long.Parse(digits.PadRight(7, '0').AsSpan(0, 7), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<year>\d{4})(?:[-/]?(?<ordinal>\d{3})(?!\d)|[-/](?<month>\d{1,2})(?:[-/](?<day>\d{1,2}))?|(?<month>\d{2})(?<day>\d{2}))?(?:(?:T|t| ?[-,]? )(?<hour>\d{1,2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,](?<fraction>\d+))?)?)? ?(?<zone>[Zz]|[+-]\d{1,2}:?\d{0,2}|[A-Za-z]{1,5})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
