using AngleSharp.Dom;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Site;

public sealed class TranslationPagesOnSqlite(SqliteNewsroom newsroom) : TranslationPageTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class TranslationPagesOnPostgres(PostgresNewsroom newsroom) : TranslationPageTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>How readers and search engines find a story in other languages.</summary>
public abstract class TranslationPageTests(TestNewsroom newsroom) : SiteTests(newsroom)
{
    private const string Site = "https://courier.example";

    private static readonly (long Number, string Language, StoryState State)[] Set =
    [
        (30_001, "en", StoryState.Published),
        (30_002, "fr", StoryState.Published),
        (40_003, "fa-AF", StoryState.Published),
        (30_004, "de", StoryState.Killed),
        (30_005, "es", StoryState.Withheld),
        (30_006, "it", StoryState.Draft),
        (30_007, "ru", StoryState.Embargoed),
        (30_008, "ar", StoryState.Unpublished),
        (30_009, "pt", StoryState.TakenDown),
        (30_010, "ps", StoryState.Scheduled),
    ];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = Newsroom.OpenDb();
        if (db.Stories.Any(story => story.Number == 30_001))
            return;
        var category = db.Categories.First();
        foreach (var (number, language, state) in Set)
            await AddAsync(db, category, number, language, "set", state);
        await AddAsync(db, category, 50_001, "en-GB", "twice", StoryState.Published);
        await AddAsync(db, category, 50_002, "en-us", "twice", StoryState.Published);
        await AddAsync(db, category, 50_003, "EN-US", "twice", StoryState.Published);
        await AddAsync(db, category, 60_001, "en", "alone", StoryState.Published);
        await AddAsync(db, category, 60_002, "en", "alone", StoryState.Published);
        await AddAsync(db, category, 60_003, "fr", "alone", StoryState.Killed);
    }

    [Theory]
    [InlineData("/30001")]
    [InlineData("/30002/story-30002")]
    [InlineData("/40003")]
    public async Task Page_NamesEveryPublishedLanguage_ItsOwnAmongThem(string path) =>
        Assert.Equal(
            [$"en {Site}/30001/story-30001", $"fa-AF {Site}/40003/story-40003", $"fr {Site}/30002/story-30002"],
            Alternates(await PageAsync(path))
        );

    [Fact]
    public async Task Page_TellsReadersOfTheOthers_EachInItsOwnName()
    {
        var also = (await PageAsync("/30001")).QuerySelectorAll(".story > header .also a");
        Assert.Equal(["فارسی", "Français"], also.Select(link => link.TextContent));
        Assert.Equal(
            ("fa-AF", "fa-AF", "rtl", "/40003/story-40003"),
            (also[0].GetAttribute("lang"), also[0].GetAttribute("hreflang"), also[0].GetAttribute("dir"), also[0].GetAttribute("href"))
        );
        Assert.Equal(("fr", "fr", "ltr"), (also[1].GetAttribute("lang"), also[1].GetAttribute("hreflang"), also[1].GetAttribute("dir")));
        Assert.Equal(["English", "Français"], (await PageAsync("/40003")).QuerySelectorAll(".also a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task Page_OfTwoStoriesInOneLanguage_NamesItselfOrTheFirst()
    {
        Assert.Equal([$"en-GB {Site}/50001/story-50001", $"en-us {Site}/50002/story-50002"], Alternates(await PageAsync("/50001")));
        Assert.Equal([$"en-GB {Site}/50001/story-50001", $"EN-US {Site}/50003/story-50003"], Alternates(await PageAsync("/50003")));
        Assert.Equal("English (United Kingdom)", (await PageAsync("/50003")).QuerySelector(".also a")!.TextContent);
    }

    [Theory]
    [InlineData("/60001")]
    [InlineData("/60002")]
    [InlineData("/18343")]
    public async Task Page_InNoOtherLanguage_NamesNone(string path)
    {
        var page = await PageAsync(path);
        Assert.Empty(Alternates(page));
        Assert.Null(page.QuerySelector(".also"));
    }

    [Fact]
    public async Task Notice_InTheStoriesPlace_NamesNone()
    {
        foreach (var number in new[] { 30_004, 30_005, 30_008, 30_009 })
        {
            using var answer = await GetAsync($"/{number}");
            Assert.DoesNotContain("hreflang", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Sitemap_NamesTheTranslations_OfOtherPartsToo()
    {
        var part = System.Xml.Linq.XDocument.Parse(await TextAsync("/sitemap-3.xml"));
        Assert.Equal(
            [$"{Site}/30001/story-30001", $"{Site}/30002/story-30002"],
            part.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => e.Value)
        );
        var links = part.Descendants("{http://www.w3.org/1999/xhtml}link")
            .Select(e => $"{e.Attribute("rel")!.Value} {e.Attribute("hreflang")!.Value} {e.Attribute("href")!.Value}")
            .ToList();
        Assert.Equal(6, links.Count);
        Assert.Equal(
            [
                $"alternate en {Site}/30001/story-30001",
                $"alternate fa-AF {Site}/40003/story-40003",
                $"alternate fr {Site}/30002/story-30002",
            ],
            links[..3]
        );
        Assert.Equal(links[..3], links[3..]);
        Assert.DoesNotContain("xhtml:link", await TextAsync("/sitemap-6.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonLd_SaysThatTheLanguagesAreOneWork_AndOfNoneThatItIsTheOriginal()
    {
        var script = (await PageAsync("/30002")).QuerySelector("script[type='application/ld+json']")!.TextContent;
        using var json = System.Text.Json.JsonDocument.Parse(script);
        var others = json.RootElement.GetProperty("exampleOfWork").GetProperty("workExample").EnumerateArray();
        Assert.Equal(
            [$"en {Site}/30001/story-30001", $"fa-AF {Site}/40003/story-40003"],
            others.Select(other => $"{other.GetProperty("inLanguage")} {other.GetProperty("@id")}")
        );
        Assert.DoesNotContain("workTranslation", script, StringComparison.Ordinal);
        Assert.DoesNotContain("exampleOfWork", await TextAsync("/60001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Atom_NamesTheTranslationsOfEachStory_AndRssAndJsonFeedDoNot()
    {
        System.Xml.Linq.XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = System.Xml.Linq.XDocument.Parse(await TextAsync("/feed.atom"));
        var links = feed.Descendants(atom + "entry")
            .ToDictionary(
                entry => entry.Element(atom + "id")!.Value,
                entry =>
                    entry
                        .Elements(atom + "link")
                        .Select(link =>
                            $"{link.Attribute("rel")?.Value} {link.Attribute("hreflang")?.Value} {link.Attribute("href")?.Value}"
                        )
            );
        Assert.Equal(
            [
                $"alternate fr {Site}/30002/story-30002",
                $"alternate en {Site}/30001/story-30001",
                $"alternate fa-AF {Site}/40003/story-40003",
            ],
            links[$"{Site}/30002"]
        );
        Assert.Equal([$"alternate  {Site}/60001/story-60001"], links[$"{Site}/60001"]);
        foreach (var other in new[] { "/feed.rss", "/feed.json" })
            Assert.DoesNotContain("hreflang", await TextAsync(other), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Alternates(IParentNode page) =>
        page.QuerySelectorAll("link[rel=alternate][hreflang]")
            .Select(link => $"{link.GetAttribute("hreflang")} {link.GetAttribute("href")}");

    private static Task AddAsync(NewsDb db, Category category, long number, string language, string set, StoryState state) =>
        new StoryBuilder(
            number,
            category,
            $"Story {number}",
            null,
            "<p>Words.</p>",
            new DateTime(2021, 9, 1, 8, 0, 0, DateTimeKind.Utc).AddMinutes(number)
        )
            .With(
                (Story story) =>
                {
                    (story.Language, story.TranslationKey, story.State) = (language, set, state);
                    if (state is StoryState.Draft or StoryState.Embargoed or StoryState.Scheduled)
                        story.LiveVersion = null;
                }
            )
            .SaveAsync(db, Cancel);
}
