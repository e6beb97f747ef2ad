using System.Collections.Frozen;
using Sourceline.Formats.Markup;

namespace Sourceline.Formats.Detection;

/// <summary>Tells markup apart by its first element, and by what that element declares.</summary>
internal static class MarkupShape
{
    private const string WordPressExport = "wordpress.org/export/";

    private static readonly string[] FeedStarts = ["<?xml", "<rss", "<rdf:rdf", "<feed", "<!-- generator=\"wordpress"];

    private static readonly FrozenSet<string> PageElements = FrozenSet.ToFrozenSet(["html", "head", "body"]);

    private static readonly FrozenSet<string> PartsOfPages = FrozenSet.ToFrozenSet([
        "article",
        "main",
        "div",
        "section",
        "header",
        "h1",
        "h2",
        "p",
        "meta",
        "title",
        "link",
        "style",
        "script",
        "nav",
        "center",
        "table",
        "font",
        "base",
    ]);

    /// <summary>The roots of documents that are known and not read.</summary>
    private static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>
    {
        ["nitf"] = "a NITF document",
        ["newsml"] = "a NewsML document",
        ["newsitem"] = "a NewsML-G2 document",
        ["newsmessage"] = "a NewsML-G2 document",
        ["packageitem"] = "a NewsML-G2 document",
        ["conceptitem"] = "a NewsML-G2 document",
        ["knowledgeitem"] = "a NewsML-G2 document",
        ["planningitem"] = "a NewsML-G2 document",
        ["opml"] = "a list of feeds (OPML)",
        ["urlset"] = "a sitemap",
        ["sitemapindex"] = "a sitemap",
        ["svg"] = "a drawing (SVG)",
        ["opensearchdescription"] = "a description of a search",
        ["plist"] = "a property list",
        ["kml"] = "a map (KML)",
        ["gpx"] = "a track (GPX)",
        ["fictionbook"] = "a book (FictionBook)",
    }.ToFrozenDictionary();

    /// <param name="head">The beginning of the text.</param>
    /// <param name="start">Where its first element, comment or declaration begins.</param>
    public static Detected Detect(string head, int start)
    {
        if (MarkupRoot.Find(head, start) is not { } root)
            return Detected.Unknown("markup without an element that is known");
        var feed = FeedFormat(root, head);
        if (feed != NewsFormat.Unknown)
            return new Detected(feed);
        if (IsPage(root, head))
            return new Detected(NewsFormat.SavedHtml);
        return Detected.Unknown(Others.GetValueOrDefault(root.LocalName) ?? $"an XML document with the root <{root.Name}>");
    }

    /// <summary>A feed or an export that begins further down, and where.</summary>
    public static (Detected Detected, int Start)? FindFeed(string head)
    {
        foreach (
            var start in FeedStarts.Select(sought => head.IndexOf(sought, StringComparison.OrdinalIgnoreCase)).Where(at => at > 0).Order()
        )
        {
            if (MarkupRoot.Find(head, start) is not { } root)
                continue;
            var format = FeedFormat(root, head);
            if (format != NewsFormat.Unknown)
                return (new Detected(format), start);
        }

        return null;
    }

    private static NewsFormat FeedFormat(MarkupRoot root, string head) =>
        root.LocalName switch
        {
            "rss" or "channel" => IsExport(head) ? NewsFormat.Wxr : NewsFormat.Rss,
            "rdf" => IsRssInRdf(root, head) ? NewsFormat.Rss : NewsFormat.Unknown,
            "feed" => IsAtom(root) || Has(head, "<entry") ? NewsFormat.Atom : NewsFormat.Unknown,
            "entry" => IsAtom(root) && root.Namespace is not null ? NewsFormat.Atom : NewsFormat.Unknown,
            _ => NewsFormat.Unknown,
        };

    private static bool IsExport(string head) =>
        Has(head, "<wp:wxr_version")
        || (
            head.IndexOf("xmlns:wp", StringComparison.Ordinal) is >= 0 and var at
            && head.AsSpan(at, Math.Min(80, head.Length - at)).Contains(WordPressExport, StringComparison.Ordinal)
        );

    /// <summary>Other vocabularies are written in RDF as well.</summary>
    private static bool IsRssInRdf(MarkupRoot root, string head) =>
        root.Attributes.Count == 0
        || Has(head, "purl.org/rss/1.0")
        || Has(head, "netscape.com/rdf/simple")
        || Has(head, "<channel")
        || Has(head, "<item");

    private static bool IsAtom(MarkupRoot root) =>
        root.Namespace is null || KnownNamespaces.Canonical("x", _ => root.Namespace) is "x" or "atom:x";

    private static bool IsPage(MarkupRoot root, string head)
    {
        if (root.HasHtmlDoctype)
            return true;
        if (root.HasXmlDeclaration)
            return root.LocalName == "html";
        if (PageElements.Contains(root.LocalName))
            return true;
        // A page's part alone must hold text as pages do; an XML document may have a root of the same name.
        return PartsOfPages.Contains(root.LocalName)
            && (Has(head, "<p>") || Has(head, "<p ") || Has(head, "<br") || Has(head, "<h1") || Has(head, "</html"));
    }

    private static bool Has(string text, string sought) => text.Contains(sought, StringComparison.OrdinalIgnoreCase);
}
