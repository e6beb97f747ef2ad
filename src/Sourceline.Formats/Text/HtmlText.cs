using System.Text;
using AngleSharp.Dom;
using Sourceline.Formats.Markup;

namespace Sourceline.Formats.Text;

/// <summary>The words of a piece of HTML.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Breaking = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "td", "th", "table", "figure", "figcaption",
        "section", "article", "hr", "pre", "dt", "dd", "dl", "header", "footer", "aside", "main", "nav", "form",
    };

    /// <summary>The text on one line, blocks parted by a space; null where there is none.</summary>
    public static string? Plain(string? html)
    {
        if (string.IsNullOrWhiteSpace(html)) return null;
        if (html.AsSpan().IndexOfAny('<', '&') < 0) return Blank.OneLine(html);
        return HtmlParsing.Parse(html) is { Body: { } body } ? Of(body) : Blank.OneLine(html);
    }

    /// <summary>The text below a node. Walks without recursion, so that no nesting can exhaust the stack.</summary>
    public static string? Of(INode root)
    {
        var text = new StringBuilder();
        for (var node = root; node is not null; node = Next(node, root, text))
        {
            if (node is IText { Data: var data }) text.Append(data);
            else if (Breaking.Contains(node.NodeName)) text.Append(' ');
        }

        return Blank.OneLine(text.ToString());
    }

    private static INode? Next(INode node, INode root, StringBuilder text)
    {
        if (node.HasChildNodes && !IsSilent(node)) return node.FirstChild;
        while (node != root)
        {
            if (Breaking.Contains(node.NodeName)) text.Append(' ');
            if (node.NextSibling is { } sibling) return sibling;
            node = node.Parent!;
        }

        return null;
    }

    private static bool IsSilent(INode node) => node.NodeName is "SCRIPT" or "STYLE" or "TEMPLATE" or "NOSCRIPT";
}
