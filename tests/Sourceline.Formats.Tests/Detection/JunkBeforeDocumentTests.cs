using System.Text;
using Sourceline.Formats.Tests.Support;
using Sourceline.Formats.Tests.Wxr;

namespace Sourceline.Formats.Tests.Detection;

/// <summary>What programs print before an export or a feed does not hide it; it is reported.</summary>
public sealed class JunkBeforeDocumentTests
{
    private const string Feed =
        "<?xml version='1.0'?><rss version='2.0'><channel><title>t</title><item><title>Ferry</title><guid>1</guid></item></channel></rss>";

    [Theory]
    [InlineData("<br />\n<b>Warning</b>:  Undefined array key in <b>/srv/www/x.php</b> on line <b>12</b><br />\n")]
    [InlineData("<br><b>Warning</b>: x in <b>/x.php</b> on line <b>1</b><br>")]
    [InlineData("PHP Notice:  Undefined index: x in /srv/www/x.php on line 12\n")]
    [InlineData("<script>track()</script>")]
    [InlineData("<script type='text/javascript'>if (a < b) { c(); }</script>\n<!-- x -->\n")]
    [InlineData("<style>p { color: red }</style><div class='error'><p>The plug-in failed.</p></div>")]
    [InlineData("\n\n\ufeff")]
    [InlineData("0\r\n")]
    [InlineData("\0\0")]
    public void Read_JunkBeforeAFeed_IsSkippedAndReported(string junk)
    {
        var results = Reading.Text(junk + Feed);

        var read = Assert.Single(results.OfType<ItemRead>());
        Assert.Equal("Ferry", read.Item.Headline);
        Assert.Equal(NewsFormat.Rss, Assert.IsType<DocumentFound>(results[0]).Format);
        var isVisible = junk.Trim('\n', '\r', '\ufeff', '\0').Length > 0;
        Assert.Equal(
            isVisible,
            results
                .OfType<ProblemFound>()
                .Any(p =>
                    p is { Severity: ProblemSeverity.Warning, Position.Line: 1 }
                    && p.Reason.Contains("before the beginning", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void Read_JunkBeforeAnExport_KeepsLinesAndHeader()
    {
        var results = Reading.Text(
            "<br />\n<b>Deprecated</b>: x on line <b>12</b><br />\n"
                + WxrReaderTests.Export("\n<item><title>One</title><wp:post_id>1</wp:post_id></item>")
        );

        var read = Assert.Single(results.OfType<ItemRead>());
        Assert.Equal(("harbour.example", "One", 7L), (read.Item.Origin, read.Item.Headline, read.Position.Line));
    }

    [Fact]
    public void Read_JunkBeforeAJsonFeed_IsSkippedAndReported()
    {
        var results = Reading.Text(
            "<br />\n<b>Notice</b>: x in <b>/x.php</b> on line <b>1</b><br />\n{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"title\":\"A\"}]}"
        );

        Assert.Equal("A", Assert.Single(results.OfType<ItemRead>()).Item.Headline);
        Assert.Single(results.OfType<ProblemFound>());
    }

    [Theory]
    [InlineData("Dear readers, this is how a feed looks, and you can copy it from here into a file of your own.\n\n")]
    [InlineData("From: Jo <jo@x.example>\nSubject: the feed\n\n")]
    public void Read_WordsBeforeAFeed_AreNoJunk(string words) => Assert.Empty(Reading.Text(words + Feed).OfType<ItemRead>());

    [Fact]
    public void Read_NullCharactersInAnExport_AreLeftOut()
    {
        var export = WxrReaderTests
            .Export("<item><title>O\0ne</title><wp:post_id>1</wp:post_id></item>")
            .Replace("Harbour Post", "Harbour\0 Post", StringComparison.Ordinal);

        Assert.Equal("One", Reading.OneItem(export).Headline);
    }

    [Fact]
    public void Read_ErrorWithoutADocument_IsRefused() =>
        Assert.IsType<ProblemFound>(Assert.Single(Reading.Text("<br />\n<b>Fatal error</b>: x in <b>/x.php</b> on line <b>1</b><br />\n")));
}
