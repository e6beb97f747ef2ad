using System.Diagnostics;
using CsCheck;
using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.Hostile;

public sealed class HostileInputTests
{
    private static readonly string[] SampleFolders = ["Rss", "Atom", "JsonFeed", "Ninjs", "Wxr", "SavedPage", "SavedHtml"];

    [Fact]
    public void Read_RandomBytes_NeverThrows() =>
        Gen
            .Byte.Array[0, 400]
            .Sample(
                bytes =>
                {
                    Reading.Bytes(bytes);
                },
                iter: 2000
            );

    [Fact]
    public void Read_RandomMarkup_NeverThrows()
    {
        string[] pieces =
        [
            "<",
            ">",
            "</",
            "/>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?",
            "<!DOCTYPE",
            "[",
            "&",
            ";",
            "&#x0;",
            "&amp",
            "\"",
            "'",
            "=",
            "<rss>",
            "<channel>",
            "<item>",
            "</item>",
            "<title>",
            "<link href=",
            "<feed",
            "<entry>",
            "xml:base='",
            "xmlns:wp='http://wordpress.org/export/1.2/'",
            "<wp:post_id>",
            "{",
            "}",
            "\"uri\":",
            "\n",
            "\0",
            "\ud83d",
            "No: 5",
        ];
        Gen.Int[0, pieces.Length - 1]
            .Select(i => pieces[i])
            .Array[0, 60]
            .Sample(
                parts =>
                {
                    Reading.Text(string.Concat(parts));
                    Reading.Text("<rss>" + string.Concat(parts));
                    Reading.Text("{\"uri\":" + string.Concat(parts));
                },
                iter: 2000
            );
    }

    [Fact]
    public void Read_TruncatedSamples_NeverThrowAndLoseNothingSilently()
    {
        foreach (var path in SampleFolders.SelectMany(Repository.Samples))
        {
            var bytes = File.ReadAllBytes(path);
            for (var length = 0; length < bytes.Length; length += Math.Max(1, bytes.Length / 150))
                Assert.NotEmpty(Reading.Bytes(bytes[..length], Reading.Options(Path.GetFileName(path))));
        }
    }

    [Fact]
    public void Read_DamagedSamples_NeverThrow()
    {
        var samples = SampleFolders.SelectMany(Repository.Samples).Select(File.ReadAllBytes).ToArray();
        Gen.Select(Gen.Int[0, samples.Length - 1], Gen.Select(Gen.Int[0, 20_000], Gen.Byte).Array[1, 20])
            .Sample(
                (sample, changes) =>
                {
                    var bytes = (byte[])samples[sample].Clone();
                    foreach (var (at, value) in changes)
                        bytes[at % bytes.Length] = value;
                    Reading.Bytes(bytes);
                },
                iter: 600
            );
    }

    [Fact]
    public void Read_XmlBombs_EndQuicklyAndFetchNothing()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.Shared("data/hostile/defusedxml/xmltestdata")))
        {
            var bomb = File.ReadAllText(path);
            var declaration =
                bomb.Contains("<!DOCTYPE", StringComparison.Ordinal) && bomb.Contains("]>", StringComparison.Ordinal)
                    ? bomb[..(bomb.IndexOf("]>", StringComparison.Ordinal) + 2)]
                    : "";
            var watch = Stopwatch.StartNew();
            Reading.Text(bomb);
            var results = Reading.Text(
                declaration + "<rss><channel><item><title>x &a; &b; &c; &d; &ee; &xxe; &bomb; y</title></item></channel></rss>"
            );
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), path);
            Assert.All(results.OfType<ItemRead>(), r => Assert.True(r.Item.Headline!.Length < 100));
        }
    }

    [Fact]
    public void Read_ExternalEntity_StaysAsWritten() =>
        Assert.Equal(
            "&xxe;",
            Reading
                .OneItem(
                    "<!DOCTYPE rss [<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>&xxe;</title></item></channel></rss>"
                )
                .Headline
        );

    [Theory]
    [InlineData("<rss>", "<!--", "")]
    [InlineData("<rss>", "<a>", "")]
    [InlineData("<rss>", "<item>", "")]
    [InlineData("<feed>", "<entry><title>", "")]
    [InlineData("<rss>", "<![CDATA[", "")]
    [InlineData("<rss>", "<?", "")]
    [InlineData("<rss>", "<!x", "")]
    [InlineData("<rss>", "&", "")]
    [InlineData("<rss><channel><item><description>", "&lt;b&gt;&lt;p&gt;", "</description></item></channel></rss>")]
    [InlineData("<!doctype html>", "<b><p>", "")]
    [InlineData("<!doctype html>", "<table>", "")]
    [InlineData("{\"uri\":\"a:b\",\"x\":", "[", "")]
    [InlineData("{\"uri\":\"a:b\",\"x\":", "{\"a\":", "")]
    [InlineData(
        "<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><item><content:encoded>",
        "[caption]",
        "</content:encoded></item></channel></rss>"
    )]
    [InlineData(
        "<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><item><content:encoded>",
        "&lt;pre&gt;",
        "</content:encoded></item></channel></rss>"
    )]
    public void Read_EndlessRepetition_EndsQuickly(string start, string repeated, string end)
    {
        var watch = Stopwatch.StartNew();
        Reading.Text(start + string.Concat(Enumerable.Repeat(repeated, 300_000 / repeated.Length)) + end);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{repeated} took {watch.Elapsed}");
    }

    [Fact]
    public void Read_NaughtyStrings_SurviveAsText()
    {
        foreach (
            var naughty in File.ReadLines(Repository.Shared("data/hostile/blns/blns.txt"))
                .Where(line => line.Trim().Length > 0 && line[0] != '#')
        )
        {
            var clean = Formats.Markup.Entities.WithoutControls(naughty);
            var item = Reading.OneItem(
                $"<feed><entry><title>{Formats.Text.Paragraphs.Escape(naughty)}</title><id>1</id><link href='https://a.example/'/></entry></feed>"
            );
            Assert.Equal(Formats.Text.Blank.OneLine(clean), item.Headline);
        }
    }
}
