using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Sourceline.Formats.Markup;

/// <summary>HTML into a tree. Nothing is fetched and no script is run: the parser stands alone, without a browsing context of its own.</summary>
internal static class HtmlParsing
{
    /// <summary>Deeper than any page that a person wrote; the serialiser and the selectors recurse.</summary>
    private const int MaxDepth = 512;

    /// <summary>Null where the nesting is deeper than is safe to work on.</summary>
    public static IHtmlDocument? Parse(string html)
    {
        if (NestingGuard.IsTooDeep(html)) return null;
        var document = new HtmlParser().ParseDocument(html);
        return IsShallow(document) ? document : null;
    }

    private static bool IsShallow(INode root)
    {
        var depth = 0;
        for (INode? node = root; node is not null;)
        {
            if (node.FirstChild is { } child)
            {
                if (++depth > MaxDepth) return false;
                node = child;
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                depth--;
            }

            node = node is null || node == root ? null : node.NextSibling;
        }

        return true;
    }
}
