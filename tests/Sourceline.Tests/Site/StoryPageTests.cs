using System.Text.Json;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Site;

public sealed class StoryPageTestsOnSqlite(SqliteNewsroom newsroom) : StoryPageTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class StoryPageTestsOnPostgres(PostgresNewsroom newsroom) : StoryPageTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>What the page of a story shows.</summary>
public abstract class StoryPageTests(TestNewsroom newsroom) : SiteTests(newsroom)
{
    [Fact]
    public async Task Page_ShowsDateTimeCategoryAndNumber()
    {
        var page = await PageAsync("/18343");
        var kicker = string.Join(
            ' ',
            page.QuerySelector(".story .kicker")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        Assert.Equal("Politics · 19 July 2021, 1:42 pm · No. 18343", kicker);
        Assert.Equal("2021-07-19T13:42:00+04:30", page.QuerySelector(".story .kicker time")!.GetAttribute("datetime"));
        Assert.Equal(
            "https://courier.example/18343/veldmark-offers-quays",
            page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")
        );
    }

    [Fact]
    public async Task Page_MarksStatementsWithoutChangingTheText()
    {
        var page = await PageAsync("/18343");
        foreach (var note in page.QuerySelectorAll(".nr"))
            note.Remove();
        Assert.StartsWith(
            "The director reportedly made the offer at a June 16 meeting on the island. For the summer timetable, Tarn said",
            page.QuerySelector(".text")!.TextContent.Trim(),
            StringComparison.Ordinal
        );
        Assert.Equal("For the summer timetable", page.QuerySelector("#t3")!.TextContent);
        Assert.NotNull(page.QuerySelector(".text em"));
        Assert.Equal(3, page.QuerySelectorAll(".st.ok").Length);
    }

    [Fact]
    public async Task Panel_TellsEachWayInWords()
    {
        var panel = (await PageAsync("/18343")).QuerySelector("#sourceline")!;
        string Said(int number) => panel.QuerySelector($"#s{number} details .said")!.TextContent;
        Assert.Equal("Reported by Gazetteer on Saturday 17 July 2021; no source found automatically.", Said(1));
        Assert.Equal("Reported by Gazetteer (identified from the context), citing Ulla Tarn.", Said(3));
        Assert.Equal(
            "Reported by Anchor Press, citing Lookout Review, which cites a senior diplomat; said on Tuesday 13 July 2021.",
            Said(4)
        );
        Assert.Equal("Said by Oskar Lind (“he” in the text).", Said(6));
        Assert.Contains("“reportedly”", panel.QuerySelector("#s2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("no source found automatically", panel.QuerySelector("#s1 .open")!.TextContent);
    }

    [Fact]
    public async Task Panel_ShowsEachStatementInItsSentence()
    {
        var words = (await PageAsync("/18343")).QuerySelector("#s6 .words")!;
        Assert.Equal("He added that the island has also written to the ferry company.", words.QuerySelector("bdi")!.TextContent);
        Assert.Equal("the island has also written to the ferry company", words.QuerySelector("q")!.TextContent);
    }

    [Fact]
    public async Task Text_EachStatementHasAButtonThatOpensItsChain()
    {
        var page = await PageAsync("/18343");
        var buttons = page.QuerySelectorAll("button.nr").ToList();
        Assert.Equal(["1", "2", "3", "4", "5", "6"], buttons.Select(button => button.TextContent));
        Assert.Equal("Source 4", buttons[3].GetAttribute("aria-label"));
        var note = page.GetElementById(buttons[3].GetAttribute("popovertarget")!)!;
        Assert.True(note.HasAttribute("popover"));
        Assert.Contains("Anchor Press", note.TextContent, StringComparison.Ordinal);
        // A heading is read without the numbers.
        Assert.Empty(page.QuerySelectorAll("h1 button"));
        Assert.True(page.QuerySelector("#show-sources")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Page_RepliesComeBeforeThePanel()
    {
        var page = await PageAsync("/18343");
        Assert.True(
            page.QuerySelector("#replies form")!
                .CompareDocumentPosition(page.QuerySelector("#sourceline")!)
                .HasFlag(AngleSharp.Dom.DocumentPositions.Following)
        );
    }

    [Fact]
    public async Task Page_CorrectedStory_SaysSoAboveItsText()
    {
        var page = await PageAsync("/18343");
        var notice = page.QuerySelector(".story > header .changed")!;
        Assert.Equal("This story was corrected: 20 July 2021, 9:30 am. What was changed", notice.TextContent);
        Assert.NotNull(page.QuerySelector(notice.QuerySelector("a")!.GetAttribute("href")!));
        Assert.Null((await PageAsync("/18350")).QuerySelector(".changed"));
    }

    [Fact]
    public async Task Page_StoryWithoutAPicture_HasOneDrawn()
    {
        var page = await PageAsync("/18343");
        var picture = page.QuerySelector("meta[property='og:image']")!.GetAttribute("content")!;
        Assert.Equal("https://courier.example/18343/picture.png", picture);
        using var json = await JsonLdAsync("/18343");
        Assert.Equal(picture, json.RootElement.GetProperty("image").GetString());
        using var answer = await GetAsync("/18343/picture.png");
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        using var hidden = await GetAsync("/42/picture.png");
        Assert.Equal(404, (int)hidden.StatusCode);
    }

    [Fact]
    public async Task Panel_NeverShowsTheUnconfirmedAsConfirmed()
    {
        var panel = (await PageAsync("/18343")).QuerySelector("#sourceline")!;
        foreach (var number in new[] { 1, 2, 3, 4, 6 })
        {
            var group = panel.QuerySelector($"#s{number}")!;
            Assert.Equal("auto", group.ClassName);
            Assert.Empty(group.QuerySelectorAll(".confirmed"));
        }
        Assert.Equal("ok", panel.QuerySelector("#s5")!.ClassName);
        Assert.Equal(
            "Entries in grey were found automatically and have not been checked by an editor yet.",
            panel.QuerySelector("p.auto")!.TextContent
        );
        Assert.Equal(2, panel.QuerySelectorAll("#s5 .confirmed").Length);
    }

    [Fact]
    public async Task Panel_LeavesAnInferredIdentityOutUntilItIsConfirmed()
    {
        var way = (await PageAsync("/18343")).QuerySelector("#s4")!;
        Assert.Contains("a senior diplomat", way.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Lind", way.TextContent, StringComparison.Ordinal);
        var cited = await TextAsync("/source/oskar-lind");
        Assert.DoesNotContain("the island has warned", cited, StringComparison.Ordinal);
        Assert.Contains("To move the ferries", cited, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ShowsCorrectionsAndApprovedRepliesAlone()
    {
        var page = await PageAsync("/18343");
        Assert.Contains("An earlier version gave the date", page.QuerySelector(".corrections")!.TextContent, StringComparison.Ordinal);
        var replies = page.QuerySelector("#replies")!;
        Assert.Contains("3 replies", replies.TextContent, StringComparison.Ordinal);
        Assert.Contains("<script>alert(2)</script> It says so", replies.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bo <b>", replies.QuerySelector("li li b")!.TextContent);
        Assert.DoesNotContain("held words", page.Source.Text, StringComparison.Ordinal);
        Assert.Equal("/18343/reply", replies.QuerySelector("form")!.GetAttribute("action"));
    }

    [Fact]
    public async Task Page_FormAnswersTheReplyThatWasAskedFor()
    {
        var page = await PageAsync("/18343");
        var link = page.QuerySelector("#replies .by a")!.GetAttribute("href")!;
        var asked = await PageAsync("/18343" + link.Split('#')[0]);
        Assert.Contains("In reply to Amina", asked.QuerySelector("#reply")!.TextContent, StringComparison.Ordinal);
        Assert.Single(asked.QuerySelectorAll("#reply input[type=hidden]"));
        Assert.Empty((await PageAsync("/18343?parent=987654")).QuerySelectorAll("#reply input[type=hidden]"));
    }

    [Fact]
    public async Task Page_OfAPersianStory_IsWrittenFromRightToLeft()
    {
        var story = (await PageAsync("/18350")).QuerySelector(".story")!;
        Assert.Equal("rtl", story.GetAttribute("dir"));
        Assert.Equal("fa", story.GetAttribute("lang"));
        Assert.Contains("کتابخانهٔ ملی", await TextAsync("/18350"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/18351")]
    [InlineData("/")]
    [InlineData("/category/culture")]
    [InlineData("/archive/2021/07/19")]
    public async Task Page_HostileHeadline_IsText(string path)
    {
        var page = await PageAsync(path);
        Assert.DoesNotContain("<script>alert", page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page.Source.Text, StringComparison.Ordinal);
        Assert.Contains("</script><script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonLd_HostileHeadline_ReadsBackAsItWas()
    {
        using var json = await JsonLdAsync("/18351");
        Assert.Equal("</script><script>alert(1)</script> & \"quoted\"", json.RootElement.GetProperty("headline").GetString());
    }

    [Fact]
    public async Task JsonLd_HoldsConfirmedQuotationsWithTheirSpeakersAlone()
    {
        using var json = await JsonLdAsync("/18343");
        var article = json.RootElement;
        Assert.Equal("NewsArticle", article.GetProperty("@type").GetString());
        Assert.Equal("18343", article.GetProperty("identifier").GetString());
        Assert.Equal("Politics", article.GetProperty("articleSection").GetString());
        Assert.Equal("2021-07-19T13:42:00+04:30", article.GetProperty("datePublished").GetString());
        Assert.Equal(new DateTimeOffset(2021, 7, 20, 5, 0, 0, TimeSpan.Zero), article.GetProperty("dateModified").GetDateTimeOffset());
        var quotations = article.GetProperty("hasPart").EnumerateArray().ToList();
        Assert.Equal(2, quotations.Count);
        Assert.StartsWith("To move the ferries", quotations[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("accept", quotations[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        foreach (var quotation in quotations)
        {
            Assert.Equal("Quotation", quotation.GetProperty("@type").GetString());
            Assert.Equal("Oskar Lind", quotation.GetProperty("spokenByCharacter").GetProperty("name").GetString());
            Assert.Equal("Lookout Review", quotation.GetProperty("isBasedOn").GetProperty("publisher").GetProperty("name").GetString());
        }
    }

    [Fact]
    public async Task Source_ListsTheStatementsThatCameThroughIt()
    {
        var page = await PageAsync("/source/gazetteer");
        Assert.Equal("Gazetteer", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(3, page.QuerySelectorAll(".cited .groups > li").Length);
        Assert.Equal("/18343/veldmark-offers-quays", page.QuerySelector(".cited h2 a")!.GetAttribute("href"));
    }

    private async Task<JsonDocument> JsonLdAsync(string path)
    {
        var page = await PageAsync(path);
        return JsonDocument.Parse(Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']")).TextContent);
    }
}
