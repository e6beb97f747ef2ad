using Sourceline.Localization;

namespace Sourceline.Tests.Localization;

public sealed class LanguageNamesTests
{
    [Theory]
    [InlineData("fr", "Français")]
    [InlineData("fr-CA", "Français")]
    [InlineData("fa", "فارسی")]
    [InlineData("ru-RU", "Русский")]
    [InlineData("zh-Hans", "中文")]
    [InlineData("xx", "xx")]
    [InlineData("a", "a")]
    public void Own_IsTheLanguagesNameForItself(string tag, string name) => Assert.Equal(name, LanguageNames.Own(tag));

    [Fact]
    public void Own_Whole_TellsRegionsApart() =>
        Assert.Equal(
            ("English (United Kingdom)", "English (United States)"),
            (LanguageNames.Own("en-GB", isWhole: true), LanguageNames.Own("en-us", isWhole: true))
        );

    [Theory]
    [InlineData("fr", "French")]
    [InlineData("pt-BR", "Portuguese (Brazil)")]
    [InlineData("a", "a")]
    public void English_IsOurNameForIt(string tag, string name) => Assert.Equal(name, LanguageNames.English(tag));

    [Theory]
    [InlineData("en-GB", "EN", true)]
    [InlineData("en", "fr", false)]
    public void SameTongue_LooksAtTheLanguageAlone(string tag, string other, bool same) =>
        Assert.Equal(same, LanguageNames.SameTongue(tag, other));
}
