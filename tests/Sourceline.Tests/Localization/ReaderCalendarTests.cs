using System.Globalization;
using Sourceline.Localization;

namespace Sourceline.Tests.Localization;

/// <summary>Months and years as a language's readers count them.</summary>
public sealed class ReaderCalendarTests
{
    [Theory]
    [InlineData("en", "2021-07-01", "2021-08-01", "July 2021", "2021")]
    [InlineData("ru", "2021-07-01", "2021-08-01", "июль 2021", "2021")]
    [InlineData("fa", "2021-06-22", "2021-07-23", "تیر ۱۴۰۰", "۱۴۰۰")]
    [InlineData("fa-AF", "2021-06-22", "2021-07-23", "سرطان ۱۴۰۰", "۱۴۰۰")]
    [InlineData("ar-SA", "2021-07-01", "2021-08-01", null, null)]
    public void Month_HasItsDaysAndName(string language, string start, string next, string? name, string? year)
    {
        var calendar = new Localizer(language, isStrict: true).Calendar;
        var day = new DateOnly(2021, 7, 1);
        Assert.Equal(DateOnly.Parse(start, CultureInfo.InvariantCulture), calendar.MonthStart(day));
        Assert.Equal(DateOnly.Parse(next, CultureInfo.InvariantCulture), calendar.NextMonth(day));
        if (name is not null)
            Assert.Equal(name, calendar.Month(day));
        if (year is not null)
            Assert.Equal(year, calendar.Year(day));
    }

    /// <summary>Every month and year has an address, and no two have the same.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    [InlineData("ar-SA")]
    [InlineData("th")]
    public void Named_AnyMonth_IsOneToOne(string language)
    {
        var calendar = new Localizer(language, isStrict: true).Calendar;
        for (var gregorian = new DateOnly(1990, 1, 1); gregorian.Year < 2040; gregorian = gregorian.AddMonths(1))
        {
            Assert.Equal(gregorian, calendar.Named(calendar.MonthStart(gregorian)));
            Assert.Equal(calendar.NextMonth(gregorian), calendar.MonthStart(gregorian.AddMonths(1)));
            var year = calendar.YearStart(new DateOnly(gregorian.Year, 12, 31));
            Assert.Equal(gregorian.Year, year.Year);
            Assert.Equal(gregorian.Year + 1, calendar.NextYear(year).Year);
        }
    }

    [Fact]
    public void Weekdays_BeginAsReadersExpect()
    {
        Assert.Equal("شنبه", new Localizer("fa", isStrict: true).Calendar.Weekdays[0].Name);
        Assert.Equal("понедельник", new Localizer("ru", isStrict: true).Calendar.Weekdays[0].Name);
        Assert.Equal(0, new Localizer("fa", isStrict: true).Calendar.PlaceInWeek(new DateOnly(2021, 7, 17)));
    }
}
