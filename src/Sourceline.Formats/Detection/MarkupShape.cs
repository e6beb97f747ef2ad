using System.Text.RegularExpressions;

namespace Sourceline.Formats.Detection;

/// <summary>Tells markup apart by its first element.</summary>
internal static partial class MarkupShape
{
    public static NewsFormat Tell(string head)
    {
        var markup = WithoutComments(head);
        // Programs and their notes hold tags too; a page begins with one.
        var isPage = markup.AsSpan().TrimStart() is ['<', ..];
        foreach (Match match in OpeningTag().Matches(markup))
        {
            switch (match.Groups["name"].Value.ToLowerInvariant())
            {
                case "rss" or "rdf" or "channel":
                    return IsExport(head) ? NewsFormat.Wxr : NewsFormat.Rss;
                case "feed":
                    return NewsFormat.Atom;
                case "html" or "head" or "body" or "article" or "meta" or "title" or "main" or "div" or "p" or "h1":
                    return isPage ? NewsFormat.SavedHtml : NewsFormat.Unknown;
                default:
                    return isPage && HasHtmlDoctype(head) ? NewsFormat.SavedHtml : NewsFormat.Unknown;
            }
        }

        return head.AsSpan().TrimStart() is ['<', ..] && HasHtmlDoctype(head) ? NewsFormat.SavedHtml : NewsFormat.Unknown;
    }

    private static bool HasHtmlDoctype(string head) => head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);

    private static bool IsExport(string head) =>
        head.Contains("<wp:wxr_version", StringComparison.Ordinal) || ExportNamespace().IsMatch(head);

    private static string WithoutComments(string head) => Comment().Replace(head, " ");

    [GeneratedRegex(@"<(?:[A-Za-z][\w.-]*:)?(?<name>[A-Za-z][\w.-]*)", RegexOptions.CultureInvariant)]
    private static partial Regex OpeningTag();

    [GeneratedRegex("""xmlns:wp\s*=\s*["']https?://wordpress\.org/export/""", RegexOptions.CultureInvariant)]
    private static partial Regex ExportNamespace();

    [GeneratedRegex(@"<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>\[]*(\[[\s\S]*?\]\s*)?>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Comment();
}
