using System.Globalization;

namespace Sourceline.Localization;

/// <summary>
/// The months and years of the calendar that a language's readers use, for pages that list days. Days are Gregorian, as they are in addresses;
/// a month or a year is told by its first day.
/// </summary>
/// <remarks>
/// An address names a month of another calendar by the Gregorian month whose first day lies in it, and a year by the Gregorian year in which it
/// begins. That is one to one in the Solar Hijri calendar. It is not where months follow the moon; there the Gregorian calendar is used.
/// </remarks>
public sealed class ReaderCalendar
{
    private readonly Localizer _words;
    private readonly DateTimeFormatInfo _format;
    private readonly System.Globalization.Calendar _calendar;
    private readonly DateFormats _formats;

    internal ReaderCalendar(Localizer words, DateFormats formats, DateTimeFormatInfo format)
    {
        (_words, _formats, _format) = (words, formats, format);
        _calendar = formats.Calendar is PersianCalendar or ThaiBuddhistCalendar ? formats.Calendar : new GregorianCalendar();
        Weekdays =
        [
            .. Enumerable
                .Range(0, 7)
                .Select(place => (DayOfWeek)(((int)format.FirstDayOfWeek + place) % 7))
                .Select(day => (format.GetDayName(day), Short(day))),
        ];
    }

    /// <summary>The names of the days of the week, whole and short, in their order.</summary>
    public IReadOnlyList<(string Name, string Short)> Weekdays { get; }

    /// <summary>The first day of the month that a day lies in.</summary>
    public DateOnly MonthStart(DateOnly day) => day.AddDays(1 - _calendar.GetDayOfMonth(At(day)));

    /// <summary>The first day of the next month.</summary>
    public DateOnly NextMonth(DateOnly day)
    {
        var at = At(day);
        return MonthStart(day).AddDays(_calendar.GetDaysInMonth(_calendar.GetYear(at), _calendar.GetMonth(at)));
    }

    /// <summary>The first day of the year that a day lies in.</summary>
    public DateOnly YearStart(DateOnly day) => day.AddDays(1 - _calendar.GetDayOfYear(At(day)));

    /// <inheritdoc cref="YearStart(DateOnly)"/>
    public DateOnly? YearStart(DateOnly? day) => day is { } known ? YearStart(known) : null;

    /// <summary>The first day of the next year.</summary>
    public DateOnly NextYear(DateOnly day) => YearStart(day).AddDays(_calendar.GetDaysInYear(_calendar.GetYear(At(day))));

    /// <summary>The first day of the Gregorian month that names the month of a day in addresses.</summary>
    public DateOnly Named(DateOnly day)
    {
        var start = MonthStart(day);
        return start.Day == 1 ? start : new DateOnly(start.Year, start.Month, 1).AddMonths(1);
    }

    /// <summary>The place of a day in its week, from 0.</summary>
    public int PlaceInWeek(DateOnly day) => ((int)day.DayOfWeek - (int)_format.FirstDayOfWeek + 7) % 7;

    /// <summary><c>2021</c>, <c>۱۴۰۰</c>.</summary>
    public string Year(DateOnly day) => _words.Digits(_calendar.GetYear(At(day)));

    /// <summary><c>July 2021</c>, <c>تیر ۱۴۰۰</c>.</summary>
    public string Month(DateOnly day) => _words["date.month-and-year", MonthAlone(day), Year(day)];

    /// <summary><c>July</c>, <c>تیر</c>.</summary>
    public string MonthAlone(DateOnly day) =>
        _calendar is GregorianCalendar ? _formats.Gregorian(At(day), "MMMM") : _formats.Day(At(day), "MMMM");

    /// <summary>The number of a day in its month: <c>19</c>, <c>۲۸</c>.</summary>
    public string DayNumber(DateOnly day) => _words.Digits(_calendar.GetDayOfMonth(At(day)));

    /// <summary><c>Monday 19</c>.</summary>
    public string WeekdayAndDay(DateOnly day) => _words["date.weekday-and-day", _format.GetDayName(day.DayOfWeek), DayNumber(day)];

    /// <summary>Persian has no shorter names than the whole ones in .NET; there the first letter is usual.</summary>
    private string Short(DayOfWeek day)
    {
        var name = _format.GetAbbreviatedDayName(day);
        return name.Length > 4 ? name[..1] : name;
    }

    private static DateTime At(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);
}
