using Sourceline.Site;
using Sourceline.Syndication;

namespace Sourceline.Tests.Syndication;

public sealed class AbsoluteUrlsTests
{
    private static readonly Uri Page = new("https://courier.example/412/ferry");

    [Theory]
    [InlineData("<p><a href=\"#note-1\">1</a></p>", "<p><a href=\"https://courier.example/412/ferry#note-1\">1</a></p>")]
    [InlineData("<img src=\"/media/a.png\">", "<img src=\"https://courier.example/media/a.png\">")]
    [InlineData("<img src=\"a.png\">", "<img src=\"https://courier.example/412/a.png\">")]
    [InlineData("<img src=\"//b.example/a.png\">", "<img src=\"https://b.example/a.png\">")]
    [InlineData("<a href=\"?page=2\">2</a>", "<a href=\"https://courier.example/412/ferry?page=2\">2</a>")]
    [InlineData(
        "<a href=\"mailto:jo@b.example\">Jo</a> <a href=\"https://b.example/\">b</a>",
        "<a href=\"mailto:jo@b.example\">Jo</a> <a href=\"https://b.example/\">b</a>"
    )]
    public void In_BodyOfAFeed_HasAddressesThatLeadThereFromAnywhere(string body, string expected) =>
        Assert.Equal(expected, AbsoluteUrls.In(body, Page));

    [Theory]
    [InlineData("Jo Marsh", new[] { "Jo Marsh" })]
    [InlineData("Jo Marsh, Ole Brand", new[] { "Jo Marsh", "Ole Brand" })]
    [InlineData("Jo Marsh and Ole Brand", new[] { "Jo Marsh", "Ole Brand" })]
    [InlineData("Jo Marsh, Mina Haidari und Ole Brand", new[] { "Jo Marsh", "Mina Haidari", "Ole Brand" })]
    [InlineData("Tim and Jane O'Hara", new[] { "Tim and Jane O'Hara" })]
    [InlineData("Marsh and Sons", new[] { "Marsh and Sons" })]
    public void Of_Byline_IsAPersonEach(string byline, string[] expected) => Assert.Equal(expected, BylineNames.Of(byline));
}
