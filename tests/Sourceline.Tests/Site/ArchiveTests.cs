using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Site;

public sealed class PersianOnSqlite : SqliteNewsroom
{
    public override Dictionary<string, string?> Settings() => new(base.Settings()) { ["Sourceline:Site:Language"] = "fa" };
}

public sealed class ArchiveTestsOnSqlite(SqliteNewsroom newsroom) : ArchiveTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class ArchiveTestsOnPostgres(PostgresNewsroom newsroom) : ArchiveTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>The archive: a year in months, a month in days, with how many stories each has.</summary>
public abstract class ArchiveTests(TestNewsroom newsroom) : SiteTests(newsroom)
{
    [Fact]
    public async Task Year_CountsTheStoriesOfEachMonth()
    {
        var months = (await PageAsync("/archive/2021")).QuerySelectorAll(".months li").Select(month => Words(month.TextContent)).ToList();
        Assert.Equal(12, months.Count);
        Assert.Equal("January no stories", months[0]);
        Assert.Equal("July 3 stories", months[6]);
    }

    [Fact]
    public async Task Month_CountsTheStoriesOfEachDay_InTheSitesZone()
    {
        var page = await PageAsync("/archive/2021/07");
        Assert.Equal("July 2021", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
            page.QuerySelectorAll(".calendar th abbr").Select(day => day.GetAttribute("title"))
        );
        Assert.All(page.QuerySelectorAll(".calendar tr"), row => Assert.Equal(7, row.ChildElementCount));
        Assert.Equal(31, page.QuerySelectorAll(".calendar td:not(.no)").Length);
        // 1 July 2021 was a Thursday.
        Assert.Equal("1", Words(page.QuerySelector(".calendar tbody tr")!.Children[4].TextContent));
        var days = page.QuerySelectorAll(".calendar a").ToList();
        Assert.Equal(["/archive/2021/07/19", "/archive/2021/07/20"], days.Select(day => day.GetAttribute("href")));
        Assert.Equal(
            [("19", "2"), ("20", "1")],
            days.Select(day => (day.QuerySelector("b")!.TextContent, day.QuerySelector("small")!.TextContent))
        );
        Assert.Equal("2 stories", days[0].QuerySelector(".visually-hidden")!.TextContent);
    }

    [Fact]
    public async Task Day_WithoutStories_SaysSoAndLeadsToTheNearest()
    {
        using var answer = await GetAsync("/archive/2021/08/03");
        Assert.Equal(404, (int)answer.StatusCode);
        var page = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
        Assert.Equal("Tuesday 3 August 2021", page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("No stories were published on this day.", page.QuerySelector(".none")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/archive/2021/07/20", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Archive_ListsTheYearsThatHaveStories() =>
        Assert.Equal(
            ["/archive/2021"],
            (await PageAsync("/archive")).QuerySelectorAll(".years a").Select(year => year.GetAttribute("href"))
        );

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
