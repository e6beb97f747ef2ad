using System.Collections.Concurrent;
using System.Globalization;

namespace Sourceline.Localization;

/// <summary>How a language writes days and times: names, calendar, digits, order.</summary>
internal sealed class DateFormats
{
    /// <summary>Room for a date; a longer one is written all the same.</summary>
    private const int MostChars = 128;

    /// <summary>About 2 MB of texts.</summary>
    private const int MostKept = 20_000;

    private readonly Numerals _numerals;
    private readonly DateTimeFormatInfo _own;
    private readonly DateTimeFormatInfo _gregorian;

    /// <summary>
    /// Days that have been written, where the calendar is not the Gregorian one. .NET computes the Solar Hijri calendar from the position of the
    /// sun, which takes 20 to 70 µs a day.
    /// </summary>
    private readonly ConcurrentDictionary<(DateTime Day, string Pattern), string> _kept = new();

    public DateFormats(CultureInfo culture, Numerals numerals)
    {
        _numerals = numerals;
        _own = Named(culture);
        var other = (CultureInfo)culture.Clone();
        if (!IsGregorian(culture.Calendar))
            other.DateTimeFormat.Calendar = culture.OptionalCalendars.FirstOrDefault(IsGregorian) ?? new GregorianCalendar();
        _gregorian = Named(other);
    }

    /// <summary>The calendar that readers expect, such as the Solar Hijri one in Persian.</summary>
    public System.Globalization.Calendar Calendar => _own.Calendar;

    public bool HasOwnCalendar => !IsGregorian(_own.Calendar);

    /// <summary>The culture's own pattern of a day with its weekday.</summary>
    public string WeekdayPattern => WithoutEra(_own.LongDatePattern);

    /// <summary>The culture's own pattern of a day.</summary>
    public string DayPattern =>
        WithoutEra(
            _own.GetAllDateTimePatterns('D').FirstOrDefault(pattern => !pattern.Contains("ddd", StringComparison.Ordinal))
                ?? _own.ShortDatePattern
        );

    public string MonthPattern => WithoutEra(_own.YearMonthPattern);

    public string TimePattern => _own.ShortTimePattern;

    /// <summary>In the readers' calendar, or the Gregorian one beyond the years that it has.</summary>
    public string Day(DateTime time, string pattern)
    {
        var day = time.Date;
        if (!HasOwnCalendar)
            return Format(day, pattern, _own);
        if (_kept.TryGetValue((day, pattern), out var kept))
            return kept;
        if (_kept.Count >= MostKept)
            _kept.Clear();
        return _kept[(day, pattern)] = Format(day, pattern, HasInCalendar(day) ? _own : _gregorian);
    }

    /// <summary>A time of day.</summary>
    public string Time(DateTime time, string pattern) => Format(time, pattern, _gregorian);

    public string Gregorian(DateTime time, string pattern) => Format(time, pattern, _gregorian);

    internal bool HasInCalendar(DateTime time) => time >= Calendar.MinSupportedDateTime && time <= Calendar.MaxSupportedDateTime;

    private string Format(DateTime time, string pattern, DateTimeFormatInfo format)
    {
        Span<char> room = stackalloc char[MostChars];
        if (!time.TryFormat(room, out var length, pattern, format))
            return _numerals.Localized(time.ToString(pattern, format));
        _numerals.Localize(room[..length]);
        return new(room[..length]);
    }

    /// <summary>
    /// With the month's name as it stands beside a year. In Persian that is the form that ICU uses after a day (ژوئیهٔ, "of July"); in Dari
    /// only that form has the names in use there (سرطان), the other has Iran's.
    /// </summary>
    private static DateTimeFormatInfo Named(CultureInfo culture)
    {
        var format = (DateTimeFormatInfo)culture.DateTimeFormat.Clone();
        if (culture.TwoLetterISOLanguageName == "fa")
            format.MonthNames = format.MonthGenitiveNames;
        if (culture.TwoLetterISOLanguageName == "en")
            (format.AMDesignator, format.PMDesignator) = ("am", "pm");
        return format;
    }

    /// <summary>Nobody names the era of the calendar in daily use, and for the Solar Hijri one ICU has no name but "AP".</summary>
    private string WithoutEra(string pattern) =>
        _own.Calendar is PersianCalendar
            ? pattern.Replace("g ", "", StringComparison.Ordinal).Replace(" g", "", StringComparison.Ordinal)
            : pattern;

    private static bool IsGregorian(System.Globalization.Calendar calendar) => calendar is GregorianCalendar;
}
