using System.Text;
using Sourceline.Formats.Markup;

namespace Sourceline.Formats.Text;

/// <summary>Mends HTML in which "&lt;" stands for itself, as feeds send it: a parser would take what follows for a tag and drop it.</summary>
internal static class PlainMarkup
{
    private const int LongestName = 12;

    /// <summary>Elements that occur in headlines and names.</summary>
    private static readonly HashSet<string> InHeadlines = new(
        [
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "br",
            "cite",
            "code",
            "del",
            "div",
            "em",
            "font",
            "h1",
            "h2",
            "h3",
            "h4",
            "i",
            "img",
            "ins",
            "kbd",
            "mark",
            "nobr",
            "p",
            "q",
            "ruby",
            "rb",
            "rp",
            "rt",
            "s",
            "samp",
            "script",
            "small",
            "span",
            "strike",
            "strong",
            "style",
            "sub",
            "sup",
            "time",
            "tt",
            "u",
            "var",
            "wbr",
            "title",
            "body",
            "html",
            "li",
            "ul",
            "ol",
            "table",
            "tr",
            "td",
            "blockquote",
            "pre",
            "center",
            "embed",
            "object",
            "iframe",
            "param",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>A body: "&lt;" that begins no whole tag becomes text.</summary>
    public static string OfBody(string html) => Escaped(html, _ => true);

    /// <summary>A headline or a name: "&lt;" that begins no element of those that occur there becomes text.</summary>
    public static string OfHeadline(string html) => Escaped(html, IsInHeadlines);

    private static bool IsInHeadlines(HtmlTag tag) =>
        tag.Kind == HtmlTagKind.Comment
        || (tag.Name.Length <= LongestName && InHeadlines.GetAlternateLookup<ReadOnlySpan<char>>().Contains(tag.Name));

    private static string Escaped(string html, Func<HtmlTag, bool> isTag)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
            return html;
        var (mended, at) = (default(StringBuilder), 0);
        foreach (var tag in HtmlTags.Find(html).Where(isTag).Append(new HtmlTag(html, html.Length, html.Length, HtmlTagKind.Comment)))
        {
            var between = html.AsSpan(at, tag.Start - at);
            // "<" before a space means nothing to a parser.
            if (mended is null && HasStart(html, at, tag.Start))
                mended = new StringBuilder(html, 0, at, html.Length + 64);
            mended?.Append(between.ToString().Replace("<", "&lt;", StringComparison.Ordinal)).Append(tag.Text);
            at = tag.End;
        }

        return mended?.ToString() ?? html;
    }

    /// <summary>Whether something begins there that a parser takes for a tag or an unclosed comment.</summary>
    private static bool HasStart(string html, int from, int to)
    {
        for (var at = from; at < to; at++)
            if (html[at] == '<' && (HtmlTags.StartsTag(html, at) || string.CompareOrdinal(html, at, "<!--", 0, 4) == 0))
                return true;
        return false;
    }
}
