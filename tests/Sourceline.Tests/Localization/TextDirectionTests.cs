using Sourceline.Localization;

namespace Sourceline.Tests.Localization;

public sealed class TextDirectionTests
{
    [Theory]
    [InlineData(
        "ar",
        "ckb",
        "dv",
        "fa",
        "fa-AF",
        "he",
        "nqo",
        "prs",
        "ps",
        "sd",
        "syr",
        "ug",
        "ur",
        "yi",
        "arc",
        "ku-Arab",
        "az-Arab",
        "pa-Arab",
        "FA-af",
        "ms-arab"
    )]
    public void Of_RightToLeftLanguages(params string[] languages) =>
        Assert.All(languages, language => Assert.Equal("rtl", TextDirection.Of(language)));

    [Theory]
    [InlineData("en", "ru", "zh", "az", "ur-Latn", "fa-Latn", "ku", "th", "no-such-language", "", "x")]
    public void Of_OtherLanguages(params string[] languages) =>
        Assert.All(languages, language => Assert.Equal("ltr", TextDirection.Of(language)));

    [Theory]
    [InlineData("Kommersant", true, true)]
    [InlineData("Kommersant", false, false)]
    [InlineData("کامرسانت", false, true)]
    [InlineData("کامرسانت ۱۲", true, false)]
    [InlineData("12:30 – 14", true, false)]
    [InlineData("Ъ", true, true)]
    [InlineData("עיתון", false, true)]
    [InlineData("", true, false)]
    public void RunsAgainst_LooksAtLetters(string text, bool isRightToLeft, bool expected) =>
        Assert.Equal(expected, TextDirection.RunsAgainst(text, isRightToLeft));
}
