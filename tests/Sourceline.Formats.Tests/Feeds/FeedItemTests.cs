using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.Feeds;

/// <summary>What the items of feeds say, in the ways that feeds say it.</summary>
public sealed class FeedItemTests
{
    [Fact]
    public void Read_UnreadablePublished_IsNotReplacedByUpdated()
    {
        var results = Reading.Text(Atom("<published>soon</published><updated>2021-07-19T09:00:00Z</updated>"));

        var item = Assert.Single(results.OfType<ItemRead>()).Item;
        Assert.Equal((null, false), (item.Published, item.PublishedIsLastChange));
        Assert.Equal(new DateTimeOffset(2021, 7, 19, 9, 0, 0, TimeSpan.Zero), item.Updated);
        Assert.Contains("\"soon\" could not be read", Assert.Single(results.OfType<ProblemFound>()).Reason);
    }

    [Fact]
    public void Read_NoPublishedAtAll_SaysThatItIsTheLastChange()
    {
        var results = Reading.Text(Atom("<updated>2021-07-19T09:00:00Z</updated>"));

        var item = Assert.Single(results.OfType<ItemRead>()).Item;
        Assert.Equal((item.Updated, true), (item.Published, item.PublishedIsLastChange));
        Assert.Contains("no date of publication", Assert.Single(results.OfType<ProblemFound>()).Reason);
    }

    [Theory]
    [InlineData("{\"uri\":\"a:1\",\"headline\":\"A\",\"firstCreated\":\"soon\",\"versionCreated\":\"2021-07-19T09:00:00Z\"}")]
    [InlineData(
        "<rss><channel><item><title>A</title><pubDate>soon</pubDate><updated>2021-07-19T09:00:00Z</updated></item></channel></rss>"
    )]
    [InlineData(
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"title\":\"A\",\"date_published\":\"soon\",\"date_modified\":\"2021-07-19T09:00:00Z\"}]}"
    )]
    public void Read_UnreadableDateOfPublication_IsUnknownInEveryFormat(string text)
    {
        var results = Reading.Text(text);

        Assert.Null(Assert.Single(results.OfType<ItemRead>()).Item.Published);
        Assert.Contains(results.OfType<ProblemFound>(), problem => problem.Reason.Contains("soon", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_EmbargoThatCannotBeRead_WaitsAsADraft()
    {
        var results = Reading.Text(
            "{\"uri\":\"a:1\",\"headline\":\"A\",\"versionCreated\":\"2021-07-19T09:00:00Z\",\"embargoed\":\"Thursday noon\"}"
        );

        Assert.Equal(NewsItemStage.Draft, Assert.Single(results.OfType<ItemRead>()).Item.Stage);
        Assert.Contains("embargo", Assert.Single(results.OfType<ProblemFound>()).Reason);
    }

    [Fact]
    public void Read_PictureAsAtomContent_IsNoText()
    {
        var picture = Convert.ToBase64String([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 2]);
        var results = Reading.Text(
            Atom(
                $"<updated>2021-07-19T09:00:00Z</updated><published>2021-07-19T09:00:00Z</published><content type='image/jpeg'>{picture}</content>"
            )
        );

        Assert.Null(Assert.Single(results.OfType<ItemRead>()).Item.BodyHtml);
        Assert.Contains("image/jpeg", Assert.Single(results.OfType<ProblemFound>()).Reason);
    }

    [Theory]
    [InlineData("application/octet-stream", "PHA+VGhlIGZlcnJ5IHJldHVybnMuPC9wPg==", "<p>The ferry returns.</p>")]
    [InlineData("text/plain", "The ferry returns.", "<p>The ferry returns.</p>")]
    [InlineData("video/mp4", "AAAAIGZ0eXBpc29t//79", null)]
    public void Read_AtomContentOfOtherTypes_IsTextWhereItIsOne(string type, string content, string? expected) =>
        Assert.Equal(expected, Reading.OneItem(Atom($"<content type='{type}'>{content}</content>")).BodyHtml);

    [Theory]
    [InlineData("<title>A&#x3C;B</title>", "A<B")]
    [InlineData("<title>Is 3 &lt; 5?</title>", "Is 3 < 5?")]
    [InlineData("<title>The &amp;lt;b&amp;gt; element</title>", "The <b> element")]
    [InlineData("<title>AT&amp;amp;T buys &lt;b&gt;a pier&lt;/b&gt;</title>", "AT&T buys a pier")]
    [InlineData("<title>Use List&lt;Boat&gt; today</title>", "Use List<Boat> today")]
    [InlineData("<title>x &lt;!-- y</title>", "x <!-- y")]
    public void Read_AngleBracketsInRssTitles_StayWhereTheyAreNoTags(string title, string expected) =>
        Assert.Equal(expected, Reading.OneItem($"<rss><channel><item>{title}</item></channel></rss>").Headline);

    [Theory]
    [InlineData("foo/bar", "Hello")]
    [InlineData("image/png", "Ferry returns")]
    [InlineData("plain", "Ferry returns")]
    [InlineData("text/markdown", "Ferry *returns*")]
    public void Read_AtomTitleOfUnknownType_IsKept(string type, string title) =>
        Assert.Equal(
            title,
            Reading
                .OneItem($"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title type='{type}'>{title}</title></entry></feed>")
                .Headline
        );

    [Fact]
    public void Read_TextWithAnAngleBracket_LosesNothing() =>
        Assert.Equal(
            "<p>When a &lt;b it counts.</p>",
            Reading
                .OneItem(
                    "<rss><channel><item><title>x</title><description>&lt;p&gt;When a &lt;b it counts.&lt;/p&gt;</description></item></channel></rss>"
                )
                .BodyHtml
        );

    [Theory]
    [InlineData("pt_BR", "pt-BR")]
    [InlineData("de_DE", "de-DE")]
    [InlineData("EN-us", "en-US")]
    [InlineData("zh_Hant_TW", "zh-Hant-TW")]
    [InlineData("sr_RS@latin", "sr-RS")]
    [InlineData("de_DE.UTF-8", "de-DE")]
    [InlineData("English", null)]
    [InlineData("x-default", null)]
    public void Read_Language_IsATag(string written, string? expected)
    {
        Assert.Equal(
            expected,
            Reading.OneItem($"<rss><channel><language>{written}</language><item><title>x</title></item></channel></rss>").Language
        );
        Assert.Equal(expected, Reading.OneItem($"<feed xml:lang='{written}'><entry><id>1</id><title>x</title></entry></feed>").Language);
        Assert.Equal(expected, Reading.OneItem($"{{\"uri\":\"a:1\",\"headline\":\"x\",\"language\":\"{written}\"}}").Language);
        Assert.Equal(
            expected,
            Reading
                .OneItem(
                    $"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"language\":\"{written}\",\"items\":[{{\"id\":\"1\",\"title\":\"x\"}}]}}"
                )
                .Language
        );
        Assert.Equal(
            expected,
            Reading.OneItem($"<!doctype html><html lang='{written}'><article><h1>A</h1><p>Words.</p></article>").Language
        );
        Assert.Equal(
            expected,
            Reading.OneItem(Wxr.WxrReaderTests.Export($"<language>{written}</language><item><title>x</title></item>")).Language
        );
    }

    [Fact]
    public void Read_HreflangWithUnderscore_NamesATranslation() =>
        Assert.NotNull(
            Reading
                .OneItem(
                    "<!doctype html><html lang=en><link rel=canonical href='https://a.example/en/1'><link rel=alternate hreflang=pt_BR href='https://a.example/pt/1'><article><h1>A</h1><p>Words.</p></article>"
                )
                .TranslationKey
        );

    [Fact]
    public void Read_Aggregator_SourcesAuthorBeatsTheFeeds()
    {
        var planet = Reading.OneItem(
            "<feed xmlns='http://www.w3.org/2005/Atom'><author><name>Keeper</name></author><entry><id>1</id><title>x</title><source><author><name>Jo Marsh</name></author></source></entry></feed>"
        );
        var own = Reading.OneItem(
            "<feed xmlns='http://www.w3.org/2005/Atom'><author><name>Keeper</name></author><entry><id>1</id><title>x</title></entry></feed>"
        );

        Assert.Equal(("Jo Marsh", "Keeper"), (planet.Byline, own.Byline));
    }

    [Fact]
    public void Read_AlternateThatIsADocument_IsAFileAndNoPage()
    {
        var item = Reading.OneItem(
            Atom(
                "<link rel='alternate' type='application/pdf' href='https://a.example/1.pdf'/><link rel='alternate' type='text/html' href='https://a.example/1'/>"
            )
        );

        Assert.Equal("https://a.example/1", item.Url);
        Assert.Equal("https://a.example/1.pdf", Assert.Single(item.Attachments).Url);
    }

    [Theory]
    [InlineData("feedburner:origLink")]
    [InlineData("pheedo:origLink")]
    public void Read_OriginalLink_BeatsTheOneThatCountsVisits(string element) =>
        Assert.Equal(
            "https://a.example/1",
            Reading
                .OneItem(
                    $"<rss xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0' xmlns:pheedo='http://www.pheedo.com/namespace/pheedo'><channel><item><title>x</title><link>https://feeds.example/~r/x/1</link><{element}>https://a.example/1</{element}></item></channel></rss>"
                )
                .Url
        );

    [Fact]
    public void Read_MediaGroup_KeepsTheLargestAndMarksTheFirstPicture()
    {
        var item = Reading.OneItem(
            """
            <rss xmlns:media="http://search.yahoo.com/mrss/"><channel><item><title>x</title>
            <media:group><media:content url="https://a.example/s.jpg" medium="image" width="100" height="50"/><media:content url="https://a.example/l.jpg" medium="image" width="1200" height="600"/><media:content url="https://a.example/f.mp4" medium="video" width="640" height="360"/></media:group>
            <media:content url="https://a.example/other.jpg" type="image/jpeg"/><enclosure url="https://a.example/s.mp3" type="audio/mpeg"/></item></channel></rss>
            """
        );

        Assert.Equal(
            ["https://a.example/s.mp3", "https://a.example/other.jpg", "https://a.example/l.jpg", "https://a.example/f.mp4"],
            item.Attachments.Select(file => file.Url)
        );
        Assert.Equal("https://a.example/other.jpg", Assert.Single(item.Attachments, file => file.Role == AttachmentRole.Featured).Url);
    }

    [Fact]
    public void Read_PicturesOfABody_AreFilesOfTheItem()
    {
        var item = Reading.OneItem(
            "<rss><channel><link>https://a.example/</link><item><title>x</title><link>https://a.example/1</link><description>&lt;p&gt;Words.&lt;/p&gt;&lt;img src='/p/big.png' alt='Big'&gt;&lt;img src='https://b.example/x.gif' width=1 height=1&gt;&lt;img src='data:image/gif;base64,R0' data-src='late.png'&gt;</description></item></channel></rss>"
        );

        Assert.Equal(
            [("https://a.example/p/big.png", AttachmentRole.InBody), ("https://a.example/late.png", AttachmentRole.InBody)],
            item.Attachments.Select(file => (file.Url, file.Role))
        );
        Assert.Equal("Big", item.Attachments[0].AltText);
        Assert.Contains("src=\"https://a.example/late.png\"", item.BodyHtml);
    }

    [Fact]
    public void Read_ImageOfAJsonFeedAndMainPictureOfNinjs_AreFeatured()
    {
        var feed = Reading.OneItem(
            "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"title\":\"x\",\"image\":\"https://a.example/i.jpg\"}]}"
        );
        var ninjs = Reading.OneItem(
            "{\"uri\":\"a:1\",\"headline\":\"x\",\"associations\":{\"map\":{\"type\":\"graphic\",\"renditions\":{\"o\":{\"href\":\"https://a.example/m.png\"}}},\"featuremedia\":{\"type\":\"picture\",\"renditions\":{\"o\":{\"href\":\"https://a.example/f.jpg\"}}}}}"
        );

        Assert.Equal(AttachmentRole.Featured, Assert.Single(feed.Attachments).Role);
        Assert.Equal(
            [("https://a.example/f.jpg", AttachmentRole.Featured), ("https://a.example/m.png", AttachmentRole.Attached)],
            ninjs.Attachments.Select(file => (file.Url, file.Role))
        );
    }

    [Theory]
    [InlineData("Tim &amp;amp; Jane O&amp;#039;Hara", "Tim & Jane O'Hara")]
    [InlineData("By Jo Marsh", "Jo Marsh")]
    [InlineData("Written by: Jo Marsh", "Jo Marsh")]
    [InlineData("Von Jo Marsh", "Jo Marsh")]
    [InlineData("Von der Leyen", "Von der Leyen")]
    [InlineData("jo@desk.example (Jo Marsh)", "Jo Marsh")]
    [InlineData("Jo Marsh &lt;jo@desk.example&gt;", "Jo Marsh")]
    [InlineData("mailto:jo@desk.example", null)]
    [InlineData("admin", null)]
    [InlineData("Administrator", null)]
    [InlineData("Staff", "Staff")]
    public void Read_Author_IsTheName(string written, string? expected) =>
        Assert.Equal(
            expected,
            Reading.OneItem($"<rss><channel><item><title>x</title><author>{written}</author></item></channel></rss>").Byline
        );

    private static string Atom(string fields) =>
        $"<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title><entry><id>tag:a.example,2021:1</id><title>x</title>{fields}</entry></feed>";
}
