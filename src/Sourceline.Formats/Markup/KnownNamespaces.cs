namespace Sourceline.Formats.Markup;

/// <summary>The vocabularies that the readers know, under the prefix that their own code uses.</summary>
internal static class KnownNamespaces
{
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = "",
        ["http://backend.userland.com/rss"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://backend.userland.com/rss091"] = "",
        ["http://backend.userland.com/rss092"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://purl.org/rss/1.0/"] = "",
        ["http://my.netscape.com/rdf/simple/0.9/"] = "",
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9/"] = "",
        ["http://example.com/newformat#"] = "",
        ["http://example.com/necho"] = "",
        ["http://purl.org/echo/"] = "",
        ["uri/of/echo/namespace#"] = "",
        ["http://purl.org/pie/"] = "",
        ["http://purl.org/atom/ns#"] = "atom",
        ["http://www.w3.org/2005/Atom"] = "atom",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://purl.org/dc/elements/1.1/"] = "dc",
        ["http://purl.org/dc/terms/"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content/"] = "content",
        ["http://search.yahoo.com/mrss/"] = "media",
        ["http://search.yahoo.com/mrss"] = "media",
        ["http://www.itunes.com/DTDs/PodCast-1.0.dtd"] = "itunes",
        ["http://example.com/DTDs/PodCast-1.0.dtd"] = "itunes",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://www.w3.org/1999/html"] = "xhtml",
        ["http://www.w3.org/XML/1998/namespace"] = "xml",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner",
        ["urn:sourceline:feed:1"] = "sourceline",
    };

    /// <summary>
    /// The element's name under our prefix. A namespace that is not known leaves the sender's own prefix, an undeclared prefix too.
    /// The addresses of WordPress's namespaces carry the export's version, so only their ends count.
    /// </summary>
    public static string Canonical(string writtenName, Func<string, string?> lookUp)
    {
        var colon = writtenName.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon < 0 ? "" : writtenName[..colon];
        var local = writtenName[(colon + 1)..];
        var known = lookUp(prefix)?.Trim() is { } address ? Of(address) ?? prefix : prefix;
        return known.Length == 0 ? local : $"{known.ToLowerInvariant()}:{local}";
    }

    private static string? Of(string address)
    {
        if (Prefixes.TryGetValue(address, out var prefix))
            return prefix;
        if (!address.Contains("wordpress.org/export/", StringComparison.Ordinal))
            return null;
        return address.EndsWith("/excerpt/", StringComparison.Ordinal) ? "excerpt" : "wp";
    }
}
