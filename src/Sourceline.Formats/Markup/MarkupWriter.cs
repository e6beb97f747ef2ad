using System.Text;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Markup;

/// <summary>Writes elements back. The tree builder bounds the depth, so recursion is safe here.</summary>
internal static class MarkupWriter
{
    public static void AppendText(StringBuilder text, MarkupElement element)
    {
        foreach (var node in element.Nodes)
        {
            if (node is string words)
                text.Append(words);
            else
                AppendText(text, (MarkupElement)node);
        }
    }

    public static void AppendInner(StringBuilder markup, MarkupElement element)
    {
        foreach (var node in element.Nodes)
        {
            if (node is string words)
                markup.Append(Paragraphs.Escape(words).Replace("&quot;", "\"", StringComparison.Ordinal));
            else
                AppendOuter(markup, (MarkupElement)node);
        }
    }

    private static void AppendOuter(StringBuilder markup, MarkupElement element)
    {
        var name = element.LocalName;
        markup.Append('<').Append(name);
        foreach (
            var (key, value) in element.Attributes.Where(a =>
                !a.Key.StartsWith("xmlns", StringComparison.Ordinal) && !a.Key.StartsWith("xml:", StringComparison.Ordinal)
            )
        )
            markup.Append(' ').Append(key).Append("=\"").Append(Paragraphs.Escape(value)).Append('"');
        if (element.Nodes.Count == 0 && VoidElements.Contains(name))
        {
            markup.Append(" />");
            return;
        }

        markup.Append('>');
        AppendInner(markup, element);
        markup.Append("</").Append(name).Append('>');
    }
}

/// <summary>HTML, section 13.1.2: elements that never have content. Without "link", which feeds use for text.</summary>
internal static class VoidElements
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "meta",
        "param",
        "track",
        "wbr",
    };

    public static bool Contains(ReadOnlySpan<char> name) => Names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
