using System.Globalization;
using System.Text.RegularExpressions;

namespace Sourceline.Formats.Text;

/// <summary>Dates with a month's name, or day, month and year in numbers; in any order that people write them.</summary>
internal static partial class WrittenDate
{
    public static DateParts? Read(string text)
    {
        var time = Time().Match(text);
        var rest = time.Success ? text.Remove(time.Index, time.Length).Insert(time.Index, " ") : text;
        var date = ReadNumeric(rest) ?? ReadNamed(rest);
        if (date is null) return null;
        if (time.Success) date = WithTime(date, time);
        return date is null ? null : date with { Offset = FindZone(time.Success ? text[(time.Index + time.Length)..] : "") ?? NumericZone(text) };
    }

    private static DateParts? WithTime(DateParts date, Match time)
    {
        var hour = Int(time.Groups["hour"].Value);
        var half = time.Groups["half"].Value.Replace(".", "", StringComparison.Ordinal);
        if (half.Length > 0 && hour is < 1 or > 12) half = "";
        if (half.Equals("pm", StringComparison.OrdinalIgnoreCase)) hour = hour % 12 + 12;
        else if (half.Equals("am", StringComparison.OrdinalIgnoreCase)) hour %= 12;
        return date with { Hour = hour, Minute = Int(time.Groups["minute"].Value), Second = Int(time.Groups["second"].Value) };
    }

    private static DateParts? ReadNumeric(string text)
    {
        var match = Numeric().Match(text);
        if (!match.Success) return null;
        int first = Int(match.Groups[1].Value), second = Int(match.Groups[2].Value), third = Int(match.Groups[3].Value);
        if (match.Groups[1].Length == 4) return new DateParts(first, second, third);
        var year = FullYear(third, match.Groups[3].Length);
        return second > 12 ? new DateParts(year, first, second) : new DateParts(year, second, first);
    }

    private static DateParts? ReadNamed(string text)
    {
        int? day = null, month = null, year = null;
        var isTuesday = false;
        foreach (Match word in Word().Matches(text))
        {
            var value = word.Groups["number"].Value;
            if (value.Length == 0) (month, isTuesday) = MonthNames.NumberOf(word.Value) is { } found && (month is null || isTuesday) ? (found, IsTuesday(word.Value)) : (month, isTuesday);
            else if (day is null && value.Length <= 2 && Int(value) is > 0 and <= 31) day = Int(value);
            else if (value.Length is 2 or 4) year ??= FullYear(Int(value), value.Length);
        }

        return month is { } m && day is { } d && year is { } y ? new DateParts(y, m, d) : null;
    }

    /// <summary>"mar." before another month is the Tuesday of French and Spanish.</summary>
    private static bool IsTuesday(string word) => word.Equals("mar", StringComparison.OrdinalIgnoreCase);

    /// <summary>RFC 2822, section 4.3: 00 to 49 are of this century, 50 to 99 of the last.</summary>
    private static int FullYear(int year, int digits) => digits > 2 ? year : year < 50 ? 2000 + year : 1900 + year;

    private static TimeSpan? FindZone(string afterTime)
    {
        foreach (var word in afterTime.Split([' ', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries))
            if (ZoneName.Offset(word) is { } offset) return offset;
        return null;
    }

    private static TimeSpan? NumericZone(string text)
    {
        var match = TrailingZone().Match(text);
        return match.Success ? ZoneName.Offset(match.Groups["zone"].Value) : null;
    }

    private static int Int(string digits) => digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d.])(?:(?<hour>\d{1,2})[:h](?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:\.\d+)?)?\s*(?<half>[ap]\.?m\b\.?)?|(?<hour>\d{1,2})(?:\.(?<minute>\d{2}))?\s*(?<half>[ap]\.?m\b\.?))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<!\d)(\d{1,2}|\d{4})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"(?<number>\d+)|[\p{L}\p{M}\u200c]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s(?<zone>[+-]\d{2}:?\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingZone();
}
