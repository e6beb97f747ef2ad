using Sourceline.Localization;

namespace Sourceline.Tests.Localization;

public sealed class LocalDatesTests
{
    private static readonly DateOnly Monday = new(2021, 7, 19);

    [Theory]
    [InlineData("en", "19 July 2021", "Monday 19 July 2021", "1:42 pm", "July 2021", "on Monday 19 July 2021")]
    [InlineData("ru", "19 июля 2021", "понедельник, 19 июля 2021", "13:42", "июль 2021", "в понедельник, 19 июля 2021 года")]
    [InlineData("fa", "۲۸ تیر ۱۴۰۰", "دوشنبه ۲۸ تیر ۱۴۰۰", "۱۳:۴۲", "ژوئیهٔ ۲۰۲۱", "روز دوشنبه ۲۸ تیر ۱۴۰۰")]
    [InlineData("fa-AF", "۲۸ سرطان ۱۴۰۰", "دوشنبه ۲۸ سرطان ۱۴۰۰", "۱۳:۴۲", "جولای ۲۰۲۱", "روز دوشنبه ۲۸ سرطان ۱۴۰۰")]
    [InlineData("ar", "١٩ يوليو ٢٠٢١", "الاثنين، ١٩ يوليو ٢٠٢١", "١:٤٢ م", "يوليو ٢٠٢١", "on Monday \u2068١٩ يوليو ٢٠٢١\u2069")]
    [InlineData("zh", "2021年7月19日", "2021年7月19日星期一", "13:42", "2021年7月", "on Monday 2021年7月19日")]
    [InlineData("ps", "د ۱۴۰۰ د چنگاښ ۲۸", "دونۍ د ۱۴۰۰ د چنگاښ ۲۸", "۱۳:۴۲", "د ۲۰۲۱ د جولای", "on Monday \u2068د ۱۴۰۰ د چنگاښ ۲۸\u2069")]
    public void Dates_AreAsReadersExpect(string language, string day, string weekday, string time, string month, string on)
    {
        var dates = In(language);
        var local = new DateTimeOffset(2021, 7, 19, 13, 42, 0, TimeSpan.FromHours(4.5));
        Assert.Equal((day, day, weekday), (dates.Day(Monday), dates.Day(local), dates.Weekday(Monday)));
        Assert.Equal((time, month, on), (dates.Time(local), dates.Month(Monday), dates.On(Monday)));
    }

    /// <summary>The names of the Solar Hijri months in Kabul and in Tehran, in order.</summary>
    [Theory]
    [InlineData("fa-AF", "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت")]
    [InlineData("fa", "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند")]
    public void Day_NamesTheMonthsOfTheCountry(string language, string names)
    {
        var months = Enumerable.Range(0, 12).Select(month => In(language).Day(new DateOnly(2021, 4, 5).AddMonths(month)).Split(' ')[1]);
        Assert.Equal(names.Split(' '), months.Select(name => name.Replace("سنبلهٔ", "سنبله", StringComparison.Ordinal)));
    }

    [Fact]
    public void Day_RussianMonths_AreInTheGenitive() =>
        Assert.Equal(
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".Split(' '),
            Enumerable.Range(1, 12).Select(month => In("ru").Day(new DateOnly(2021, month, 1)).Split(' ')[1])
        );

    [Theory]
    [InlineData("ar-SA", 1850)]
    [InlineData("ar-SA", 2100)]
    [InlineData("th", 9998)]
    [InlineData("fa", 1000)]
    [InlineData("fa", 9998)]
    [InlineData("fa", 600)]
    public void Day_YearThatTheCalendarLacks_IsStillWritten(string language, int year) =>
        Assert.NotEmpty(In(language).Day(new DateOnly(year, 12, 31)));

    [Theory]
    [InlineData("en", "in June 2021", "in 2021", "between 12 July 2021 and 18 July 2021")]
    [InlineData("ru", "в июне 2021 года", "в 2021 году", "в период с 12 июля 2021 года по 18 июля 2021 года")]
    [InlineData("fa", "در ژوئن ۲۰۲۱", "در سال ۲۰۲۱ میلادی", "بین ۲۱ تیر ۱۴۰۰ و ۲۷ تیر ۱۴۰۰")]
    [InlineData("fa-AF", "در جون ۲۰۲۱", "در سال ۲۰۲۱ میلادی", "بین ۲۱ سرطان ۱۴۰۰ و ۲۷ سرطان ۱۴۰۰")]
    public void Said_MonthYearAndStretch(string language, string month, string year, string stretch)
    {
        var dates = In(language);
        Assert.Equal(month, dates.Said(new(2021, 6, 1), new(2021, 6, 30)));
        Assert.Equal(year, dates.Said(new(2021, 1, 1), new(2021, 12, 31)));
        Assert.Equal(stretch, dates.Said(new(2021, 7, 12), new(2021, 7, 18)));
    }

    [Theory]
    [InlineData("fa", "در تیر ۱۴۰۰", "تیر ۱۴۰۰")]
    [InlineData("fa-AF", "در سرطان ۱۴۰۰", "سرطان ۱۴۰۰")]
    public void Said_MonthOfTheReadersCalendar_IsNamed(string language, string said, string meant)
    {
        var (first, last) = (new DateOnly(2021, 6, 22), new DateOnly(2021, 7, 22));
        Assert.Equal((said, meant), (In(language).Said(first, last), In(language).Meant(first, last)));
    }

    /// <summary>.NET takes 20 µs and more for a day of the Solar Hijri calendar; a list shows the same days again and again.</summary>
    [Fact]
    public void Day_OfAnotherCalendar_IsKept()
    {
        var dates = In("fa");
        Assert.Same(dates.Day(Monday), dates.Day(new DateTimeOffset(2021, 7, 19, 13, 42, 0, TimeSpan.Zero)));
        Assert.NotEqual(dates.Day(Monday), dates.Weekday(Monday));
    }

    [Fact]
    public void Said_WithoutADay_IsNothing() => Assert.Null(In("en").Said(null, null));

    [Theory]
    [InlineData("en", "Monday 19 July 2021", "June 2021", "2020", "1 June 2021 to 3 June 2021")]
    [InlineData("ru", "понедельник, 19 июля 2021", "июнь 2021", "2020", "1 июня 2021 – 3 июня 2021")]
    public void Meant_SaysWhatADateMeans(string language, string day, string month, string year, string stretch)
    {
        var dates = In(language);
        Assert.Equal(
            (day, month, year, stretch),
            (
                dates.Meant(Monday, Monday),
                dates.Meant(new(2021, 6, 1), new(2021, 6, 30)),
                dates.Meant(new(2020, 1, 1), new(2020, 12, 31)),
                dates.Meant(new(2021, 6, 1), new(2021, 6, 3))
            )
        );
    }

    [Theory]
    [InlineData("en", "July 2021")]
    [InlineData("fa", "ژوئیهٔ ۲۰۲۱ (۱۰ تیر ۱۴۰۰ تا ۹ مرداد ۱۴۰۰)")]
    public void MonthWithDays_NamesTheDaysOfAnotherCalendar(string language, string expected) =>
        Assert.Equal(expected, In(language).MonthWithDays(Monday));

    [Fact]
    public void Machine_IsTheSameInEveryLanguage()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("fa-AF");
        try
        {
            Assert.Equal("2021-07-19T13:42:00+04:30", LocalDates.Machine(new(2021, 7, 19, 13, 42, 0, TimeSpan.FromHours(4.5))));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    private static LocalDates In(string language) => new Localizer(language, isStrict: true).Dates;
}
