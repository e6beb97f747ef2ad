using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Site;

public sealed class SitemapTestsOnSqlite(SqliteNewsroom newsroom) : SitemapTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class SitemapTestsOnPostgres(PostgresNewsroom newsroom) : SitemapTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>What search engines are told of.</summary>
public abstract class SitemapTests(TestNewsroom newsroom) : SiteTests(newsroom)
{
    [Fact]
    public async Task Index_NamesRangesThatHaveStories_AndNoOthers()
    {
        await using (var db = Newsroom.OpenDb())
        {
            var category = db.Categories.First();
            foreach (var number in (long[])[29_999, 30_000, 5_000_000_000, 7_000_000_000])
                await new StoryBuilder(
                    number,
                    category,
                    $"Far {number}",
                    null,
                    "<p>Far.</p>",
                    new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc)
                )
                    .With((Story story) => story.State = number == 7_000_000_000 ? StoryState.Withheld : StoryState.Published)
                    .SaveAsync(db, Cancel);
        }
        var index = await TextAsync("/sitemap.xml");
        foreach (var there in (string[])["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap-500000.xml"])
            Assert.Contains(there, index, StringComparison.Ordinal);
        foreach (var not in (string[])["sitemap-0.xml", "sitemap-4.xml", "sitemap-700000.xml"])
            Assert.DoesNotContain(not, index, StringComparison.Ordinal);
    }

    [Fact]
    public async Task News_HoldsTheLastTwoDays()
    {
        var now = Newsroom.Clock.GetUtcNow().UtcDateTime;
        await using (var db = Newsroom.OpenDb())
        {
            var category = db.Categories.First();
            await new StoryBuilder(18_361, category, "Fresh & new", null, "<p>Fresh.</p>", now.AddHours(-47)).SaveAsync(db, Cancel);
            await new StoryBuilder(18_362, category, "Older", null, "<p>Older.</p>", now.AddHours(-49)).SaveAsync(db, Cancel);
            await new StoryBuilder(18_363, category, "Stopped", null, "<p>Stopped.</p>", now.AddHours(-1))
                .With((Story story) => story.State = StoryState.Killed)
                .SaveAsync(db, Cancel);
        }
        var news = await TextAsync("/sitemap-news.xml");
        Assert.Contains("<news:title>Fresh &amp; new</news:title>", news, StringComparison.Ordinal);
        Assert.Contains("<news:publication_date>2026-11-21T14:30:00+04:30</news:publication_date>", news, StringComparison.Ordinal);
        Assert.DoesNotContain("Older", news, StringComparison.Ordinal);
        Assert.DoesNotContain("Stopped", news, StringComparison.Ordinal);
        Assert.Contains("/sitemap-news.xml", await TextAsync("/robots.txt"), StringComparison.Ordinal);
    }
}
