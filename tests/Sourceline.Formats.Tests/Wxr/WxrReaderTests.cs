using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.Wxr;

public sealed class WxrReaderTests
{
    [Fact]
    public void Read_Samples_AsApproved()
    {
        foreach (var path in Repository.Samples("Wxr"))
            Approved.Match(Described.Results(Reading.File(path)), Path.GetFileName(path));
    }

    [Theory]
    [InlineData("themeunittestdata.wordpress.xml", 186)]
    [InlineData("64-block-test-data.xml", 72)]
    [InlineData("theme-preview.xml", 7)]
    public void Read_ThemeTestData_LosesNoItem(string file, int expected)
    {
        var results = Reading.File(Repository.Shared("data/wxr/theme-test-data/" + file));

        Assert.Equal(expected, results.OfType<ItemRead>().Count() + Reading.LostOrSkipped(results));
        Assert.DoesNotContain(results.OfType<ProblemFound>(), p => p.Severity == ProblemSeverity.Error);
        Assert.DoesNotContain(results.OfType<ProblemFound>(), p => p.Reason.Contains("damaged", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_ThemeTestData_CountsOfEachKind()
    {
        var results = Reading.File(Repository.Shared("data/wxr/theme-test-data/themeunittestdata.wordpress.xml"));
        var items = results.OfType<ItemRead>().Select(r => r.Item).ToList();

        Assert.Equal((58, 21, 37), (Count(NewsItemKind.Story), Count(NewsItemKind.Page), Count(NewsItemKind.Attachment)));
        Assert.Equal(70, results.OfType<ProblemFound>().Count(p => p.Severity == ProblemSeverity.Skipped));
        Assert.Equal(29, items.Sum(i => i.Replies.Length));
        Assert.All(items.Where(i => i.Kind == NewsItemKind.Attachment), i => Assert.Single(i.Attachments));
        Assert.Equal("wpthemetestdata.wordpress.com", items[0].Origin);

        int Count(NewsItemKind kind) => items.Count(i => i.Kind == kind);
    }

    [Fact]
    public void Read_BrokenItems_ReportsThemAndReadsTheRest()
    {
        var results = Reading.Text(
            Export(
                """
                <item><title>One</title><wp:post_id>1</wp:post_id></item>
                <item><title>Two & more</title><wp:post_id>2</wp:post_id><content:encoded><![CDATA[Never closed
                </content:encoded></item>
                <item><title>Three</title><wp:post_id>3</wp:post_id><dc:creator>x</wrong></item>
                <item><title>Four</title><wp:post_id>4</wp:post_id>
                <item><title>Five</title><wp:post_id>5</wp:post_id></item>
                """
            )
        );

        Assert.Equal(["1", "2", "3", "5"], results.OfType<ItemRead>().Select(r => r.Item.Id));
        Assert.Equal(ProblemSeverity.Error, Assert.Single(results.OfType<ProblemFound>(), p => p.ItemId == "4").Severity);
        Assert.Equal(2, results.OfType<ProblemFound>().Count(p => p.Severity == ProblemSeverity.Warning));
        Assert.Equal("<p>Never closed</p>", results.OfType<ItemRead>().ElementAt(1).Item.BodyHtml);
    }

    [Fact]
    public void Read_CutShort_SaysSo()
    {
        var whole = Export(
            "<item><title>One</title><wp:post_id>1</wp:post_id></item><item><title>Two</title><wp:post_id>2</wp:post_id></item>"
        );
        var results = Reading.Text(whole[..whole.LastIndexOf("<wp:post_id>", StringComparison.Ordinal)]);

        Assert.Equal("1", Assert.Single(results.OfType<ItemRead>()).Item.Id);
        Assert.Contains(results.OfType<ProblemFound>(), p => p is { Severity: ProblemSeverity.Error, Position.Item: 2 });
    }

    [Fact]
    public void Read_Problems_HoldNoAddressOfAReader()
    {
        var results = Reading.Text(
            Export(
                """
                <item><title>One</title><wp:post_id>1</wp:post_id><wp:comment><wp:comment_id>1</wp:comment_id>
                <wp:comment_author_email>jo@reader.example</wp:comment_author_email><wp:comment_content></wp:comment_content></wp:comment></item>
                """
            )
        );

        Assert.NotEmpty(results.OfType<ProblemFound>());
        Assert.All(results.OfType<ProblemFound>(), p => Assert.DoesNotContain("@", p.Reason));
    }

    [Fact]
    public void Read_AddressGivenAsName_IsNotShown()
    {
        var item = Reading.OneItem(
            Export(
                "<item><title>One</title><wp:post_id>1</wp:post_id><wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>jo@reader.example</wp:comment_author><wp:comment_content>Hm</wp:comment_content></wp:comment></item>"
            )
        );

        Assert.Equal("jo", Assert.Single(item.Replies).Name);
    }

    [Fact]
    public void Read_BreaksOffBeforeItsFirstItem_IsAnError()
    {
        var whole = Export("<item><title>One</title></item>");
        var results = Reading.Text(whole[..whole.IndexOf("<item>", StringComparison.Ordinal)]);

        Assert.Equal(ProblemSeverity.Error, Assert.Single(results.OfType<ProblemFound>()).Severity);
    }

    [Fact]
    public void Read_ExportWithoutItems_IsNoProblem() => Assert.Empty(Reading.Text(Export("")).OfType<ProblemFound>());

    [Theory]
    [InlineData("https://harbour.example/?p=7", "https://harbour.example/?p=7")]
    [InlineData("/?p=7", "https://harbour.example/?p=7")]
    [InlineData("?p=7", "https://harbour.example/?p=7")]
    [InlineData("mailto:jo@harbour.example", null)]
    public void Read_Link_IsAbsoluteOrLeftOut(string link, string? expected) =>
        Assert.Equal(
            expected,
            Reading
                .OneItem(
                    Export($"<item><title>One</title><link>{link}</link><wp:post_id>7</wp:post_id><wp:status>draft</wp:status></item>")
                )
                .Url
        );

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_FeaturedPicture_IsLinkedWithItsPost(bool comesFirst)
    {
        const string picture =
            "<item><wp:post_id>9</wp:post_id><wp:post_parent>0</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://harbour.example/f.jpg</wp:attachment_url></item>";
        const string post =
            "<item><wp:post_id>7</wp:post_id><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta></item>";
        var items = Reading.Text(Export(comesFirst ? picture + post : post + picture)).OfType<ItemRead>().Select(r => r.Item).ToList();

        var file = Assert.Single(items.Last().Attachments);
        Assert.Equal(("https://harbour.example/f.jpg", "9", "7"), (file.Url, file.Id, file.ParentId));
    }

    internal static string Export(string items) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
            <channel><title>Harbour Post</title><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://harbour.example</wp:base_blog_url>
            {items}
            </channel></rss>
            """;
}
