using AngleSharp.Html.Parser;
using Sourceline.Attribution.Model;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Site;
using Sourceline.Sourcing;
using Sourceline.Stories.Html;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Tests.Site;

public sealed class StoryMarksTests
{
    [Theory]
    [InlineData("<p>one two three four</p>")]
    [InlineData("<p>one <em>two</em> three <strong>fo<em>ur</em></strong></p>")]
    [InlineData("<ul><li>one two</li><li>three four</li></ul>")]
    public void Body_OverlappingStatements_KeepsTextAndElements(string html)
    {
        var text = StoryHtml.Clean("H", null, html);
        var start = StoryHtml.BodyStart("H", null);
        int At(string word) => text.Text.IndexOf(word, StringComparison.Ordinal);
        var marked = Marked(text, start, new(At("one"), At("three") + 5), new(At("two"), text.Text.Length), new(At("two"), At("two") + 3));
        var (before, after) = (Parse(text.BodyHtml), Parse(marked));
        foreach (var note in after.QuerySelectorAll(".nr"))
            note.Remove();
        Assert.Equal(before.TextContent, after.TextContent);
        Assert.Equal(before.QuerySelectorAll("p, em, strong, ul, li").Length, after.QuerySelectorAll("p, em, strong, ul, li").Length);
        Assert.Equal("1 2 3", after.QuerySelectorAll(".st").First(mark => mark.TextContent == "two").GetAttribute("data-s"));
        Assert.Equal(3, after.QuerySelectorAll("[id]").Select(mark => mark.Id).Distinct().Count());
        Assert.Equal(3, Parse(marked).QuerySelectorAll(".nr").Length);
    }

    [Fact]
    public void Body_TextLikeMarkup_StaysText()
    {
        var text = StoryHtml.Clean("H", null, "<p>5 &lt; 6 &amp;amp; <code>&lt;b&gt;</code></p>");
        var marked = Marked(text, StoryHtml.BodyStart("H", null), new TextSpan(3, text.Text.Length));
        Assert.Contains("5 &lt; 6 &amp;amp;", marked, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", marked, StringComparison.Ordinal);
    }

    [Fact]
    public void Body_StatementInALink_HasItsNoteBehindTheLink()
    {
        var text = StoryHtml.Clean("H", null, "<p>Read <a href=\"https://x.example/\">one <em>two</em> three</a> four</p>");
        int At(string word) => text.Text.IndexOf(word, StringComparison.Ordinal);
        TextSpan Of(string word) => new(At(word), At(word) + word.Length);
        var marked = Parse(Marked(text, StoryHtml.BodyStart("H", null), Of("one"), Of("two"), Of("three"), Of("four")));
        Assert.Equal("Read one two three123 four4", marked.TextContent);
        Assert.Empty(marked.QuerySelectorAll("a button"));
        Assert.Equal("one two three", marked.QuerySelector("a[href^=https]")!.TextContent);
        Assert.Equal(["1", "2", "3", "4"], marked.QuerySelectorAll("button.nr").Select(note => note.TextContent));
    }

    private static string Marked(StoryText text, int start, params TextSpan[] spans) =>
        new StoryMarks(
            StatementGroup.Of(
                spans.Select(
                    (span, i) =>
                        new StatementView(
                            i + 1,
                            new Statement
                            {
                                Key = "k",
                                Evidence = "e",
                                Content = [span],
                            },
                            text.Text,
                            "",
                            [],
                            false
                        )
                )
            ),
            Localizer.English
        ).Body(text.BodyHtml, start);

    private static AngleSharp.Dom.IElement Parse(string html) => new HtmlParser().ParseDocument("<body>" + html).Body!;
}
