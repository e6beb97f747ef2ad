using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.SavedPage;

public sealed class SavedHtmlReaderTests
{
    [Fact]
    public void Read_Samples_AsApproved()
    {
        foreach (var path in Repository.Samples("SavedPage"))
            Approved.Match(Described.Results(Reading.File(path)), Path.GetFileName(path));
    }

    [Fact]
    public void Read_SameNumberAsText_IsTheSameItem()
    {
        var page = Reading.OneItem("<!doctype html><body><ul><li>publish: 3 May 2020</li><li>No: 77</li></ul><h1>A headline</h1><p>A first paragraph.</p>");
        var text = Reading.OneItem("• publish: 3 May 2020\n• No: 77\n\nA headline\n\nA first paragraph.");

        Assert.Equal((text.Origin, text.Id, text.Headline, text.BodyHtml, text.Published), (page.Origin, page.Id, page.Headline, page.BodyHtml?.Trim(), page.Published));
    }

    [Fact]
    public void Read_NestedBeyondReason_IsAProblem() =>
        Assert.Equal(ProblemSeverity.Error, Assert.IsType<ProblemFound>(Reading.Text("<!doctype html>" + string.Concat(Enumerable.Repeat("<div>", 20_000)))[^1]).Severity);

    [Fact]
    public void Read_EmptyPage_IsAProblem() =>
        Assert.Single(Reading.Text("<!doctype html><html><body></body></html>").OfType<ProblemFound>());
}
