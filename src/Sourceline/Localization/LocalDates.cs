using System.Globalization;

namespace Sourceline.Localization;

/// <summary>Dates and times as a language's readers expect them: their calendar, digits and order. Nothing here is for machines.</summary>
public sealed class LocalDates
{
    private readonly Localizer _words;
    private readonly DateFormats _formats;
    private readonly string _day;
    private readonly string _weekday;
    private readonly string _month;
    private readonly string _time;

    internal LocalDates(Localizer words, DateFormats formats)
    {
        (_words, _formats) = (words, formats);
        // A language without words of its own still has its own dates.
        (_day, _weekday, _month, _time) = words.IsTranslated
            ? (words["date.day-pattern"], words["date.weekday-pattern"], words["date.month-pattern"], words["date.time-pattern"])
            : (formats.DayPattern, formats.WeekdayPattern, formats.MonthPattern, formats.TimePattern);
    }

    /// <summary><c>19 July 2021</c>, <c>۲۸ تیر ۱۴۰۰</c>.</summary>
    public string Day(DateOnly day) => _formats.Day(Start(day), _day);

    /// <inheritdoc cref="Day(DateOnly)"/>
    public string Day(DateTimeOffset local) => _formats.Day(local.DateTime, _day);

    /// <summary><c>Saturday 17 July 2021</c>.</summary>
    public string Weekday(DateOnly day) => _formats.Day(Start(day), _weekday);

    /// <summary><c>1:42 pm</c>.</summary>
    public string Time(DateTimeOffset local) => _formats.Time(local.DateTime, _time);

    /// <summary><c>19 July 2021, 1:42 pm</c>.</summary>
    public string Moment(DateTimeOffset local) => _words["date.moment", Day(local), Time(local)];

    /// <summary>A Gregorian year: <c>2021</c>, <c>۲۰۲۱</c>.</summary>
    public string Year(int year) => _words.Digits(year);

    /// <summary>A Gregorian month: <c>July 2021</c>, <c>ژوئیهٔ ۲۰۲۱</c>.</summary>
    public string Month(DateOnly day) => _formats.Gregorian(Start(day), _month);

    /// <summary>A Gregorian month, with the days that it has in the readers' own calendar where that is another.</summary>
    public string MonthWithDays(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return _formats.HasOwnCalendar ? _words["date.month-with-days", Month(first), Day(first), Day(LastOfMonth(first))] : Month(first);
    }

    /// <summary>In a sentence: <c>on Saturday 17 July 2021</c>.</summary>
    public string On(DateOnly day) =>
        _words[
            day.DayOfWeek switch
            {
                DayOfWeek.Monday => "date.on-monday",
                DayOfWeek.Tuesday => "date.on-tuesday",
                DayOfWeek.Wednesday => "date.on-wednesday",
                DayOfWeek.Thursday => "date.on-thursday",
                DayOfWeek.Friday => "date.on-friday",
                DayOfWeek.Saturday => "date.on-saturday",
                _ => "date.on-sunday",
            },
            Day(day)
        ];

    /// <summary>In a sentence, when something was said: <c>on Saturday 17 July 2021</c>, <c>in June 2021</c>, <c>in 2021</c>, <c>between … and …</c>.</summary>
    /// <param name="from">The first day that it can have been; null where the text does not tell.</param>
    /// <param name="to">The last day; null for the first.</param>
    public string? Said(DateOnly? from, DateOnly? to)
    {
        if (from is not { } first)
            return null;
        var last = to ?? first;
        if (first == last)
            return On(first);
        if (IsYear(first, last))
            return _words["date.in-year", Year(first.Year)];
        if (IsMonth(first, last))
            return InMonth(first);
        return OwnMonth(first, last) is { } month ? _words["date.in-own-month", month] : _words["date.between", first, last];
    }

    /// <summary>What a date in the text means: <c>Saturday 17 July 2021</c>, <c>June 2021</c>, <c>1 June 2021 to 3 June 2021</c>.</summary>
    public string Meant(DateOnly from, DateOnly to)
    {
        if (from == to)
            return Weekday(from);
        if (IsYear(from, to))
            return Year(from.Year);
        if (IsMonth(from, to))
            return Month(from);
        return OwnMonth(from, to) ?? _words["date.range", from, to];
    }

    /// <summary>For the <c>datetime</c> attribute and for machines: an instant to the second, in its own zone. Never localised.</summary>
    public static string Machine(DateTimeOffset local) => local.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    internal string Day(long ticks) => _formats.Day(new DateTime(ticks), _day);

    internal string Moment(long ticks) => Moment(new DateTimeOffset(ticks, TimeSpan.Zero));

    private string InMonth(DateOnly first) =>
        _words[
            first.Month switch
            {
                1 => "date.in-january",
                2 => "date.in-february",
                3 => "date.in-march",
                4 => "date.in-april",
                5 => "date.in-may",
                6 => "date.in-june",
                7 => "date.in-july",
                8 => "date.in-august",
                9 => "date.in-september",
                10 => "date.in-october",
                11 => "date.in-november",
                _ => "date.in-december",
            },
            Year(first.Year)
        ];

    /// <summary>The month of the readers' own calendar that two days enclose; null where they enclose none.</summary>
    private string? OwnMonth(DateOnly from, DateOnly to)
    {
        var (start, end) = (Start(from), Start(to));
        if (!_formats.HasOwnCalendar || !_formats.HasInCalendar(start) || !_formats.HasInCalendar(end.AddDays(1)))
            return null;
        var calendar = _formats.Calendar;
        var isMonth =
            calendar.GetDayOfMonth(start) == 1
            && calendar.GetDayOfMonth(end.AddDays(1)) == 1
            && to.DayNumber - from.DayNumber is > 27 and < 32;
        return isMonth ? _formats.Day(start, _month) : null;
    }

    private static bool IsMonth(DateOnly from, DateOnly to) => from.Day == 1 && to == LastOfMonth(from);

    private static bool IsYear(DateOnly from, DateOnly to) =>
        from is { Day: 1, Month: 1 } && to is { Day: 31, Month: 12 } && from.Year == to.Year;

    private static DateOnly LastOfMonth(DateOnly first) => new(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month));

    private static DateTime Start(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);
}
