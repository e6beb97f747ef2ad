using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Sourceline.Stories.Html;

/// <summary>
/// Keeps attacks by nesting away from the HTML parser, whose work grows with the square of the depth, and from whoever walks its tree
/// by recursion.
/// </summary>
internal static class Depth
{
    /// <summary>More than any real page; far from what hurts.</summary>
    public const int Limit = 200;

    // Closed by their neighbours, or never: a long list without end tags is not deep.
    private static readonly FrozenSet<string> SelfClosing = new[]
    {
        "p",
        "li",
        "dt",
        "dd",
        "td",
        "th",
        "tr",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "br",
        "img",
        "hr",
        "wbr",
        "input",
        "meta",
        "link",
        "base",
        "area",
        "col",
        "embed",
        "source",
        "track",
        "param",
        "rt",
        "rp",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    /// <summary>The HTML as it is, or, where it nests beyond the limit, its text without any tags.</summary>
    public static string Bounded(string html)
    {
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (html[at + 1] == '/')
                depth = Math.Max(0, depth - 1);
            else if (char.IsAsciiLetter(html[at + 1]) && !IsSelfClosing(html.AsSpan(at + 1)) && ++depth > Limit)
                return WithoutTags(html);
        }
        return html;
    }

    private static bool IsSelfClosing(ReadOnlySpan<char> tag)
    {
        var end = tag[..Math.Min(tag.Length, 12)].IndexOfAny(NameEnd);
        return end > 0 && SelfClosing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tag[..end]);
    }

    private static string WithoutTags(string html)
    {
        var text = new StringBuilder(html.Length);
        var at = 0;
        while (at < html.Length)
        {
            var open = html.IndexOf('<', at);
            if (open < 0)
                open = html.Length;
            text.Append(html, at, open - at);
            var close = html.IndexOf('>', open);
            if (close < 0)
                break;
            text.Append(' ');
            at = close + 1;
        }
        return text.ToString();
    }
}
