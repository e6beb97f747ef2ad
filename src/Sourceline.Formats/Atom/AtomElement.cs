using System.Text;
using Sourceline.Formats.Feeds;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Atom;

/// <summary>A feed or an entry as it is on the wire, in Atom's namespace or, as some send it, in none.</summary>
internal sealed class AtomElement(MarkupElement element, Uri? baseUrl)
{
    public long Line => element.Line;

    public IEnumerable<AtomElement> Entries => element.Descendants().Where(e => e.LocalName == "entry" && e.Name is "atom:entry" or "entry").Select(e => new AtomElement(e, baseUrl));

    public string? Id => Blank.ToNull(Child("id")?.Text());

    /// <summary>Of several alternates the one in the entry's own language; the others are its translations.</summary>
    public string? Link => AddressOf(Children("link").Where(IsAlternate).OrderBy(Strangeness).FirstOrDefault());

    public string? SelfLink => AddressOf(Children("link").FirstOrDefault(link => link.Attribute("rel") == "self"));

    public string? Language => InheritedLanguage();

    /// <summary>Where the entry stands in which language (section 4.2.7.4), its own language among them or not.</summary>
    public IEnumerable<(string? Language, string? Address)> Alternates => Children("link").Where(IsAlternate).Select(link => (link.Attribute("hreflang"), AddressOf(link)));

    /// <summary>The first of these that has text.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if ((Child(name) ?? element.Child(name)) is { } child && Blank.ToNull(child.Text()) is { } text) return text;
        return null;
    }

    /// <summary>A text construct (RFC 4287, section 3.1) as plain text.</summary>
    public string? Plain(string name)
    {
        if (Child(name) is not { } child) return null;
        return IsPlain(child) ? Blank.OneLine(Decoded(child)) : HtmlText.Plain(Markup(child));
    }

    /// <summary>A text construct or content (section 4.1) as HTML.</summary>
    public string? Html(string name)
    {
        if (Child(name) is not { } child) return null;
        return IsPlain(child) ? Paragraphs.FromText(Decoded(child)) : FeedHtml.Finish(Markup(child), FeedBase.Of(child, baseUrl));
    }

    /// <summary>Where content lies that is not in the feed itself (section 4.1.3.2).</summary>
    public string? ContentAddress => Child("content") is { } content ? UrlText.Resolve(content.Attribute("src"), FeedBase.Of(content, baseUrl)) : null;

    public IEnumerable<string?> Authors => Children("author").Select(Person);

    /// <summary>A category's label is for people, its term for machines (section 4.2.2).</summary>
    public IEnumerable<string> Categories => Children("category").Concat(element.ChildrenNamed("dc:subject"))
        .Select(c => Blank.OneLine(c.Attribute("label") ?? c.Attribute("term") ?? c.Text())).OfType<string>().Distinct();

    public IEnumerable<ItemAttachment> Files => Children("link")
        .Where(l => l.Attribute("rel") == "enclosure")
        .Select(l => (Link: l, Url: UrlText.Resolve(l.Attribute("href"), FeedBase.Of(l, baseUrl))))
        .Where(l => l.Url is not null)
        .Select(l => new ItemAttachment(l.Url!) { MediaType = Blank.ToNull(l.Link.Attribute("type")), Caption = Blank.OneLine(l.Link.Attribute("title")) })
        .Concat(MediaFiles.Of(element, FeedBase.Of(element, baseUrl)));

    private static string? Person(MarkupElement person)
    {
        var name = person.Elements.FirstOrDefault(e => e.LocalName == "name")?.Text();
        return PersonName.Of(name ?? (person.Elements.Any() ? null : person.Text()));
    }

    /// <summary>Section 4.2.7.2: a link without a relation is an alternate.</summary>
    private static bool IsAlternate(MarkupElement link) => link.Attribute("rel") is null or "" or "alternate";

    private string? AddressOf(MarkupElement? link) => link is null ? null : UrlText.Resolve(link.Attribute("href") ?? link.Text(), FeedBase.Of(link, baseUrl));

    private int Strangeness(MarkupElement link)
    {
        if (link.Attribute("hreflang") is not { } tag || tag.Equals(Language, StringComparison.OrdinalIgnoreCase)) return 0;
        return Language is { } own && LanguageTag.Tongue(own) == LanguageTag.Tongue(tag) ? 1 : 2;
    }

    private string? InheritedLanguage()
    {
        for (var at = element; at is not null; at = at.Parent)
            if (Blank.ToNull(at.Attribute("xml:lang")) is { } language) return language;
        return null;
    }

    private MarkupElement? Child(string name) => element.Child("atom:" + name) ?? element.Child(name);

    private IEnumerable<MarkupElement> Children(string name) => element.Elements.Where(e => e.Is("atom:" + name) || e.Is(name));

    /// <summary>Atom 1.0 counts text as plain unless it says otherwise; Atom 0.3 says so by a MIME type.</summary>
    private static bool IsPlain(MarkupElement element) =>
        !element.Elements.Any() && element.Attribute("type")?.Trim().ToLowerInvariant() is null or "" or "text" or "text/plain" && element.Attribute("mode") is null or "base64";

    private static string Markup(MarkupElement element) => element.Elements.Any() ? WithoutDiv(element).InnerMarkup() : Decoded(element);

    /// <summary>Section 3.1.1.3: the div around XHTML is not part of the content.</summary>
    private static MarkupElement WithoutDiv(MarkupElement element) =>
        element.Nodes.Count(n => n is MarkupElement || n is string s && !string.IsNullOrWhiteSpace(s)) == 1 && element.Elements.First() is { LocalName: "div", Attributes.Count: 0 or 1 } div ? div : element;

    private static string Decoded(MarkupElement element)
    {
        var text = element.Text();
        var type = element.Attribute("type")?.ToLowerInvariant();
        var isCoded = element.Attribute("mode") == "base64" || type is not null && type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal);
        if (!isCoded) return text;
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }
}
