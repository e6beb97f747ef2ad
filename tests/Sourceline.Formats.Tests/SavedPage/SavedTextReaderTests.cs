using System.Text;
using Sourceline.Formats.Tests.Support;

namespace Sourceline.Formats.Tests.SavedPage;

public sealed class SavedTextReaderTests
{
    [Fact]
    public void Read_SeedStory_GivesEveryPartAndNoForm()
    {
        var results = Reading.File(Repository.Shared("seed/story-18343.txt"));

        Approved.Match(Described.Shortened(Described.Results(results)), nameof(Read_SeedStory_GivesEveryPartAndNoForm));
        var item = Assert.Single(results.OfType<ItemRead>()).Item;
        Assert.Equal(18343, item.Number);
        Assert.Equal(new DateTimeOffset(2021, 7, 19, 13, 42, 0, TimeSpan.Zero), item.Published);
        Assert.DoesNotContain("Reply", item.BodyHtml);
    }

    [Fact]
    public void Read_SamePageUnderAnotherName_IsKnownAgain()
    {
        var first = Reading.OneItem(Page, Reading.Options("a.txt"));
        var second = Reading.OneItem(Page, Reading.Options("b.txt"));

        Assert.Equal((first.Origin, first.Id), (second.Origin, second.Id));
        Assert.Equal(("saved-page", "77"), (first.Origin, first.Id));
    }

    [Fact]
    public void Read_WithAddress_TakesItsHostAsOrigin()
    {
        var item = Reading.OneItem(Page, Reading.Options() with { BaseUrl = new Uri("https://News.Example/77") });

        Assert.Equal("news.example", item.Origin);
        Assert.Equal("https://news.example/77", item.Url);
    }

    [Fact]
    public void Read_OtherSite_TimeZoneIsTheCallers()
    {
        var kabul = TimeZoneInfo.CreateCustomTimeZone("k", TimeSpan.FromMinutes(270), "k", "k");

        Assert.Equal(TimeSpan.FromMinutes(270), Reading.OneItem(Page, Reading.Options() with { TimeZone = kabul }).Published!.Value.Offset);
    }

    [Theory]
    [InlineData("* No: 5\r\n* time: 13:42\r\n* date: 2021-07-19\r\n\r\nThe headline\r\n\r\nA first paragraph.\r\n")]
    [InlineData("- Category: Sport\n- Published: July 19, 2021 1:42 PM\n- No. : 5\n\nThe headline\n\nA first paragraph.")]
    [InlineData("\ufeffNo: 5\nDate: 19/07/2021\nTime: 1.42 pm\nThe headline\nA first paragraph.\n")]
    [InlineData("The headline\n\n• publish: 19.07.2021\n• time: 13h42\n• No: 5\n\nA first paragraph.\n\nLeave a Reply\n\nName *\nEmail *\nPost Comment")]
    public void Read_OtherShapes_GiveTheSameStory(string page)
    {
        var item = Reading.OneItem(page);

        Assert.Equal("The headline", item.Headline);
        Assert.Null(item.Lead);
        Assert.Equal("<p>A first paragraph.</p>", item.BodyHtml);
        Assert.Equal(new DateTimeOffset(2021, 7, 19, 13, 42, 0, TimeSpan.Zero), item.Published);
        Assert.Equal(5, item.Number);
    }

    [Fact]
    public void Read_WithoutNumber_IsKnownByHeadlineAndDate()
    {
        var first = Reading.OneItem("date: 1 May 2020\n\nA headline\n\nText one.");
        var corrected = Reading.OneItem("date: 1 May 2020\n\nA headline\n\nText two, corrected.");

        Assert.Equal(first.Id, corrected.Id);
        Assert.StartsWith("sha256-", first.Id);
    }

    [Fact]
    public void Read_TextAfterTheForm_IsReported()
    {
        var results = Reading.Text(Page + "\n\nLeave a Reply\n\nSome other text\n");

        Assert.Equal(ProblemSeverity.Warning, Assert.Single(results.OfType<ProblemFound>()).Severity);
    }

    [Fact]
    public void Read_Utf16_IsRead() =>
        Assert.Equal("A headline", Assert.Single(Reading.Bytes([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Page)]).OfType<ItemRead>()).Item.Headline);

    [Theory]
    [InlineData("")]
    [InlineData("Just some words.\n\nAnd more of them.")]
    [InlineData("No: that is not a number\n\nAnd more of them.")]
    public void Read_ProseWithoutLabels_IsNoPage(string text)
    {
        var problem = Assert.IsType<ProblemFound>(Assert.Single(Reading.Text(text)));

        Assert.Equal(ProblemSeverity.Error, problem.Severity);
    }

    private const string Page = "• publish: 3 May 2020\n• No: 77\n\nA headline\n\nA first paragraph.";
}
