using System.Text.Json;
using System.Xml.Linq;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Site;

public sealed class FeedTestsOnSqlite(SqliteNewsroom newsroom) : FeedTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class FeedTestsOnPostgres(PostgresNewsroom newsroom) : FeedTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>Feeds, the sitemap, robots.txt.</summary>
public abstract class FeedTests(TestNewsroom newsroom) : SiteTests(newsroom)
{
    [Fact]
    public async Task Rss_OfTheSite_HoldsTheStoriesNewestFirst()
    {
        using var answer = await GetAsync("/feed.rss");
        Assert.Equal("application/rss+xml", answer.Content.Headers.ContentType!.MediaType);
        var links = XDocument
            .Parse(await answer.Content.ReadAsStringAsync(Cancel))
            .Descendants("item")
            .Select(item => item.Element("link")!.Value)
            .ToList();
        Assert.Equal(3, links.Count);
        Assert.StartsWith("https://courier.example/18350/", links[0], StringComparison.Ordinal);
        Assert.Equal("https://courier.example/18343/veldmark-offers-quays", links[1]);
    }

    [Fact]
    public async Task Atom_OfASection_IsItsOwn()
    {
        var feed = XDocument.Parse(await TextAsync("/category/politics/feed.atom"));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal("The Test Courier: Politics", feed.Root!.Element(atom + "title")!.Value);
        Assert.Equal("https://courier.example/18343", Assert.Single(feed.Root.Elements(atom + "entry")).Element(atom + "id")!.Value);
    }

    [Fact]
    public async Task JsonFeed_OfASource_SaysWhatIsNotConfirmed()
    {
        using var feed = JsonDocument.Parse(await TextAsync("/source/gazetteer/feed.json"));
        var item = Assert.Single(feed.RootElement.GetProperty("items").EnumerateArray());
        var text = item.GetRawText();
        Assert.Contains("no source found automatically. Not yet checked by an editor.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("identified by an editor", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sitemap_LeadsToEveryPublicStory()
    {
        XNamespace ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var index = XDocument.Parse(await TextAsync("/sitemap.xml"));
        var part = Assert.Single(index.Descendants(ns + "loc")).Value;
        Assert.Equal("https://courier.example/sitemap-1.xml", part);
        var stories = XDocument
            .Parse(await TextAsync(new Uri(part).AbsolutePath))
            .Descendants(ns + "loc")
            .Select(loc => loc.Value)
            .ToList();
        Assert.Equal(3, stories.Count);
        Assert.Contains("https://courier.example/18343/veldmark-offers-quays", stories);
        Assert.Contains("Sitemap: https://courier.example/sitemap.xml", await TextAsync("/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sitemap_WithTheLargestNumberThereIs_Ends()
    {
        await using var db = Newsroom.OpenDb();
        var story = new StoryBuilder(
            long.MaxValue,
            new Category
            {
                Name = "Far",
                Slug = "far",
                Position = 9,
            },
            "Far",
            null,
            "<p>Far.</p>",
            new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc)
        );
        await story.SaveAsync(db, Cancel);
        try
        {
            Assert.Contains("/sitemap-922337203685477.xml<", await TextAsync("/sitemap.xml"), StringComparison.Ordinal);
            Assert.Contains($"/{long.MaxValue}/", await TextAsync("/sitemap-922337203685477.xml"), StringComparison.Ordinal);
            using var beyond = await GetAsync("/sitemap-922337203685478.xml");
            Assert.Equal(404, (int)beyond.StatusCode);
        }
        finally
        {
            db.Stories.Remove(story.Story);
            await db.SaveChangesAsync(Cancel);
        }
    }
}
