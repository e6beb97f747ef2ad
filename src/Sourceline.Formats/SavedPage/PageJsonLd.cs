using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Sourceline.Formats.Feeds;
using Sourceline.Formats.Json;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>The article that a page describes in JSON-LD with schema.org's words.</summary>
internal sealed class PageJsonLd(JsonFields article)
{
    public string? Headline => Text("headline", "name");

    public string? Description => Text("description");

    public string? AlternativeHeadline => Text("alternativeHeadline");

    public string? Place => Text("dateline");

    /// <summary>The site's number for it, where its identifier is one; schema.org allows text, a number and a PropertyValue.</summary>
    public long? Number => article.Elements("identifier").Select(i => PageLabel.NumberIn(JsonFields.TextOf(i) ?? JsonFields.Of(i).Text("value") ?? "")).FirstOrDefault(number => number is not null);

    public string? Published => Text("datePublished", "dateCreated");

    public string? Updated => Text("dateModified");

    public string? Language => Text("inLanguage");

    /// <summary>The outlet itself as the author is no byline.</summary>
    public string? Byline => PersonName.Join(article.Elements("author").Where(a => !IsOutlet(JsonFields.Of(a))).Select(a => PersonName.Of(JsonFields.TextOf(a) ?? JsonFields.Of(a).Text("name"))));

    public string? SiteName => article.Objects("publisher").Select(p => p.Text("name")).FirstOrDefault();

    public string? Image => article.Elements("image").Select(i => JsonFields.TextOf(i) ?? JsonFields.Of(i).FirstText("url", "contentUrl")).FirstOrDefault();

    public ImmutableArray<string> Categories => Names("articleSection", split: false);

    public ImmutableArray<string> Tags => Names("keywords", split: true);

    /// <summary>The page's article; one without any field where it describes none.</summary>
    public static PageJsonLd Find(IHtmlDocument document)
    {
        var scripts = document.QuerySelectorAll("script").Where(s => s.GetAttribute("type")?.Trim().ToLowerInvariant() == "application/ld+json");
        return new PageJsonLd(scripts.Select(s => FindIn(s.TextContent)).OfType<JsonFields>().FirstOrDefault() ?? JsonFields.Of(default));
    }

    private static JsonFields? FindIn(string script)
    {
        try
        {
            var root = JsonText.Parse(Encoding.UTF8.GetBytes(script.Trim())).RootElement;
            return Things(root).FirstOrDefault(IsArticle);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>One thing, an array of things, or things in "@graph".</summary>
    private static IEnumerable<JsonFields> Things(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array) return root.EnumerateArray().SelectMany(Things);
        if (root.ValueKind != JsonValueKind.Object) return [];
        var fields = JsonFields.Of(root);
        return fields.Objects("@graph").Prepend(fields);
    }

    private static bool IsArticle(JsonFields thing) =>
        thing.Elements("@type").Any(t => JsonFields.TextOf(t) is { } type && (type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal) || type == "Report"));

    private bool IsOutlet(JsonFields author) => author.Text("@type") is { } type && type.EndsWith("Organization", StringComparison.Ordinal) && author.Text("name") == SiteName;

    private string? Text(params ReadOnlySpan<string> names) => Blank.OneLine(article.FirstText(names)) is { } text ? HtmlText.Plain(text) : null;

    private ImmutableArray<string> Names(string field, bool split) =>
        [.. article.Elements(field).Select(JsonFields.TextOf).OfType<string>().SelectMany(t => split ? t.Split(',') : [t]).Select(Blank.OneLine).OfType<string>().Distinct()];
}
