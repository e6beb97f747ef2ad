using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>What a page's head says about its story: JSON-LD first, then meta elements, which are often those of the site.</summary>
internal sealed record PageMetadata
{
    public string? Url { get; init; }

    public string? Headline { get; init; }

    public string? Description { get; init; }

    public string? AlternativeHeadline { get; init; }

    public string? Place { get; init; }

    public string? Published { get; init; }

    public string? Updated { get; init; }

    public string? Byline { get; init; }

    public string? SiteName { get; init; }

    public string? Language { get; init; }

    public string? TranslationKey { get; init; }

    public string? Image { get; init; }

    public long? Number { get; init; }

    public ImmutableArray<string> Categories { get; init; } = [];

    public ImmutableArray<string> Tags { get; init; } = [];

    public static PageMetadata Read(IHtmlDocument document, ReadOptions options)
    {
        var data = PageJsonLd.Find(document);
        var url = Canonical(document, options);
        return new PageMetadata
        {
            Url = url,
            Headline = data.Headline ?? Meta(document, "og:title", "twitter:title") ?? Text(document, "h1") ?? Text(document, "title"),
            Description = data.Description ?? Meta(document, "og:description", "description", "twitter:description"),
            AlternativeHeadline = data.AlternativeHeadline,
            Place = data.Place,
            Published = data.Published ?? Meta(document, "article:published_time", "datePublished", "date", "dc.date", "pubdate") ?? Time(document),
            Updated = data.Updated ?? Meta(document, "article:modified_time", "og:updated_time", "dateModified", "lastmod"),
            Byline = data.Byline ?? NotAnAddress(Meta(document, "author", "dc.creator", "article:author")) ?? Text(document, "[itemprop=author] [itemprop=name], [rel=author], .byline .author"),
            SiteName = data.SiteName ?? Meta(document, "og:site_name"),
            Language = LanguageOf(document, data.Language),
            TranslationKey = TranslationSet.OfAddresses(SavedPageIdentity.Origin(url, options), url, Alternates(document, url, options)),
            Image = UrlText.Resolve(data.Image ?? Meta(document, "og:image"), UrlText.Web(url)),
            Number = data.Number ?? ShortLinkNumber(document),
            Categories = data.Categories.IsEmpty ? Metas(document, "article:section") : data.Categories,
            Tags = data.Tags.IsEmpty ? Metas(document, "article:tag") : data.Tags,
        };
    }

    /// <summary>The page around a story may be in another language; where both are the same, the closer tag ("de-AT") holds.</summary>
    private static string? LanguageOf(IHtmlDocument document, string? stated)
    {
        var page = Blank.ToNull(document.DocumentElement.GetAttribute("lang"));
        var story = LanguageTag.Of(stated) ?? Blank.ToNull(document.QuerySelector("article[lang]")?.GetAttribute("lang"));
        return story is null || page?.StartsWith(story, StringComparison.OrdinalIgnoreCase) == true ? page : story;
    }

    /// <summary>Where the page says that its text stands in other languages.</summary>
    private static IEnumerable<(string? Language, string? Address)> Alternates(IHtmlDocument document, string? url, ReadOptions options) =>
        document.QuerySelectorAll("link[rel~=alternate][hreflang][href]")
            .Select(link => (link.GetAttribute("hreflang"), UrlText.Resolve(link.GetAttribute("href"), UrlText.Web(url) ?? options.BaseUrl)));

    private static string? Canonical(IHtmlDocument document, ReadOptions options)
    {
        var written = document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href") ?? Meta(document, "og:url") ?? SavedFrom(document);
        var address = UrlText.Resolve(written, options.BaseUrl) ?? options.BaseUrl?.AbsoluteUri;
        return UrlText.Web(address)?.AbsoluteUri;
    }

    /// <summary>Browsers leave a comment in what they save: "saved from url=(0027)https://...".</summary>
    private static string? SavedFrom(IHtmlDocument document)
    {
        foreach (var comment in document.ChildNodes.OfType<IComment>().Concat(document.DocumentElement.ChildNodes.OfType<IComment>()))
            if (comment.Data.Contains("saved from url=(", StringComparison.OrdinalIgnoreCase) && comment.Data.IndexOf(')', StringComparison.Ordinal) is > 0 and var end)
                return Blank.ToNull(comment.Data[(end + 1)..]);
        return null;
    }

    /// <summary>WordPress gives the post's number in a short link.</summary>
    private static long? ShortLinkNumber(IHtmlDocument document) =>
        document.QuerySelector("link[rel~=shortlink]")?.GetAttribute("href") is { } link && link.IndexOf("?p=", StringComparison.Ordinal) is >= 0 and var at ? PageLabel.NumberIn(link[(at + 3)..]) : null;

    private static string? Meta(IHtmlDocument document, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Metas(document, name) is [var first, ..]) return first;
        return null;
    }

    private static ImmutableArray<string> Metas(IHtmlDocument document, string name) =>
        [.. document.QuerySelectorAll("meta").Where(m => Named(m, "property", name) || Named(m, "name", name) || Named(m, "itemprop", name)).Select(m => Blank.OneLine(m.GetAttribute("content"))).OfType<string>()];

    private static bool Named(IElement meta, string attribute, string name) => string.Equals(meta.GetAttribute(attribute), name, StringComparison.OrdinalIgnoreCase);

    private static string? Time(IHtmlDocument document)
    {
        var time = document.QuerySelector("time[pubdate], time[itemprop=datePublished], time.entry-date, article time, main time, time");
        return Blank.OneLine(time?.GetAttribute("datetime")) ?? (time is null ? null : HtmlText.Of(time));
    }

    private static string? Text(IHtmlDocument document, string selector) => document.QuerySelector(selector) is { } found ? HtmlText.Of(found) : null;

    private static string? NotAnAddress(string? author) => author is not null && UrlText.HasScheme(author) ? null : author;
}
