using System.Globalization;
using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.Feeds;

/// <summary>No item of a feed replaces another because the feed gives both the same identifier.</summary>
public sealed class FeedIdTests
{
    [Fact]
    public void Read_OneGuidWithSeveralLinks_UsesTheLinks()
    {
        var results = Rss(
            Item("A", "https://isle.example/1", "x-1"),
            Item("B", "https://isle.example/2", "x-1"),
            Item("C", "https://isle.example/3", "c")
        );

        Assert.Equal(["https://isle.example/1", "https://isle.example/2", "c"], Ids(results));
        Assert.Contains("2 items with different URLs", Assert.Single(results.OfType<ProblemFound>()).Reason);
    }

    [Theory]
    [InlineData("https://isle.example/")]
    [InlineData("http://www.isle.example")]
    public void Read_HomePageAsGuidOrLink_IsNoIdentifier(string home)
    {
        var asGuid = Ids(Rss(Item("A", "https://isle.example/1", home)));
        var asLink = Ids(Rss(Item("A", home, null), Item("B", home, null)));

        Assert.Equal("https://isle.example/1", Assert.Single(asGuid));
        Assert.Equal(2, asLink.Distinct().Count());
    }

    [Fact]
    public void Read_OneLinkForSeveralItems_KeepsAll()
    {
        var results = Rss(
            Item("A", "https://isle.example/live", null),
            Item("B", "https://isle.example/live", null),
            Item("B", "https://isle.example/live", null, "Other words")
        );

        Assert.Equal(3, Ids(results).Distinct().Count());
        Assert.NotEmpty(results.OfType<ProblemFound>());
        Assert.Equal(
            Ids(results),
            Ids(
                Rss(
                    Item("A", "https://isle.example/live", null),
                    Item("B", "https://isle.example/live", null),
                    Item("B", "https://isle.example/live", null, "Other words")
                )
            )
        );
    }

    [Fact]
    public void Read_ItemRepeated_IsOneAndSaid()
    {
        var results = Rss(Item("A", "https://isle.example/1", "g"), Item("A", "https://isle.example/1", "g"));

        Assert.Equal(["g", "g"], Ids(results));
        Assert.Equal("The feed repeats an item.", Assert.Single(results.OfType<ProblemFound>()).Reason);
    }

    [Fact]
    public void Read_EqualIdsInAJsonFeed_KeepAll()
    {
        var results = Reading.Text(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"content_text\":\"One thing.\"},{\"id\":\"1\",\"content_text\":\"Another thing.\"},{\"id\":1,\"content_text\":\"A third thing.\"}]}"
        );

        Assert.Equal(3, Ids(results).Distinct().Count());
        Assert.NotEmpty(results.OfType<ProblemFound>());
    }

    [Fact]
    public void Read_EqualIdsInAtom_KeepAll()
    {
        var entry =
            "<entry><id>tag:a.example,2021:1</id><title>{0}</title><link href='https://a.example/{0}'/><updated>2021-07-19T09:00:00Z</updated></entry>";
        var results = Reading.Text(
            $"<feed xmlns='http://www.w3.org/2005/Atom'><link href='https://a.example/'/>{string.Format(CultureInfo.InvariantCulture, entry, "A")}{string.Format(CultureInfo.InvariantCulture, entry, "B")}</feed>"
        );

        Assert.Equal(["https://a.example/A", "https://a.example/B"], Ids(results));
    }

    [Theory]
    [InlineData("http://isle.example/1")]
    [InlineData("https://www.isle.example/1")]
    [InlineData("https://isle.example/1/")]
    [InlineData("https://isle.example/1?utm_source=feed&utm_medium=rss#top")]
    [InlineData("https://ISLE.example:443/1?fbclid=x")]
    public void Read_FormsOfOneUrl_AreOneItem(string url)
    {
        var item = Assert.Single(Rss(Item("A", url, null)).OfType<ItemRead>()).Item;
        var page = Reading.OneItem($"<!doctype html><link rel=canonical href='{url}'><article><h1>A</h1><p>Words of it.</p></article>");

        Assert.Equal(("isle.example", "https://isle.example/1"), (item.Origin, item.Id));
        Assert.Equal(("isle.example", "https://isle.example/1"), (page.Origin, page.Id));
    }

    [Theory]
    [InlineData("https://isle.example/story?id=5", "https://isle.example/story?id=6")]
    [InlineData("https://isle.example/1", "https://m.isle.example/1")]
    [InlineData("https://isle.example/a", "https://isle.example/A")]
    public void Read_DifferentUrls_StayDifferent(string one, string other) =>
        Assert.Equal(2, Ids(Rss(Item("A", one, null), Item("A", other, null))).Distinct().Count());

    [Fact]
    public void Read_PagesOfOneHeadlineWithoutADate_AreDifferent()
    {
        const string page = "<!doctype html><link rel=canonical href='https://isle.example/'><article><h1>Notices</h1><p>{0}</p></article>";
        var (one, other) = (
            Reading.Text(page.Replace("{0}", "The ferry returns.", StringComparison.Ordinal)),
            Reading.Text(page.Replace("{0}", "The pier is closed.", StringComparison.Ordinal))
        );

        Assert.NotEqual(Ids(one)[0], Ids(other)[0]);
        Assert.Equal("isle.example", Assert.Single(one.OfType<ItemRead>()).Item.Origin);
        Assert.Contains("no date", Assert.Single(one.OfType<ProblemFound>()).Reason);
    }

    private static List<string> Ids(IEnumerable<ReadResult> results) => [.. results.OfType<ItemRead>().Select(read => read.Item.Id)];

    private static List<ReadResult> Rss(params string[] items) =>
        Reading.Text(
            $"<rss version='2.0'><channel><title>Isle</title><link>https://isle.example/</link>{string.Concat(items)}</channel></rss>"
        );

    private static string Item(string title, string link, string? guid, string words = "Words") =>
        $"<item><title>{title}</title><link>{link.Replace("&", "&amp;", StringComparison.Ordinal)}</link>{(guid is null ? "" : $"<guid isPermaLink='false'>{guid}</guid>")}<description>{words}</description></item>";
}
