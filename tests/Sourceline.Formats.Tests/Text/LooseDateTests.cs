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
    public void Parse_NoDate_IsNull(string text) => Assert.Null(LooseDate.Parse(text, TimeZoneInfo.Utc));
}
