using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Sourceline.Localization;

namespace Sourceline.Tests.Localization;

public sealed class LocalizerTests
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    [Theory]
    [InlineData(0, "0 байт")]
    [InlineData(1, "1 байт")]
    [InlineData(2, "2 байта")]
    [InlineData(5, "5 байт")]
    [InlineData(11, "11 байт")]
    [InlineData(21, "21 байт")]
    [InlineData(101, "101 байт")]
    public void Count_Russian_TakesTheRightForm(long number, string expected) =>
        Assert.Equal(expected, In("ru").Count("size.bytes", number));

    /// <summary>Forms: one for 1, 21, 101; few for 2; many for 0, 5, 11.</summary>
    [Theory]
    [InlineData("ru", 0, 2)]
    [InlineData("ru", 1, 0)]
    [InlineData("ru", 2, 1)]
    [InlineData("ru", 5, 2)]
    [InlineData("ru", 11, 2)]
    [InlineData("ru", 12, 2)]
    [InlineData("ru", 14, 2)]
    [InlineData("ru", 21, 0)]
    [InlineData("ru", 22, 1)]
    [InlineData("ru", 101, 0)]
    [InlineData("ru", 111, 2)]
    [InlineData("fa", 0, 0)]
    [InlineData("fa", 1, 0)]
    [InlineData("fa", 2, 1)]
    [InlineData("fa", 5, 1)]
    [InlineData("fa", 11, 1)]
    [InlineData("fa", 21, 1)]
    [InlineData("fa", 101, 1)]
    [InlineData("en", 0, 1)]
    [InlineData("en", 1, 0)]
    [InlineData("en", 2, 1)]
    [InlineData("en", 101, 1)]
    public void PluralRule_SelectsTheForm(string language, ulong number, int form) =>
        Assert.Equal(form, PluralRule.Of(language)!.Select(number));

    [Theory]
    [InlineData("en", "1 byte", "12,345 bytes")]
    [InlineData("ru", "1 байт", "12 345 байт")]
    [InlineData("fa", "۱ بایت", "۱۲٬۳۴۵ بایت")]
    [InlineData("fa-AF", "۱ بایت", "۱۲٬۳۴۵ بایت")]
    [InlineData("zh", "1 byte", "12,345 bytes")]
    [InlineData("ar", "١ byte", "١٢٬٣٤٥ bytes")]
    public void Count_UsesTheLanguagesDigits(string language, string one, string many)
    {
        Assert.Equal(one, In(language).Count("size.bytes", 1));
        Assert.Equal(many, In(language).Count("size.bytes", 12345).Replace('\u00A0', ' '));
    }

    [Theory]
    [InlineData("en", "en", "ltr")]
    [InlineData("en-GB", "en-GB", "ltr")]
    [InlineData("ru-RU", "ru-RU", "ltr")]
    [InlineData("fa", "fa", "rtl")]
    [InlineData("fa-AF", "fa-AF", "rtl")]
    [InlineData("zh", "en", "ltr")]
    [InlineData("ar", "en", "ltr")]
    public void LangAndDir_AreOfTheWords(string language, string lang, string dir) =>
        Assert.Equal((lang, dir), (In(language).Lang, In(language).Dir));

    [Fact]
    public void Index_UnknownKey_ThrowsOrShowsTheKey()
    {
        Assert.Contains(
            "no.such",
            Assert.Throws<KeyNotFoundException>(() => new Localizer("ru", isStrict: true)["no.such"]).Message,
            StringComparison.Ordinal
        );
        var lenient = new Localizer("ru", isStrict: false);
        Assert.Equal("no.such", lenient["no.such"]);
        Assert.Equal("no.such", lenient.Count("no.such", 2));
        Assert.Equal("no.such", Written(lenient.Html("no.such")));
    }

    [Fact]
    public void Index_MissingArgument_ThrowsOrIsLeftOut()
    {
        Assert.Throws<InvalidOperationException>(() => new Localizer("en", isStrict: true)["date.moment", "a"]);
        Assert.Equal("a, ", new Localizer("en", isStrict: false)["date.moment", "a"]);
    }

    [Theory]
    [InlineData("en", "")]
    [InlineData("en", "A", "A")]
    [InlineData("en", "A and B", "A", "B")]
    [InlineData("en", "A, B and C", "A", "B", "C")]
    [InlineData("ru", "А, Б, В и Г", "А", "Б", "В", "Г")]
    [InlineData("fa", "الف، ب و پ", "الف", "ب", "پ")]
    [InlineData("fa", "\u2068AP\u2069، ب و \u2068TASS\u2069", "AP", "ب", "TASS")]
    public void List_JoinsAsInASentence(string language, string expected, params string[] items) =>
        Assert.Equal(expected, In(language).List(items));

    [Fact]
    public void Index_NameThatRunsAgainstTheWords_IsIsolated()
    {
        Assert.Equal("\u2068کامرسانت\u2069, 2021", In("en")["date.moment", "کامرسانت", "2021"]);
        Assert.Equal("\u2068Kommersant\u2069، کامرسانت", In("fa")["date.moment", "Kommersant", "کامرسانت"]);
        Assert.Equal("Kommersant, Ъ", In("en")["date.moment", "Kommersant", "Ъ"]);
    }

    [Fact]
    public void Html_EncodesWordsAndArguments_AndKeepsTags() =>
        Assert.Equal("Reply<code> to <bdi>&lt;\u0645&gt;</bdi></code>", Written(In("en").Html("thread.reply-to", Tag.Code, "<\u0645>")));

    [Fact]
    public void Html_LinkAttributes_AreEncoded() =>
        Assert.Equal(
            "<a href=\"/a?b=1&amp;c=&quot;\" rel=\"next\">x</a> shows who made each statement in a story, and which outlets passed it on.",
            Written(In("en").Html("layout.about", Tag.Link("/a?b=1&c=\"").With("rel", "next"), "x"))
        );

    [Fact]
    public void Html_FinishedHtml_IsNotEncodedAgain() =>
        Assert.Equal(
            "<b>a</b>, <time datetime=\"2021-07-19T13:42:00&#x2B;04:30\">19 July 2021, 1:42 pm</time>",
            Written(
                In("en")
                    .Html(
                        "date.moment",
                        new HtmlString("<b>a</b>"),
                        Argument.Of(In("en").Time(new(2021, 7, 19, 13, 42, 0, TimeSpan.FromHours(4.5))))
                    )
            )
        );

    [Theory]
    [InlineData("en", 999, "999 bytes")]
    [InlineData("en", 12_500, "12.5 KB")]
    [InlineData("ru", 12_500, "12,5 КБ")]
    [InlineData("fa", 2_000_000, "۲ مگابایت")]
    [InlineData("en", 3_000_000_000, "3 GB")]
    public void FileSize_UsesTheRightUnit(string language, long bytes, string expected) =>
        Assert.Equal(expected, In(language).FileSize(bytes));

    [Fact]
    public void Digits_HaveNoSeparators() => Assert.Equal(("18343", "۱۸۳۴۳"), (In("en").Digits(18343), In("fa").Digits(18343)));

    [Theory]
    [InlineData("en", "fr", "French")]
    [InlineData("en", "en-GB", "English (United Kingdom)")]
    [InlineData("ru", "fr", "французский")]
    [InlineData("ru", "fa-AF", "персидский (Афганистан)")]
    [InlineData("fa", "fr", "فرانسوی")]
    [InlineData("zh", "fr", "French")]
    [InlineData("en", "no such language!", "no such language!")]
    [InlineData("en", "", "")]
    public void LanguageName_IsInTheLanguageOfTheWords(string language, string tag, string expected) =>
        Assert.Equal(expected, In(language).LanguageName(tag));

    /// <summary>A constant text is the catalogue's own string; a text with numbers and dates costs the result alone.</summary>
    [Fact]
    public void Index_AllocatesOnlyItsResult()
    {
        var words = In("fa");
        var day = new DateOnly(2021, 7, 19);
        var expected = words["date.between", day, day];
        Assert.Equal(0, Allocated(() => words["error.title"]));
        Assert.InRange(Allocated(() => words["date.between", day, day]), 1, (2 * expected.Length) + 40);
        Assert.InRange(Allocated(() => words.Count("size.bytes", 12345)), 1, (2 * 11) + 40);
    }

    private static long Allocated(Func<string> words)
    {
        words();
        var before = GC.GetAllocatedBytesForCurrentThread();
        words();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Localizer In(string language) => new(language, isStrict: true);

    private static string Written(IHtmlContent html)
    {
        using var writer = new StringWriter();
        html.WriteTo(writer, Encoder);
        return writer.ToString();
    }
}
