using System.Collections.Frozen;
using System.Collections.Immutable;
using Sourceline.Formats.Feeds;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Rss;

/// <summary>One item as it is on the wire, with the words that it borrows from other vocabularies.</summary>
internal sealed class RssItem(MarkupElement element, RssChannel channel)
{
    private static readonly string[] PublishedFields =
    [
        "pubDate",
        "atom:published",
        "dc:date",
        "dcterms:issued",
        "dcterms:created",
        "atom:issued",
        "issued",
        "published",
        "created",
    ];

    private static readonly string[] UpdatedFields = ["dcterms:modified", "atom:updated", "atom:modified", "modified", "updated"];

    private static readonly FrozenSet<string> CategoryFields = FrozenSet.ToFrozenSet(
        ["category", "dc:subject", "atom:category", "media:category", "itunes:category"],
        StringComparer.OrdinalIgnoreCase
    );

    public long Line => element.Line;

    public string? Title => HtmlText.Headline(Markup("title") ?? Text("dc:title", "media:title", "itunes:title"));

    public string? Link => RssChannel.LinkOf(element, Base) ?? (GuidIsUrl ? UrlText.Resolve(Text("guid"), Base) : null);

    public string? Guid => Blank.ToNull(Text("guid", "atom:id", "id"));

    public string? About => Blank.ToNull(element.Attribute("rdf:about"));

    public string? Content =>
        Html("content:encoded") ?? Html("xhtml:body") ?? Html("xhtml:div") ?? Html("atom:content") ?? Html("body") ?? Html("fullitem");

    public string? Description =>
        Html("description")
        ?? Html("atom:summary")
        ?? Html("itunes:summary")
        ?? Html("dc:description")
        ?? Html("media:description")
        ?? FeedHtml.Of(element.Child("media:group")?.Child("media:description"), Base);

    public string? Byline =>
        PersonName.Join(element.ChildrenNamed("dc:creator").Select(creator => PersonName.Of(creator.Text())))
        ?? PersonName.Of(Text("author", "dc:author", "itunes:author"))
        ?? PersonName.Join(element.ChildrenNamed("atom:author").Select(author => PersonName.Of(author.Child("atom:name")?.Text())));

    public IEnumerable<string?> PublishedTexts => PublishedFields.Select(name => Text(name));

    public IEnumerable<string?> UpdatedTexts => UpdatedFields.Select(name => Text(name));

    public string? Language =>
        LanguageTag.Of(Text("dc:language", "language")) ?? LanguageTag.Of(element.Attribute("xml:lang")) ?? channel.Language;

    public ImmutableArray<string> Categories =>
        [.. element.Elements.Where(child => CategoryFields.Contains(child.Name)).Select(CategoryName).OfType<string>().Distinct()];

    public ImmutableArray<string> Tags =>
        [
            .. element
                .Elements.Where(child => child.Is("media:keywords") || child.Is("itunes:keywords"))
                .SelectMany(child => child.Text().Split(','))
                .Select(Blank.OneLine)
                .OfType<string>()
                .Distinct(),
        ];

    public IEnumerable<ItemAttachment> Files =>
        MediaFiles.OneFeatured(
            element.ChildrenNamed("enclosure").Select(Enclosure).OfType<ItemAttachment>().Concat(MediaFiles.Of(element, Base))
        );

    private Uri? Base => FeedBase.Of(element, channel.BaseUrl);

    /// <summary>RSS 2.0: a guid is the item's URL unless it says that it is not.</summary>
    private bool GuidIsUrl =>
        element.Child("guid") is { } guid
        && guid.Attribute("isPermaLink")?.Trim().ToLowerInvariant() != "false"
        && UrlText.Web(guid.Text()) is not null;

    /// <summary>RSS has the name as text, Atom and iTunes in an attribute.</summary>
    private static string? CategoryName(MarkupElement category) =>
        HtmlText.Headline(
            category.Attribute("text") ?? category.Attribute("label") ?? Blank.ToNull(category.Text()) ?? category.Attribute("term")
        );

    private ItemAttachment? Enclosure(MarkupElement enclosure) =>
        UrlText.Resolve(enclosure.Attribute("url") ?? enclosure.Attribute("href"), Base) is { } url
            ? new ItemAttachment(url) { MediaType = Blank.ToNull(enclosure.Attribute("type")) }
            : null;

    private string? Text(params ReadOnlySpan<string> names) => RssChannel.FirstText(element, names);

    private string? Markup(string name) =>
        element.Child(name) is { } child ? (child.Elements.Any() ? child.InnerMarkup() : child.Text()) : null;

    private string? Html(string name) => element.Child(name) is { } child ? FeedHtml.Of(child, FeedBase.Of(child, channel.BaseUrl)) : null;
}
