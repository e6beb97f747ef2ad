using System.Globalization;

namespace Sourceline.Formats.Text;

/// <summary>ISO 8601 as the W3C note on dates (NOTE-datetime) and RFC 3339 narrow it, and the forms that feeds add.</summary>
internal static class IsoDate
{
    /// <summary>The parts; null where the text is not of this form.</summary>
    public static DateParts? Read(string text)
    {
        var at = 0;
        if (Digits(text, ref at, 4) is not { } year || ReadDay(text, ref at, year) is not { } date)
            return null;
        if (ReadTime(text, ref at, date) is not { } timed)
            return null;
        var rest = text[at..].Trim();
        if (rest.Length == 0)
            return timed;
        return ReadZone(rest, hasTime: !ReferenceEquals(timed, date)) is { } zone ? timed with { Zone = zone } : null;
    }

    private static DateParts? ReadDay(string text, ref int at, int year)
    {
        var hasSeparator = at < text.Length && text[at] is '-' or '/';
        var from = hasSeparator ? at + 1 : at;
        if (from < text.Length && text[from] is 'W' or 'w')
            return ReadWeek(text, ref at, from + 1, year);
        var run = 0;
        while (from + run < text.Length && char.IsAsciiDigit(text[from + run]))
            run++;
        if (run == 3)
        {
            at = from;
            return Digits(text, ref at, 3) is { } ordinal ? FromOrdinal(year, ordinal) : null;
        }

        if (!hasSeparator)
            return run switch
            {
                0 => new DateParts(year, 1, 1),
                4 or 8 or 10 => new DateParts(year, Digits(text, ref at, 2)!.Value, Digits(text, ref at, 2)!.Value),
                _ => null,
            };
        if (run is not (1 or 2))
            return null;
        at = from;
        var month = Digits(text, ref at, run)!.Value;
        if (at + 1 >= text.Length || text[at] is not ('-' or '/') || !char.IsAsciiDigit(text[at + 1]))
            return new DateParts(year, month, 1);
        at++;
        return Digits(text, ref at, at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) ? 2 : 1) is { } day
            ? new DateParts(year, month, day)
            : null;
    }

    /// <summary>"2021-W29-1": the first day of the week where none is given.</summary>
    private static DateParts? ReadWeek(string text, ref int at, int from, int year)
    {
        at = from;
        if (Digits(text, ref at, 2) is not { } week || week < 1 || week > ISOWeek.GetWeeksInYear(Math.Max(1, year)))
            return null;
        if (at < text.Length && text[at] == '-')
            at++;
        var day = at < text.Length && text[at] is >= '1' and <= '7' ? text[at++] - '0' : 1;
        var date = ISOWeek.ToDateTime(Math.Max(1, year), week, (DayOfWeek)(day % 7));
        return new DateParts(date.Year, date.Month, date.Day);
    }

    /// <summary>The same parts where no time follows; null where what follows is a broken one.</summary>
    private static DateParts? ReadTime(string text, ref int at, DateParts date)
    {
        var from = at;
        if (at < text.Length && text[at] is 'T' or 't')
            from = at + 1;
        else
        {
            while (from < text.Length && text[from] is ' ' or ',' or '-')
                from++;
            // Fourteen digits in a row hold a time as well. A sign directly before digits is that of a zone.
            if (from == at && !(at < text.Length && char.IsAsciiDigit(text[at])))
                return date;
            if (from > at && text[from - 1] == '-')
                return date;
        }

        if (from >= text.Length || !char.IsAsciiDigit(text[from]))
            return from == at + 1 && text[at] is 'T' or 't' ? null : date;
        var hasTwo = from + 1 < text.Length && char.IsAsciiDigit(text[from + 1]);
        at = from;
        var hour = Digits(text, ref at, hasTwo ? 2 : 1)!.Value;
        Skip(text, ref at, ':');
        if (Digits(text, ref at, 2) is not { } minute)
            return null;
        var timed = date with { Hour = hour, Minute = minute };
        var colon = at;
        Skip(text, ref colon, ':');
        if (Digits(text, ref colon, 2) is not { } second)
            return timed;
        at = colon;
        return timed with { Second = second, Fraction = ReadFraction(text, ref at) };
    }

    private static long ReadFraction(string text, ref int at)
    {
        if (at + 1 >= text.Length || text[at] is not ('.' or ',') || !char.IsAsciiDigit(text[at + 1]))
            return 0;
        var start = ++at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return long.Parse(text[start..at].PadRight(7, '0').AsSpan(0, 7), CultureInfo.InvariantCulture);
    }

    /// <summary>A plus sign that a web form has turned into a space leaves the hours alone: "09:00:00 02:00".</summary>
    private static NamedZone? ReadZone(string rest, bool hasTime)
    {
        if (hasTime && rest.Length == 5 && rest[2] == ':' && char.IsAsciiDigit(rest[0]))
            return ZoneName.Read("+" + rest);
        return ZoneName.Read(rest);
    }

    private static DateParts? FromOrdinal(int year, int dayOfYear)
    {
        if (year < 1 || dayOfYear < 1 || dayOfYear > (DateTime.IsLeapYear(year) ? 366 : 365))
            return null;
        var day = new DateTime(year, 1, 1).AddDays(dayOfYear - 1);
        return new DateParts(year, day.Month, day.Day);
    }

    private static void Skip(string text, ref int at, char c)
    {
        if (at < text.Length && text[at] == c)
            at++;
    }

    /// <summary>A number of exactly so many digits; null where there are fewer.</summary>
    private static int? Digits(string text, ref int at, int count)
    {
        if (at + count > text.Length)
            return null;
        for (var i = at; i < at + count; i++)
            if (!char.IsAsciiDigit(text[i]))
                return null;
        var number = int.Parse(text.AsSpan(at, count), CultureInfo.InvariantCulture);
        at += count;
        return number;
    }
}
