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
    [InlineData(
        "The headline\n\n• publish: 19.07.2021\n• time: 13h42\n• No: 5\n\nA first paragraph.\n\nLeave a Reply\n\nName *\nEmail *\nPost Comment"
    )]
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
        Assert.Equal(
            "A headline",
            Assert
                .Single(Reading.Bytes([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Page)]).OfType<ItemRead>())
                .Item.Headline
        );

    [Theory]
    [InlineData("")]
    [InlineData("Just some words.\n\nAnd more of them.")]
    [InlineData("No: that is not a number\n\nAnd more of them.")]
    public void Read_ProseWithoutLabels_IsNoPage(string text)
    {
        var problem = Assert.IsType<ProblemFound>(Assert.Single(Reading.Text(text)));

        Assert.Equal(ProblemSeverity.Error, problem.Severity);
    }

    [Theory]
    [InlineData(
        "Program.cs",
        "namespace Tide;\n\n/// <summary>Holds the news. It is read once, forward only, and thrown away at the end of the day.</summary>\npublic sealed class Tide\n{\n    private const int No = 5;\n}\n"
    )]
    [InlineData(
        "file",
        "using System;\n\nnamespace Tide\n{\n    // date: 2021-07-19\n    class Page { string P() { return \"<div><p>x</p></div>\"; } }\n}\n"
    )]
    [InlineData("file", "const page = {\n  id: 5,\n  date: \"2021-07-19\",\n};\nexport default page;\n")]
    [InlineData("file", "const html = '<html><body><p>Hello</p></body></html>';\n")]
    [InlineData("file", ".story {\n  color: red;\n}\n\n.lead { margin: 0 auto; }\n")]
    [InlineData("file", "no,date,headline,category\n5,2021-07-19,Ferry returns,Harbour\n6,2021-07-20,Crane falls,Harbour\n")]
    [InlineData(
        "file",
        "2021-07-19 13:42:01 INFO Started the reader. It took a while because the disk was slow, and then it went on.\n2021-07-19 13:42:02 WARN id: 5\n2021-07-19 13:42:03 INFO Done.\n"
    )]
    [InlineData("file", "id: 5\nname: tide\nkeep: true\ndepth: 3\n")]
    [InlineData("file", "#!/bin/sh\nset -e\necho hello\n")]
    [InlineData("package.json", "{ \"name\": \"tide\", \"version\": \"1.0.0\", \"dependencies\": {} }")]
    [InlineData("data", "[ { \"id\": 5, \"date\": \"2021-07-19\" } ]")]
    public void Read_TextForMachines_IsNoStory(string name, string text)
    {
        var results = Reading.Text(text, Reading.Options(name));

        Assert.Empty(results.OfType<ItemRead>());
        Assert.Contains(results.OfType<ProblemFound>(), p => p.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void Read_HeadlineAndParagraphsAlone_AreAStory()
    {
        var item = Reading.OneItem(
            "Ferry returns to Skerry in April\n\nThe ferry to Skerry returns in April, the harbour board said on Saturday, after a winter of letters.\n\nIts chair said that the hull was sound.\n"
        );

        Assert.Equal("Ferry returns to Skerry in April", item.Headline);
    }

    [Fact]
    public void Read_Interview_IsAStory() =>
        Assert.Single(
            Reading
                .Text(
                    "date: 19 July 2021\n\nThe hull is sound\n\nTern: Is it sound?\n\nHolm: It is.\n\nTern: Who says so?\n\nHolm: The yard.\n"
                )
                .OfType<ItemRead>()
        );

    [Theory]
    [InlineData("Harbour · 19 July 2021, 13:42 · No. 412\n\nThe headline\n\nA first paragraph.")]
    [InlineData("No. 412\n19 July 2021\n13:42\nCategory: Harbour\n\nThe headline\n\nA first paragraph.")]
    [InlineData("Дата: 19 июля 2021 г., 13:42\nРубрика: Harbour\n№: 412\n\nThe headline\n\nA first paragraph.")]
    [InlineData("تاریخ: ۲۸ تیر ۱۴۰۰\nساعت: ۱۳:۴۲\nبخش: Harbour\nشماره: ۴۱۲\n\nThe headline\n\nA first paragraph.")]
    public void Read_Kickers_AreTold(string page)
    {
        var item = Reading.OneItem(page);

        Assert.Equal(("The headline", "<p>A first paragraph.</p>"), (item.Headline, item.BodyHtml));
        Assert.Equal((412, new DateTimeOffset(2021, 7, 19, 13, 42, 0, TimeSpan.Zero)), (item.Number, item.Published));
        Assert.Equal(["Harbour"], item.Categories);
    }

    private const string Page = "• publish: 3 May 2020\n• No: 77\n\nA headline\n\nA first paragraph.";
}
