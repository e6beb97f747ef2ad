using Sourceline.Data.Model;

namespace Sourceline.Tests.Data;

public sealed class StoryAddressTests
{
    [Theory]
    [InlineData("/2021/07/it%27s-here/", "/2021/07/it's-here")]
    [InlineData("/2021/07/a%2Cb", "/2021/07/a,b")]
    [InlineData("/2021/07/a%28b%29", "/2021/07/a(b)")]
    [InlineData("/2021/07/a%3Ab%26c%21", "/2021/07/a:b&c!")]
    [InlineData("/2021/07/caf%c3%a9/", "/2021/07/café")]
    [InlineData("/2021/07/NA%C3%8FVE", "/2021/07/naïve")]
    [InlineData("/2021/07/a%20b", "/2021/07/a b")]
    [InlineData("/2021/07/a+b", "/2021/07/a+b")]
    [InlineData("/2021/07/a%2Fb", "/2021/07/a%2fb")]
    [InlineData("/2021/07/q%3Fmark", "/2021/07/q%3fmark")]
    [InlineData("/2021/07/100%25", "/2021/07/100%25")]
    [InlineData("/2021/07/broken%zz", "/2021/07/broken%25zz")]
    [InlineData("/2021/07/%d8%ae%d8%a8%d8%b1", "/2021/07/خبر")]
    [InlineData("/news.php?id=5", "/news.php?id=5")]
    [InlineData("/", null)]
    [InlineData("news", null)]
    public void Normalise_EscapedOrNot_IsOneAddress(string address, string? expected)
    {
        Assert.Equal(expected, StoryAddress.Normalise(address));
        if (expected is not null && !expected.Contains('?', StringComparison.Ordinal))
            Assert.Equal(expected, StoryAddress.Normalise(new Uri(new Uri("https://a.example"), address).PathAndQuery));
    }

    [Theory]
    [InlineData("/?p=8020&utm_source=x", new[] { "/?p=8020&utm_source=x", "/?p=8020" })]
    [InlineData("/?lang=en&p=8020", new[] { "/?lang=en&p=8020", "/?p=8020" })]
    [InlineData("/a?id=5&gclid=x", new[] { "/a?id=5&gclid=x", "/a?id=5", "/a" })]
    [InlineData("/a/", new[] { "/a" })]
    public void FormsOf_Query_LeavesOutWhatIdentifiesNothing(string address, string[] expected) =>
        Assert.Equal(expected, StoryAddress.FormsOf(address));
}
