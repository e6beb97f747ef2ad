using System.Globalization;
using Sourceline.Formats.Tests.Support;
using Sourceline.Formats.Tests.Wxr;

namespace Sourceline.Formats.Tests.Translations;

/// <summary>What senders say of translations, in each format that has a place for it.</summary>
public sealed class TranslationTests
{
    private const string En = "https://harbour.example/en/pier";
    private const string Fr = "https://harbour.example/fr/jetee";
    private const string Fa = "https://fa.harbour.example/pier";

    [Fact]
    public void Read_Polylang_GivesLanguageAndSetAndNoTags()
    {
        var items = Reading
            .Text(
                WxrReaderTests.Export(
                    "<language>en-GB</language>"
                        + Post(1, "en", "pll_1")
                        + Post(2, "fr", "pll_1")
                        + Post(3, "fr", "pll_2")
                        + Post(4, "fr", null)
                )
            )
            .OfType<ItemRead>()
            .Select(read => read.Item)
            .ToList();

        Assert.Equal(["en-GB", "fr", "fr", "fr"], items.Select(item => item.Language));
        Assert.All(items, item => Assert.Equal(("Ports", ""), (Assert.Single(item.Categories), string.Join(' ', item.Tags))));
        Assert.NotNull(items[0].TranslationKey);
        Assert.Equal(items[0].TranslationKey, items[1].TranslationKey);
        Assert.Equal(3, items.Select(item => item.TranslationKey).Distinct().Count());
        Assert.Null(items[3].TranslationKey);
    }

    [Fact]
    public void Read_SameNameOfASetAtAnotherSite_IsAnotherSet()
    {
        var export = WxrReaderTests.Export(Post(1, "en", "pll_1"));
        Assert.NotEqual(
            Reading.OneItem(export).TranslationKey,
            Reading.OneItem(export.Replace("harbour.example", "quay.example", StringComparison.Ordinal)).TranslationKey
        );
    }

    [Fact]
    public void Read_LanguageThatIsNoTag_LeavesTheExports() =>
        Assert.Equal(
            "en-GB",
            Reading.OneItem(WxrReaderTests.Export("<language>en-GB</language>" + Post(1, "klingon-of-old", "pll_1"))).Language
        );

    [Fact]
    public void Read_EntriesThatNameEachOther_ShareAKey()
    {
        var feed = Feed(
            Entry("en", En, ("fr", Fr), ("fa", Fa)),
            Entry("fr", Fr, ("fa", Fa), ("en", En), ("x-default", "https://harbour.example/choose")),
            Entry("fa", Fa, ("fr", Fr), ("en", En))
        );
        Assert.NotNull(feed[0].TranslationKey);
        Assert.Single(feed.Select(item => item.TranslationKey).Distinct());
        Assert.Equal([En, Fr, Fa], feed.Select(item => item.Url));
    }

    [Fact]
    public void Read_LinksOfAnEntry_ItsOwnIsThatOfItsLanguage()
    {
        var links = $"<link rel='alternate' hreflang='fr' href='{Fr}'/><link rel='alternate' hreflang='en' href='{En}'/>";
        var item = Reading.OneItem(
            $"<feed xmlns='http://www.w3.org/2005/Atom'><entry xml:lang='en-GB'><id>1</id><title>A</title>{links}</entry></feed>"
        );
        Assert.Equal(En, item.Url);
        Assert.NotNull(item.TranslationKey);
    }

    [Fact]
    public void Read_EntryThatNobodyNames_IsAlone()
    {
        var feed = Feed(
            Entry("en", En, ("fr", Fr)),
            Entry("fr", Fr, ("en", En)),
            Entry("de", "https://stranger.example/", ("en", En), ("fr", Fr)),
            Entry("es", "https://harbour.example/es", ("en", En))
        );
        Assert.Equal(feed[0].TranslationKey, feed[1].TranslationKey);
        Assert.Equal(3, feed.Select(item => item.TranslationKey).Distinct().Count());
    }

    /// <summary>A collector's copy has the address of the original, and names the same translations.</summary>
    [Fact]
    public void Read_CopyFromACollectorOfFeeds_IsNotInTheOriginalsSet()
    {
        var original = Feed("https://harbour.example/", Entry("en", En, ("fr", Fr)));
        var copy = Feed("https://planet.example/", Entry("en", En, ("fr", Fr)));
        Assert.Equal("planet.example", copy[0].Origin);
        Assert.NotEqual(original[0].TranslationKey, copy[0].TranslationKey);
    }

    [Fact]
    public void Read_PagesThatNameEachOther_ShareAKey()
    {
        var english = Page(
            "en",
            En,
            $"<link rel=alternate hreflang=en href='{En}'><link rel='alternate' hreflang='fr' href='/fr/jetee#top'><link rel=alternate hreflang=x-default href='/'>"
        );
        var french = Page("fr", Fr, $"<link rel='alternate' hreflang='en' href='{En}'>");
        Assert.NotNull(english.TranslationKey);
        Assert.Equal(english.TranslationKey, french.TranslationKey);
    }

    [Fact]
    public void Read_PagesThatNameTheHomePagesOfOtherLanguages_AreNoTranslations()
    {
        const string home = "<link rel=alternate hreflang=ar href='https://harbour.example/ar/'>";
        Assert.NotEqual(Page("en", En, home).TranslationKey, Page("en", "https://harbour.example/en/other", home).TranslationKey);
    }

    [Theory]
    [InlineData("<link rel=alternate hreflang=fr href='javascript:alert(1)'>")]
    [InlineData("<link rel=alternate hreflang=fr href='file:///etc/passwd'>")]
    [InlineData("<link rel=alternate hreflang='' href='https://harbour.example/fr'>")]
    [InlineData("<link rel=alternate hreflang=fr href=''>")]
    [InlineData("<link rel=alternate type='application/rss+xml' href='/feed'>")]
    [InlineData("<link rel=stylesheet hreflang=fr href='/fr.css'>")]
    public void Read_LinksThatLeadToNoTranslation_GiveNoKey(string link) => Assert.Null(Page("en", En, link).TranslationKey);

    [Fact]
    public void Read_MoreLinksOrLongerThanAnyTextHas_GiveNoKey()
    {
        Assert.NotNull(Page("en", En, Links(200)).TranslationKey);
        Assert.Null(Page("en", En, Links(201)).TranslationKey);
        Assert.Null(Page("en", En, Links(100_000)).TranslationKey);
        Assert.Null(
            Page("en", En, $"<link rel=alternate hreflang=fr href='https://harbour.example/{new string('a', 5000)}'>").TranslationKey
        );

        static string Links(int count) =>
            string.Concat(
                Enumerable
                    .Range(1, count)
                    .Select(n => string.Create(CultureInfo.InvariantCulture, $"<link rel=alternate hreflang=fr href='/{n}'>"))
            );
    }

    [Fact]
    public void Read_PageThatDoesNotSayWhereItStood_HasNoKey() =>
        Assert.Null(
            Reading
                .OneItem(
                    $"<!doctype html><html lang=en><link rel=alternate hreflang=fr href='{Fr}'><article><h1>A</h1><p>Text.</p></article>"
                )
                .TranslationKey
        );

    /// <summary>A real feed that names the language of the entry's own page, and real exports without any translation.</summary>
    [Theory]
    [InlineData("data/feeds/feedparser/tests/wellformed/atom10/entry_link_hreflang.xml")]
    [InlineData("data/wxr/theme-test-data/themeunittestdata.wordpress.xml")]
    public void Read_RealFilesWithoutTranslations_GiveNoKey(string path)
    {
        var items = Reading.File(Repository.Shared(path)).OfType<ItemRead>().ToList();
        Assert.NotEmpty(items);
        Assert.All(items, read => Assert.Null(read.Item.TranslationKey));
    }

    private static string Post(int id, string language, string? set) =>
        $"""
            <item><title>Post {id}</title><wp:post_id>{id}</wp:post_id><category domain="category" nicename="ports">Ports</category>
            <category domain="language" nicename="{language}"><![CDATA[A language]]></category>
            {(set is null ? "" : $"<category domain=\"post_translations\" nicename=\"{set}\"><![CDATA[{set}]]></category>")}</item>
            """;

    private static List<NewsItem> Feed(params string[] entries) => Feed("https://harbour.example/", entries);

    private static List<NewsItem> Feed(string home, params string[] entries) =>
        [
            .. Reading
                .Text(
                    $"<feed xmlns='http://www.w3.org/2005/Atom'><title>Harbour</title><link href='{home}'/>{string.Concat(entries)}</feed>"
                )
                .OfType<ItemRead>()
                .Select(read => read.Item),
        ];

    private static string Entry(string language, string own, params (string Language, string Address)[] others) =>
        $"<entry xml:lang='{language}'><id>{own}</id><title>A</title>"
        + string.Concat(others.Select(other => $"<link rel='alternate' hreflang='{other.Language}' href='{other.Address}'/>"))
        + $"<link rel='alternate' hreflang='{language}' href='{own}'/></entry>";

    private static NewsItem Page(string language, string own, string links) =>
        Reading.OneItem(
            $"<!doctype html><html lang={language}><head><link rel=canonical href='{own}'>{links}</head><body><article><h1>A</h1><p>Text.</p></article></body></html>"
        );
}
