using Sourceline.Formats.Feeds;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Atom;

/// <summary>A feed or an entry as it is on the wire, in Atom's namespace or, as some send it, in none.</summary>
internal sealed class AtomElement(MarkupElement element, Uri? baseUrl)
{
    private static readonly string[] PageTypes =
    [
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/xml",
        "application/xml",
        "html",
    ];

    private readonly Lazy<string?> _byline = new(() => Byline(element));
    private readonly Lazy<string?> _language = new(() => InheritedLanguage(element));

    public long Line => element.Line;

    /// <summary>The entries of a feed; an entry document (RFC 4287, section 2) is an entry itself.</summary>
    public IEnumerable<AtomElement> Entries =>
        IsEntry(element) ? [this] : element.Descendants().Where(IsEntry).Select(entry => new AtomElement(entry, baseUrl));

    public string? Id => Blank.ToNull(Child("id")?.Text());

    /// <summary>
    /// The page of the entry: of several alternates that are pages the one in the entry's own language, for the others are its
    /// translations. FeedBurner gives the page's URL apart from its own that counts visits.
    /// </summary>
    public string? Link =>
        UrlText.Resolve(element.Child("feedburner:origlink")?.Text() ?? element.Child("pheedo:origlink")?.Text(), baseUrl)
        ?? UrlOf(Children("link").Where(IsAlternate).Where(IsPage).OrderBy(Strangeness).FirstOrDefault());

    public string? SelfLink => UrlOf(Children("link").FirstOrDefault(link => link.Attribute("rel") == "self"));

    public string? Language => _language.Value;

    /// <summary>Where the entry stands in which language (section 4.2.7.4), its own language among them or not.</summary>
    public IEnumerable<(string? Language, string? Url)> Alternates =>
        Children("link").Where(IsAlternate).Where(IsPage).Select(link => (link.Attribute("hreflang"), UrlOf(link)));

    /// <summary>Who wrote it; made once, since a feed's authors hold for all of its entries.</summary>
    public string? Authors => _byline.Value;

    /// <summary>The feed from which an aggregator took the entry (section 4.2.11); null where it is of this feed.</summary>
    public AtomElement? Source => Child("source") is { } source ? new AtomElement(source, baseUrl) : null;

    /// <summary>Where content lies that is not in the feed itself (section 4.1.3.2).</summary>
    public string? ContentUrl =>
        Child("content") is { } content ? UrlText.Resolve(content.Attribute("src"), FeedBase.Of(content, baseUrl)) : null;

    /// <summary>The type of content that is a file and no text; null for text.</summary>
    public string? OtherContent => Child("content") is { } content ? new AtomText(content, isContent: true).OtherContent : null;

    /// <summary>A category's label is for people, its term for machines (section 4.2.2).</summary>
    public IEnumerable<string> Categories =>
        Children("category")
            .Concat(element.ChildrenNamed("dc:subject"))
            .Select(category => Blank.OneLine(category.Attribute("label") ?? category.Attribute("term") ?? category.Text()))
            .OfType<string>()
            .Distinct();

    /// <summary>Enclosures, alternates that are documents and no pages, and what Media RSS names.</summary>
    public IEnumerable<ItemAttachment> Files =>
        MediaFiles.OneFeatured(
            Children("link")
                .Where(link => link.Attribute("rel") == "enclosure" || (IsAlternate(link) && !IsPage(link)))
                .Select(ToAttachment)
                .OfType<ItemAttachment>()
                .Concat(MediaFiles.Of(element, FeedBase.Of(element, baseUrl)))
        );

    /// <summary>The texts of these elements that have any, in this order.</summary>
    public IEnumerable<string> Texts(params IEnumerable<string> names) =>
        names.Select(name => (Child(name) ?? element.Child(name))?.Text()).Where(text => !string.IsNullOrWhiteSpace(text)).OfType<string>();

    /// <summary>A text construct (section 3.1) as plain text.</summary>
    public string? Plain(string name) => Child(name) is { } child ? new AtomText(child, isContent: false).Plain() : null;

    /// <summary>A text construct or content (section 4.1) as HTML.</summary>
    public string? Html(string name) => Child(name) is { } child ? new AtomText(child, isContent: name == "content").Html(baseUrl) : null;

    private static bool IsEntry(MarkupElement element) => element.LocalName == "entry" && element.Name is "atom:entry" or "entry";

    private static string? Byline(MarkupElement element)
    {
        var names = element.Elements.Where(child => child.Is("atom:author") || child.Is("author")).Select(Person).ToList();
        return PersonName.Join(names)
            ?? PersonName.Join(
                element
                    .Elements.Where(child => child.Is("dc:creator") || child.Is("dc:author"))
                    .Select(child => PersonName.Of(child.Text()))
            );
    }

    private static string? Person(MarkupElement person)
    {
        var name = person.Elements.FirstOrDefault(child => child.LocalName == "name")?.Text();
        return PersonName.Of(name ?? (person.Elements.Any() ? null : person.Text()));
    }

    private static string? InheritedLanguage(MarkupElement element)
    {
        for (var at = element; at is not null; at = at.Parent)
            if (Blank.ToNull(at.Attribute("xml:lang")) is { } language)
                return LanguageTag.Of(language);
        return null;
    }

    /// <summary>Section 4.2.7.2: a link without a relation is an alternate.</summary>
    private static bool IsAlternate(MarkupElement link) =>
        link.Attribute("rel") is null or "" or "alternate" or "http://www.iana.org/assignments/relation/alternate";

    /// <summary>A PDF or a recording of the story is no page.</summary>
    private static bool IsPage(MarkupElement link) =>
        Blank.ToNull(link.Attribute("type"))?.Split(';')[0].Trim() is not { } type
        || PageTypes.Contains(type, StringComparer.OrdinalIgnoreCase);

    private ItemAttachment? ToAttachment(MarkupElement link) =>
        UrlOf(link) is { } url
            ? new ItemAttachment(url) { MediaType = Blank.ToNull(link.Attribute("type")), Caption = Blank.OneLine(link.Attribute("title")) }
            : null;

    private string? UrlOf(MarkupElement? link) =>
        link is null ? null : UrlText.Resolve(link.Attribute("href") ?? link.Text(), FeedBase.Of(link, baseUrl));

    private int Strangeness(MarkupElement link)
    {
        if (Blank.ToNull(link.Attribute("hreflang")) is not { } written)
            return 0;
        if (LanguageTag.Of(written) is not { } tag)
            return 2;
        if (tag.Equals(Language, StringComparison.OrdinalIgnoreCase))
            return 0;
        return Language is { } own && LanguageTag.Primary(own) == LanguageTag.Primary(tag) ? 1 : 2;
    }

    private MarkupElement? Child(string name) => element.Child("atom:" + name) ?? element.Child(name);

    private IEnumerable<MarkupElement> Children(string name) => element.Elements.Where(child => child.Is("atom:" + name) || child.Is(name));
}
