using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Tests;

public sealed class LanguageTagsTests
{
    [Theory]
    [InlineData("en", true)]
    [InlineData(" fa-AF ", true)]
    [InlineData("haz", true)]
    [InlineData("und", false)]
    [InlineData("MUL", false)]
    [InlineData("zxx", false)]
    [InlineData("mis-Latn", false)]
    [InlineData("english", false)]
    [InlineData("x-own", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void NameOne_AsWritten_IsWhetherItIsALanguage(string? tag, bool names) => Assert.Equal(names, LanguageTags.NameOne(tag));

    [Theory]
    [InlineData("en-GB", "en")]
    [InlineData("ZH_hant_TW", "zh")]
    [InlineData("fa", "fa")]
    public void Primary_WithRegionOrScript_IsWithoutThem(string tag, string primary) => Assert.Equal(primary, LanguageTags.Primary(tag));
}
