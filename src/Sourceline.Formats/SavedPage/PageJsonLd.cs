using System.Collections.Immutable;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Sourceline.Formats.Feeds;
using Sourceline.Formats.Json;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>The article that a page describes in JSON-LD with schema.org's words.</summary>
/// <param name="article">Its fields.</param>
/// <param name="byId">The things that it may refer to.</param>
internal sealed class PageJsonLd(JsonFields article, IReadOnlyDictionary<string, JsonFields> byId)
{
    public string? Headline => Text("headline", "name");

    public string? Description => Text("description");

    public string? AlternativeHeadline => Text("alternativeHeadline");

    public string? Place => Text("dateline");

    /// <summary>The site's number for it, where its identifier is one; schema.org allows text, a number and a PropertyValue.</summary>
    public long? Number =>
        article
            .Elements("identifier")
            .Select(one => PageLabel.NumberIn(JsonFields.TextOf(one) ?? JsonFields.Of(one).Text("value") ?? ""))
            .FirstOrDefault(number => number is not null);

    public string? Published => Text("datePublished", "dateCreated");

    public string? Updated => Text("dateModified");

    /// <summary>A tag, or a thing with a tag for its name.</summary>
    public string? Language =>
        article
            .Elements("inLanguage")
            .Select(one => JsonFields.TextOf(one) ?? JsonFields.Of(one).FirstText("alternateName", "name"))
            .FirstOrDefault(tag => LanguageTag.Of(tag) is not null);

    /// <summary>The outlet itself as the author is no byline.</summary>
    public string? Byline => PersonName.Join(article.Elements("author").Concat(article.Elements("creator")).SelectMany(Names));

    public string? SiteName => Things("publisher").Select(publisher => publisher.Text("name")).FirstOrDefault(name => name is not null);

    public string? Image =>
        article
            .Elements("image")
            .Select(one => JsonFields.TextOf(one) ?? Resolved(JsonFields.Of(one)).FirstText("url", "contentUrl"))
            .FirstOrDefault(url => url is not null);

    public ImmutableArray<string> Categories => Names("articleSection", split: false);

    public ImmutableArray<string> Tags => Names("keywords", split: true);

    /// <summary>The article that is about this page; one without any field where the page describes none, or only others.</summary>
    /// <param name="document">The page.</param>
    /// <param name="about">What the page itself shows.</param>
    public static PageJsonLd Find(IHtmlDocument document, PageSubject about)
    {
        var scripts = document
            .QuerySelectorAll("script")
            .Where(script => script.GetAttribute("type")?.Split(';')[0].Trim().ToLowerInvariant() == "application/ld+json");
        var things = scripts.SelectMany(script => JsonLdText.Parse(script.TextContent)).SelectMany(root => JsonLdThings.Of(root)).ToList();
        var byId = things
            .Where(thing => thing.Fields.Text("@id") is not null)
            .GroupBy(thing => thing.Fields.Text("@id")!)
            .ToDictionary(group => group.Key, group => group.MaxBy(thing => thing.Fields.All.Count())!.Fields);
        var articles = things.Where(thing => thing.IsArticle).ToList();
        var best = articles
            .Select(thing => (thing.Fields, Score: about.Score(thing, isOnly: articles.Count == 1)))
            .Where(one => one.Score > 0)
            .OrderByDescending(one => one.Score)
            .FirstOrDefault();
        return new PageJsonLd(best.Fields ?? JsonFields.Of(default), byId);
    }

    private IEnumerable<JsonFields> Things(string field) => article.Objects(field).Select(Resolved);

    /// <summary>A thing may only say which other thing it is.</summary>
    private JsonFields Resolved(JsonFields thing) =>
        thing.Text("@id") is { } id && thing.Text("name") is null && byId.TryGetValue(id, out var other) ? other : thing;

    private IEnumerable<string?> Names(JsonElement author)
    {
        if (JsonFields.TextOf(author) is { } text)
            return [IsUrl(text) ? null : PersonName.Of(text)];
        if (author.ValueKind == JsonValueKind.Array)
            return author.EnumerateArray().SelectMany(Names);
        var thing = Resolved(JsonFields.Of(author));
        return IsOutlet(thing)
            ? []
            : thing.Elements("name").Select(name => JsonFields.TextOf(name) is { } one && !IsUrl(one) ? PersonName.Of(one) : null);
    }

    private static bool IsUrl(string text) => UrlText.HasScheme(text);

    private bool IsOutlet(JsonFields author) =>
        author.Elements("@type").Any(type => JsonFields.TextOf(type)?.EndsWith("Organization", StringComparison.Ordinal) == true)
        && author.Text("name") == SiteName;

    private string? Text(params ReadOnlySpan<string> names) =>
        Blank.OneLine(article.FirstText(names)) is { } text ? HtmlText.Headline(text) : null;

    private ImmutableArray<string> Names(string field, bool split) =>
        [
            .. article
                .Elements(field)
                .Select(JsonFields.TextOf)
                .OfType<string>()
                .SelectMany(text => split ? text.Split(',') : [text])
                .Select(HtmlText.Headline)
                .OfType<string>()
                .Distinct(),
        ];
}
