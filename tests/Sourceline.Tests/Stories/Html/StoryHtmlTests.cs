using Sourceline.Stories.Html;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Stories.Html;

public sealed class StoryHtmlTests
{
    [Theory]
    [InlineData("a<div>b</div>c", "<p>a</p><p>b</p><p>c</p>", "a\n\nb\n\nc")]
    [InlineData("<p>one  two\n three </p>\n\n<p> </p><p>four</p>", "<p>one two three</p><p>four</p>", "one two three\n\nfour")]
    [InlineData("<h1>Title</h1>text<br>more", "<h2>Title</h2><p>text<br>more</p>", "Title\n\ntext\nmore")]
    [InlineData("<ul><li>a</li><li><b>b</b> c</li></ul>", "<ul><li>a</li><li><b>b</b> c</li></ul>", "a\n\nb c")]
    [InlineData(
        "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>",
        "<table><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>",
        "1\t2\n3\t4"
    )]
    [InlineData("<div><div><p>deep</p></div> loose <em>words</em></div>", "<p>deep</p><p>loose <em>words</em></p>", "deep\n\nloose words")]
    [InlineData("<p>x<script>alert(1)</script>y</p>", "<p>xy</p>", "xy")]
    [InlineData("<p><a href='javascript:alert(1)' onclick='x()'>click</a></p>", "<p><a>click</a></p>", "click")]
    [InlineData(
        "<iframe src='https://video.example/v/1'></iframe>",
        "<p><a href=\"https://video.example/v/1\">video.example/v/1</a></p>",
        "video.example/v/1"
    )]
    [InlineData("5 &lt; 6 &amp; 7", "<p>5 &lt; 6 &amp; 7</p>", "5 < 6 & 7")]
    public void Clean_Body(string html, string expected, string text)
    {
        var story = StoryHtml.Clean("H", null, html);
        Assert.Equal(expected, story.BodyHtml);
        Assert.Equal($"H\n\n{text}", story.Text);
    }

    [Fact]
    public void Clean_MissingHeadline_IsMadeFromTheFirstWords()
    {
        var story = StoryHtml.Clean(null, null, "<p>" + string.Join(' ', Enumerable.Repeat("harbour", 40)) + "</p>");
        Assert.StartsWith("harbour harbour", story.Headline, StringComparison.Ordinal);
        Assert.EndsWith("harbour…", story.Headline, StringComparison.Ordinal);
        Assert.True(story.Headline.Length <= 90);
    }

    [Fact]
    public void Clean_NestedWithoutEnd_KeepsTheText()
    {
        var story = StoryHtml.Clean("H", null, string.Concat(Enumerable.Repeat("<b><div>", 200_000)) + "still here");
        Assert.Equal("<p>still here</p>", story.BodyHtml);
    }

    [Fact]
    public void Segments_OfEveryBody_SpellTheCanonicalText()
    {
        var story = StoryHtml.Clean(
            "Head",
            "Lead",
            "<p>one <b>two</b> three</p><ul><li>four<br>five</li></ul><table><tr><td>six</td><td>seven</td></tr></table>"
        );
        AssertSegmentsSpell(story);
    }

    [Fact]
    public void Clean_HostileLines_AreStableAndSafe()
    {
        var folder = SharedData.Path("data/hostile");
        var checkedLines = 0;
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories))
        {
            foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
            {
                var once = StoryHtml.Clean("Head", null, line);
                AssertHarmless(once.BodyHtml);
                AssertSegmentsSpell(once);
                Assert.Equal(once.BodyHtml, StoryHtml.Clean("Head", null, once.BodyHtml).BodyHtml);
                checkedLines++;
            }
        }
        Assert.True(checkedLines > 1000, $"only {checkedLines} lines were there to check");
    }

    [Fact]
    public void FromText_EscapesAndKeepsParagraphs() =>
        Assert.Equal("<p>a &lt;b&gt;<br>c</p><p>d</p>", StoryHtml.FromText("a <b>\nc\r\n\r\nd"));

    [Fact]
    public void ToText_OfMarkup_IsPlain() => Assert.Equal("Hello\n\nworld", StoryHtml.ToText("<p>Hello</p><p><script>x</script>world</p>"));

    private static void AssertSegmentsSpell(StoryText story)
    {
        var segments = StoryHtml.Segments(StoryHtml.Parse(story.BodyHtml), StoryHtml.BodyStart(story.Headline, story.Lead));
        foreach (var (node, start) in segments)
            Assert.Equal(node.Data, story.Text.Substring(start, node.Data.Length));
        var covered = segments.Sum(segment => segment.Node.Data.Count(c => !char.IsWhiteSpace(c)));
        Assert.Equal(
            story.Text[Math.Min(story.Text.Length, StoryHtml.BodyStart(story.Headline, story.Lead))..].Count(c => !char.IsWhiteSpace(c)),
            covered
        );
    }

    private static void AssertHarmless(string html)
    {
        foreach (var element in StoryHtml.Parse(html).QuerySelectorAll("*"))
        {
            Assert.DoesNotContain(
                element.LocalName,
                (string[])
                    ["script", "style", "iframe", "object", "embed", "svg", "math", "form", "input", "template", "meta", "link", "base"]
            );
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{attribute.Name} survived");
                if (attribute.Name is not ("href" or "src"))
                    continue;
                var scheme = attribute.Value.Trim().Split(':')[0].ToLowerInvariant();
                Assert.False(scheme is "javascript" or "data" or "vbscript", $"{attribute.Value} survived");
            }
        }
    }
}
