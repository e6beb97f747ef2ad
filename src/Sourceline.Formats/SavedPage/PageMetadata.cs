using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sourceline.Formats.Feeds;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>What a page says of its story: JSON-LD first, then meta elements, which are often those of the site, then what it shows.</summary>
internal sealed record PageMetadata
{
    /// <summary>The story's page; null where the page names only its site.</summary>
    public string? Url { get; init; }

    /// <summary>Any URL of its site, to tell sites apart.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>Where relative URLs in it start.</summary>
    public Uri? BaseUrl { get; init; }

    public string? Headline { get; init; }

    public IElement? Heading { get; init; }

    public string? Description { get; init; }

    public string? AlternativeHeadline { get; init; }

    public string? Place { get; init; }

    /// <summary>As they are written, the best first.</summary>
    public IReadOnlyList<string?> Published { get; init; } = [];

    /// <summary>As they are written, the best first.</summary>
    public IReadOnlyList<string?> Updated { get; init; } = [];

    public string? Byline { get; init; }

    public string? SiteName { get; init; }

    public required SiteName Site { get; init; }

    public string? Language { get; init; }

    public string? TranslationKey { get; init; }

    public string? Image { get; init; }

    public long? Number { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    public static PageMetadata Read(IHtmlDocument document, ReadOptions options)
    {
        var metas = new PageMetas(document);
        var location = PageLocation.Of(document, metas, options);
        var named = metas.First("og:site_name", "application-name", "apple-mobile-web-app-title");
        var logos = SavedPage.SiteName.Of(document, [named], location.SiteUrl);
        var heading = StoryHeading.Find(document, logos.Is);
        var shown = heading is null ? null : HtmlText.Of(heading);
        var title = Blank.OneLine(document.QuerySelector("title")?.TextContent);
        var titles = new[] { shown, metas.First("og:title"), title }.OfType<string>().ToList();
        var data = PageJsonLd.Find(document, new PageSubject(location.Url, titles));
        var site = SavedPage.SiteName.Of(document, [named, data.SiteName], location.SiteUrl);
        var dates = PageDates.Find(document, heading);
        return new PageMetadata
        {
            Url = location.Url,
            SiteUrl = location.SiteUrl,
            BaseUrl = location.BaseUrl,
            Heading = heading,
            Headline = HeadlineOf(data.Headline, metas.First("og:title", "twitter:title"), shown, title, site),
            Description = data.Description ?? metas.First("og:description", "description", "twitter:description"),
            AlternativeHeadline = data.AlternativeHeadline,
            Place = data.Place,
            Published =
            [
                data.Published,
                metas.First(
                    "article:published_time",
                    "datePublished",
                    "parsely-pub-date",
                    "date",
                    "dc.date",
                    "dc.date.issued",
                    "sailthru.date",
                    "pubdate"
                ),
                dates.Published,
            ],
            Updated = [data.Updated, metas.First("article:modified_time", "og:updated_time", "dateModified", "lastmod"), dates.Updated],
            Byline = data.Byline ?? BylineOf(metas, site),
            SiteName = data.SiteName ?? metas.First("og:site_name"),
            Site = site,
            Language = LanguageOf(document, data.Language, metas),
            TranslationKey = TranslationSet.OfAddresses(
                SavedPageIdentity.Origin(location.SiteUrl, options),
                location.Url,
                Alternates(document, location)
            ),
            Image = UrlText.Resolve(data.Image ?? metas.First("og:image", "og:image:url", "twitter:image"), location.BaseUrl),
            Number = data.Number ?? ShortLinkNumber(document),
            Categories = data.Categories.IsEmpty ? metas.All("article:section", "parsely-section") : data.Categories,
            Tags = data.Tags.IsEmpty ? metas.All("article:tag") : data.Tags,
        };
    }

    /// <summary>Data cuts long headlines short, which the page shows whole.</summary>
    private static string? HeadlineOf(string? inData, string? inMetas, string? shown, string? title, SiteName site)
    {
        foreach (var stated in new[] { inData, inMetas }.OfType<string>())
        {
            var headline = site.Remove(stated, shown);
            if (site.Is(headline))
                continue;
            return shown is not null && headline.Length > 20 && shown.StartsWith(headline.TrimEnd('.', '…', ' '), StringComparison.Ordinal)
                ? shown
                : headline;
        }

        return shown ?? (title is null ? null : site.Remove(title, null));
    }

    /// <summary>A URL or the site itself as the author is no byline.</summary>
    private static string? BylineOf(PageMetas metas, SiteName site)
    {
        foreach (
            var name in (ReadOnlySpan<string>)
                ["parsely-author", "author", "byl", "sailthru.author", "dc.creator", "dcterms.creator", "article:author"]
        )
        {
            var authors = metas.All(name).Where(author => !UrlText.HasScheme(author) && !site.Is(author)).Select(PersonName.Of);
            if (PersonName.Join(authors) is { } byline)
                return byline;
        }

        return null;
    }

    /// <summary>The page around a story may be in another language; where both are the same, the closer tag ("de-AT") is taken.</summary>
    private static string? LanguageOf(IHtmlDocument document, string? stated, PageMetas metas)
    {
        var page = LanguageTag.Of(document.DocumentElement.GetAttribute("lang") ?? document.DocumentElement.GetAttribute("xml:lang"))
            ?? LanguageTag.Of(metas.First("content-language", "og:locale", "dc.language"));
        var story = LanguageTag.Of(stated) ?? LanguageTag.Of(document.QuerySelector("article[lang]")?.GetAttribute("lang"));
        return story is null || page?.StartsWith(story, StringComparison.OrdinalIgnoreCase) == true ? page : story;
    }

    /// <summary>Where the page says that its text stands in other languages.</summary>
    private static IEnumerable<(string? Language, string? Url)> Alternates(IHtmlDocument document, PageLocation location) =>
        document
            .QuerySelectorAll("link[rel~=alternate][hreflang][href]")
            .Select(link => (link.GetAttribute("hreflang"), UrlText.Resolve(link.GetAttribute("href"), location.BaseUrl)));

    /// <summary>WordPress gives the post's number in a short link.</summary>
    private static long? ShortLinkNumber(IHtmlDocument document) =>
        document.QuerySelector("link[rel~=shortlink]")?.GetAttribute("href") is { } link
        && link.IndexOf("?p=", StringComparison.Ordinal) is >= 0 and var at
            ? PageLabel.NumberIn(link[(at + 3)..])
            : null;
}
