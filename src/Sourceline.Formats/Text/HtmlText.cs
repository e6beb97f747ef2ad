using System.Text;
using AngleSharp.Dom;
using Sourceline.Formats.Markup;

namespace Sourceline.Formats.Text;

/// <summary>The words of a piece of HTML.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Breaking = new(StringComparer.OrdinalIgnoreCase)
    {
        "p",
        "br",
        "div",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "tr",
        "td",
        "th",
        "table",
        "figure",
        "figcaption",
        "section",
        "article",
        "hr",
        "pre",
        "dt",
        "dd",
        "dl",
        "header",
        "footer",
        "aside",
        "main",
        "nav",
        "form",
    };

    /// <summary>The text on one line, blocks separated by a space; null where there is none.</summary>
    public static string? Plain(string? html)
    {
        if (string.IsNullOrWhiteSpace(html))
            return null;
        if (html.AsSpan().IndexOfAny('<', '&') < 0)
            return Blank.OneLine(html);
        return HtmlParsing.Parse(html) is { Body: { } body } ? Of(body) : Blank.OneLine(html);
    }

    /// <summary>A headline or a name, in which "&lt;" may stand for itself, on one line; null where there is none.</summary>
    public static string? Headline(string? html) => html is null ? null : Plain(PlainMarkup.OfHeadline(html));

    /// <summary>The text below a node, on one line; null where there is none.</summary>
    public static string? Of(INode root)
    {
        var text = new StringBuilder();
        foreach (var step in DomWalk.Below(root, node => !IsSilent(node)))
        {
            if (step.Node is IText { Data: var data })
            {
                if (!step.IsEnd)
                    text.Append(data);
            }
            else if (Breaking.Contains(step.Node.NodeName))
            {
                text.Append(' ');
            }
        }

        return Blank.OneLine(text.ToString());
    }

    private static bool IsSilent(INode node) => node.NodeName is "SCRIPT" or "STYLE" or "TEMPLATE" or "NOSCRIPT";
}
