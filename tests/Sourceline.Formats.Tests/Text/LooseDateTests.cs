using System.Globalization;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Tests.Text;

public sealed class LooseDateTests
{
    [Theory]
    [InlineData("Mon, 19 Jul 2021 13:42:00 GMT", "2021-07-19T13:42:00+00:00")]
    [InlineData("19 Jul 2021 13:42:00 +0430", "2021-07-19T13:42:00+04:30")]
    [InlineData("Mon, 19 Jul 21 13:42 EDT", "2021-07-19T13:42:00-04:00")]
    [InlineData("Thu Jan 1 19:48:21 2004", "2004-01-01T19:48:21+00:00")]
    [InlineData("Thu, 5 Apr 2012 23:47:00 +10:00", "2012-04-05T23:47:00+10:00")]
    [InlineData("2003-12-31T10:14:55Z", "2003-12-31T10:14:55+00:00")]
    [InlineData("2003-12-31T10:14:55.25-08:00", "2003-12-31T10:14:55.25-08:00")]
    [InlineData("2003-12-31 10:14", "2003-12-31T10:14:00+00:00")]
    [InlineData("20031231", "2003-12-31T00:00:00+00:00")]
    [InlineData("2003-12", "2003-12-01T00:00:00+00:00")]
    [InlineData("2003", "2003-01-01T00:00:00+00:00")]
    [InlineData("2003-365", "2003-12-31T00:00:00+00:00")]
    [InlineData("2003-12-31T24:00:00Z", "2004-01-01T00:00:00+00:00")]
    [InlineData("19 July 2021 1:42 pm", "2021-07-19T13:42:00+00:00")]
    [InlineData("July 19th, 2021", "2021-07-19T00:00:00+00:00")]
    [InlineData("Monday, 19 July 2021 at 12:05 a.m.", "2021-07-19T00:05:00+00:00")]
    [InlineData("19/07/2021 13:42", "2021-07-19T13:42:00+00:00")]
    [InlineData("07/19/2021", "2021-07-19T00:00:00+00:00")]
    [InlineData("19.07.2021 13.42 pm", "2021-07-19T13:42:00+00:00")]
    [InlineData("19 июля 2021 г., 13:42", "2021-07-19T13:42:00+00:00")]
    [InlineData("19 juillet 2021 à 13h42", "2021-07-19T13:42:00+00:00")]
    [InlineData("mar. 20 juil. 2021", "2021-07-20T00:00:00+00:00")]
    [InlineData("1er août 2021", "2021-08-01T00:00:00+00:00")]
    [InlineData("Dienstag, 3. März 2026, 14:05 Uhr", "2026-03-03T14:05:00+00:00")]
    [InlineData("19 de diciembre de 2021", "2021-12-19T00:00:00+00:00")]
    [InlineData("۱۹ ژوئیه ۲۰۲۱", "2021-07-19T00:00:00+00:00")]
    [InlineData("۲۸ تیر ۱۴۰۰", "2021-07-19T00:00:00+00:00")]
    [InlineData("۱۴۰۰/۰۴/۲۸", "2021-07-19T00:00:00+00:00")]
    [InlineData("Mon, 19 Jul 2021 09:00:00 GMT+0200", "2021-07-19T07:00:00+00:00")]
    [InlineData("Mon Jul 19 2021 09:00:00 GMT+0200 (Central European Summer Time)", "2021-07-19T07:00:00+00:00")]
    [InlineData("Mon, 19 Jul 2021 09:00:00 UTC+3", "2021-07-19T06:00:00+00:00")]
    [InlineData("2021-07-19 09:00 UTC-03:30", "2021-07-19T12:30:00+00:00")]
    [InlineData("19 июля 2021 г. в 09:00 МСК", "2021-07-19T06:00:00+00:00")]
    [InlineData("2021-07-19 09:00:00 Europe/Berlin", "2021-07-19T07:00:00+00:00")]
    [InlineData("2021-01-19 09:00:00 Europe/Berlin", "2021-01-19T08:00:00+00:00")]
    [InlineData("July 19, 2021 9:00 AM ET", "2021-07-19T13:00:00+00:00")]
    [InlineData("January 19, 2021 9:00 AM ET", "2021-01-19T14:00:00+00:00")]
    [InlineData("July 19, 2021, 9 a.m. PT", "2021-07-19T16:00:00+00:00")]
    [InlineData("July 19, 2021 9:00 am CT", "2021-07-19T14:00:00+00:00")]
    [InlineData("Mon, 19 Jul 2021 09:00:00 +0530 (IST)", "2021-07-19T03:30:00+00:00")]
    [InlineData("2021-07-19T09:00:00 02:00", "2021-07-19T07:00:00+00:00")]
    [InlineData("2021-07-19T09:00:00.123456789Z", "2021-07-19T09:00:00.1234567+00:00")]
    [InlineData("20210719T090000Z", "2021-07-19T09:00:00+00:00")]
    [InlineData("20210719090000", "2021-07-19T09:00:00+00:00")]
    [InlineData("2021-W29-1", "2021-07-19T00:00:00+00:00")]
    [InlineData("1626685200", "2021-07-19T09:00:00+00:00")]
    [InlineData("1626685200000", "2021-07-19T09:00:00+00:00")]
    [InlineData("Mon,19 Jul 2021 09:00:00 GMT", "2021-07-19T09:00:00+00:00")]
    [InlineData("19-Jul-2021 09:00", "2021-07-19T09:00:00+00:00")]
    [InlineData("Mon Jul 19 09:00:00 EDT 2021", "2021-07-19T13:00:00+00:00")]
    [InlineData("7/19/2021 9:00:00 AM", "2021-07-19T09:00:00+00:00")]
    [InlineData("19 luglio 2021 09:00", "2021-07-19T09:00:00+00:00")]
    [InlineData("lun, 19 lug 2021 09:00:00 +0200", "2021-07-19T07:00:00+00:00")]
    [InlineData("19 de julho de 2021 09:00", "2021-07-19T09:00:00+00:00")]
    [InlineData("seg, 19 jul 2021 09:00:00 -0300", "2021-07-19T12:00:00+00:00")]
    [InlineData("19 lipca 2021", "2021-07-19T00:00:00+00:00")]
    [InlineData("19 juli 2021", "2021-07-19T00:00:00+00:00")]
    [InlineData("19 Temmuz 2021", "2021-07-19T00:00:00+00:00")]
    [InlineData("19 липня 2021", "2021-07-19T00:00:00+00:00")]
    [InlineData("19. července 2021", "2021-07-19T00:00:00+00:00")]
    [InlineData("19. 7. 2021", "2021-07-19T00:00:00+00:00")]
    [InlineData("2021. július 19.", "2021-07-19T00:00:00+00:00")]
    [InlineData("19 iulie 2021", "2021-07-19T00:00:00+00:00")]
    [InlineData("19 Ιουλίου 2021", "2021-07-19T00:00:00+00:00")]
    [InlineData("19 heinäkuuta 2021", "2021-07-19T00:00:00+00:00")]
    [InlineData("19 जुलाई 2021", "2021-07-19T00:00:00+00:00")]
    [InlineData("19 กรกฎาคม 2564", "2021-07-19T00:00:00+00:00")]
    [InlineData("2021年7月19日 09:00", "2021-07-19T09:00:00+00:00")]
    [InlineData("2021년 7월 19일 오후 1:42", "2021-07-19T13:42:00+00:00")]
    [InlineData("令和3年7月19日", "2021-07-19T00:00:00+00:00")]
    [InlineData("19 tháng 7, 2021", "2021-07-19T00:00:00+00:00")]
    [InlineData("١٩ يوليو ٢٠٢١", "2021-07-19T00:00:00+00:00")]
    [InlineData("19 كانون الثاني 2021", "2021-01-19T00:00:00+00:00")]
    [InlineData("19 تموز 2021", "2021-07-19T00:00:00+00:00")]
    [InlineData("19.07.2021, 13.42 Uhr", "2021-07-19T13:42:00+00:00")]
    [InlineData("19 juli 2021 kl. 13.42", "2021-07-19T13:42:00+00:00")]
    public void Parse_RealDates_AreRead(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), LooseDate.Parse(text, TimeZoneInfo.Utc));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("31 February 2020")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("99/99/9999")]
    [InlineData("۳۱ اسفند ۱۴۰۰")]
    [InlineData("May you live 12 years")]
    [InlineData("Mon, 32 Jul 2021 09:00:00 GMT")]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("Mon, 30 Nov -0001 00:00:00 +0000")]
    public void Parse_NoDate_IsNull(string text) => Assert.Null(LooseDate.Parse(text, TimeZoneInfo.Utc));

    /// <summary>Polish and Croatian have the same word for November and October.</summary>
    [Theory]
    [InlineData("pl", 11)]
    [InlineData("hr", 10)]
    [InlineData(null, 0)]
    public void Parse_MonthOfSeveralMeanings_TakesTheLanguages(string? language, int month) =>
        Assert.Equal(month, LooseDate.Parse("19 listopada 2021", TimeZoneInfo.Utc, language)?.Month ?? 0);

    /// <summary>Every language that .NET knows, in the long form that a page prints.</summary>
    [Fact]
    public void Parse_MonthsOfAllCultures_AreRead()
    {
        var (read, wrong) = (0, new List<string>());
        foreach (
            var culture in CultureInfo
                .GetCultures(CultureTypes.NeutralCultures)
                .Where(culture => culture.Name.Length > 0 && culture.DateTimeFormat.Calendar is GregorianCalendar)
        )
        {
            var names = culture.DateTimeFormat.MonthGenitiveNames;
            for (var month = 1; month <= 12; month++)
            {
                if (!names[month - 1].All(char.IsLetter) || names[month - 1].Length < 3)
                    continue;
                read++;
                if (
                    LooseDate.Parse($"19 {names[month - 1]} 2021", TimeZoneInfo.Utc, culture.TwoLetterISOLanguageName)
                    != new DateTimeOffset(2021, month, 19, 0, 0, 0, TimeSpan.Zero)
                )
                    wrong.Add($"{culture.Name} {names[month - 1]}");
            }
        }

        Assert.True(read > 1000);
        Assert.Empty(wrong);
    }
}
