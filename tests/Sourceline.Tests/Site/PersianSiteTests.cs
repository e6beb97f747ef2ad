using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Sourceline.Tests.Site;

/// <summary>A site in Persian: its words, digits, calendar and direction, whatever language a story is in.</summary>
public sealed partial class PersianSiteTests(PersianOnSqlite newsroom) : SiteTests(newsroom), IClassFixture<PersianOnSqlite>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/18343")]
    [InlineData("/18350")]
    [InlineData("/category/politics")]
    [InlineData("/archive")]
    [InlineData("/archive/2021")]
    [InlineData("/archive/2021/07")]
    [InlineData("/archive/2021/07/19")]
    [InlineData("/archive/2021/08/03")]
    [InlineData("/sources")]
    [InlineData("/source/gazetteer")]
    [InlineData("/search?q=ferries")]
    [InlineData("/18343/reply/thanks")]
    [InlineData("/40")]
    [InlineData("/no-such-page")]
    public async Task AnyPage_SpeaksPersian(string path)
    {
        using var answer = await GetAsync(path);
        var page = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
        Assert.Equal("fa", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
        foreach (var machine in page.QuerySelectorAll("script, code").ToList())
            machine.Remove();
        var words = Latin(page.Body!.TextContent).Except(await NamesAsync()).ToList();
        Assert.True(words.Count == 0, $"{path}: {string.Join(", ", words)}");
    }

    [Fact]
    public async Task Month_IsOneOfTheSolarHijriCalendar_UnderAGregorianAddress()
    {
        var page = await PageAsync("/archive/2021/07");
        Assert.Equal("تیر ۱۴۰۰", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("شنبه", page.QuerySelector(".calendar th abbr")!.GetAttribute("title"));
        Assert.Equal(31, page.QuerySelectorAll(".calendar td:not(.no)").Length);
        var day = page.QuerySelector(".calendar a[href='/archive/2021/07/19']")!;
        Assert.Equal("۲۸", day.QuerySelector("b")!.TextContent);
        Assert.Equal("۲", day.QuerySelector("small")!.TextContent);
        Assert.Equal("/archive/2021", page.QuerySelector(".crumbs a:last-of-type")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Year_HasTheMonthsOfTheSolarHijriCalendar()
    {
        var page = await PageAsync("/archive/2021");
        Assert.Equal("۱۴۰۰", page.QuerySelector("h1")!.TextContent);
        var months = page.QuerySelectorAll(".months b").Select(month => month.TextContent).ToList();
        Assert.Equal(["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"], months);
        Assert.Equal(["/archive/2021/07"], page.QuerySelectorAll(".months a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Story_InEnglish_KeepsItsDirection_AndItsPanelIsPersian()
    {
        var page = await PageAsync("/18343");
        Assert.Equal("ltr", page.QuerySelector(".story")!.GetAttribute("dir"));
        var panel = page.QuerySelector("#sourceline")!;
        Assert.Equal(("fa", "rtl"), (panel.GetAttribute("lang"), panel.GetAttribute("dir")));
        Assert.Contains("منبعی به‌طور خودکار یافت نشد", panel.TextContent, StringComparison.Ordinal);
        Assert.Equal("۱", page.QuerySelector(".nr")!.TextContent);
        Assert.Contains("۲۸ تیر ۱۴۰۰", page.QuerySelector(".story .kicker")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("۳ پاسخ", page.QuerySelector("#replies h2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsBroken_IsToldInPersian()
    {
        await using var db = Newsroom.OpenDb();
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Replies\" RENAME TO \"BrokenReplies\"", Cancel);
        try
        {
            using var answer = await GetAsync("/18343");
            Assert.Equal(500, (int)answer.StatusCode);
            Assert.Contains("<html lang=\"fa\" dir=\"rtl\">", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
        finally
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"BrokenReplies\" RENAME TO \"Replies\"", Cancel);
        }
    }

    /// <summary>Words that are no words of the site: those of the stories, and names.</summary>
    private async Task<HashSet<string>> NamesAsync()
    {
        await using var db = Newsroom.OpenDb();
        List<string> texts =
        [
            "The Test Courier RSS Atom JSON Sourceline OR http https courier example",
            .. await db.Versions.Select(version => version.Text).ToListAsync(Cancel),
            .. await db.Sources.Select(source => source.Name).ToListAsync(Cancel),
            .. await db.Replies.Select(reply => reply.Name + " " + reply.Body).ToListAsync(Cancel),
            .. await db.Categories.Select(category => category.Name).ToListAsync(Cancel),
            .. await db.Versions.Select(version => version.Byline + " " + version.Place).ToListAsync(Cancel),
            .. await db.Stories.Select(story => story.Slug + " " + story.Notice).ToListAsync(Cancel),
            .. await db.StatementHops.Select(hop => hop.Role ?? "").ToListAsync(Cancel),
            .. await db.Acts.Select(act => act.Note ?? "").ToListAsync(Cancel),
        ];
        return [.. texts.SelectMany(Latin)];
    }

    private static IEnumerable<string> Latin(string text) =>
        LatinWord().Matches(text).Select(match => match.Value.ToUpperInvariant()).Distinct();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex LatinWord();
}
