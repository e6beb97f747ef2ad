using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.SavedPage;

public sealed class SavedHtmlReaderTests
{
    [Fact]
    public void Read_Samples_AsApproved()
    {
        foreach (var path in Repository.Samples("SavedPage").Concat(Repository.Samples("SavedHtml")))
            Approved.Match(Described.Results(Reading.File(path)), Path.GetFileName(path));
    }

    [Fact]
    public void Read_SameNumberAsText_IsTheSameItem()
    {
        var page = Reading.OneItem(
            "<!doctype html><body><ul><li>publish: 3 May 2020</li><li>No: 77</li></ul><h1>A headline</h1><p>A first paragraph.</p>"
        );
        var text = Reading.OneItem("• publish: 3 May 2020\n• No: 77\n\nA headline\n\nA first paragraph.");

        Assert.Equal(
            (text.Origin, text.Id, text.Headline, text.BodyHtml, text.Published),
            (page.Origin, page.Id, page.Headline, page.BodyHtml?.Trim(), page.Published)
        );
    }

    [Theory]
    [InlineData("\"5\"", 5L)]
    [InlineData("5", 5L)]
    [InlineData("{\"@type\":\"PropertyValue\",\"value\":\"5\"}", 5L)]
    [InlineData("[\"urn:x\",\"5\"]", 5L)]
    [InlineData("\"urn:x:5\"", null)]
    public void Read_Identifier_IsTheNumberWhereItIsOne(string identifier, long? expected) =>
        Assert.Equal(
            expected,
            Reading
                .OneItem(
                    $"<!doctype html><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"identifier\":{identifier}}}</script><h1>A</h1><p>Text.</p>"
                )
                .Number
        );

    [Fact]
    public void Read_FirstParagraphRepeatsTheDescription_IsTheLead()
    {
        var item = Reading.OneItem(
            "<!doctype html><meta name=description content='What it is about.'><article><h1>A</h1><p>What it is about.</p><p>The text.</p></article>"
        );

        Assert.Equal(("What it is about.", "<p>The text.</p>"), (item.Lead, item.BodyHtml));
    }

    [Fact]
    public void Read_OnlyParagraph_StaysTheBody()
    {
        var item = Reading.OneItem(
            "<!doctype html><meta name=description content='What it is about.'><article><h1>A</h1><p>What it is about.</p></article>"
        );

        Assert.Equal((null, "<p>What it is about.</p>"), (item.Lead, item.BodyHtml));
    }

    [Fact]
    public void Read_TextInSeveralBoxes_LosesNone()
    {
        var item = Reading.OneItem(
            "<!doctype html><article><h1>A</h1><div class=text><p>The first part of it.</p></div><div class=text><p>The second part of it.</p></div></article>"
        );

        Assert.Contains("first", item.BodyHtml);
        Assert.Contains("second", item.BodyHtml);
    }

    [Fact]
    public void Read_NestedBeyondReason_IsAProblem() =>
        Assert.Equal(
            ProblemSeverity.Error,
            Assert.IsType<ProblemFound>(Reading.Text("<!doctype html>" + string.Concat(Enumerable.Repeat("<div>", 20_000)))[^1]).Severity
        );

    [Fact]
    public void Read_EmptyPage_IsAProblem() =>
        Assert.Single(Reading.Text("<!doctype html><html><body></body></html>").OfType<ProblemFound>());
}
