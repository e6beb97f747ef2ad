using System.Collections.Frozen;

namespace Sourceline.Formats.Markup;

/// <summary>
/// Counts tags, how deep they nest and their attributes before a parser sees them: an HTML parser looks through its open elements at every
/// tag and through an element's attributes at every attribute, so its time grows with the square of them.
/// </summary>
internal static class MarkupGuard
{
    private const int MaxOpen = 2000;

    /// <summary>Ten times as many as the longest news pages have.</summary>
    private const int MaxTags = 250_000;

    private const int MaxAttributes = 500;

    /// <summary>Elements that HTML closes by itself, so that many may stand open without nesting.</summary>
    private static readonly FrozenSet<string> SelfClosing = FrozenSet.ToFrozenSet(
        [
            "p",
            "li",
            "td",
            "tr",
            "th",
            "dd",
            "dt",
            "option",
            "optgroup",
            "thead",
            "tbody",
            "tfoot",
            "colgroup",
            "rp",
            "rt",
            "link",
            "source",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    public static bool IsTooMuch(ReadOnlySpan<char> html)
    {
        var (open, tags) = (0, 0);
        for (var at = html.IndexOf('<'); at >= 0 && at + 2 < html.Length; )
        {
            var closing = html[at + 1] == '/';
            if (closing || char.IsAsciiLetter(html[at + 1]))
            {
                open = Math.Max(0, open + Step(html[(at + (closing ? 2 : 1))..], closing));
                tags++;
            }

            if (open > MaxOpen || tags > MaxTags)
                return true;
            var next = html[(at + 1)..].IndexOf('<');
            var tag = next < 0 ? html[(at + 1)..] : html.Slice(at + 1, next);
            if (HasTooManyAttributes(tag))
                return true;
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static bool HasTooManyAttributes(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOf('>');
        var inside = end < 0 ? tag : tag[..end];
        return inside.Length > MaxAttributes
            && inside.ContainsAny(" \t\n/")
            && inside.Count(' ') + inside.Count('\n') + inside.Count('\t') + inside.Count('/') > MaxAttributes
            && CountAttributes(inside) > MaxAttributes;
    }

    /// <summary>White space that separates attributes; that inside quoted values does not.</summary>
    private static int CountAttributes(ReadOnlySpan<char> inside)
    {
        var (count, quote) = (0, '\0');
        for (var at = 1; at < inside.Length; at++)
        {
            var c = inside[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && inside[at - 1] == '=')
                quote = c;
            else if ((char.IsWhiteSpace(inside[at - 1]) || inside[at - 1] == '/') && !char.IsWhiteSpace(c) && c != '/')
                count++;
        }

        return count;
    }

    private static int Step(ReadOnlySpan<char> fromName, bool closing)
    {
        var length = 0;
        while (length < fromName.Length && length < 16 && char.IsAsciiLetterOrDigit(fromName[length]))
            length++;
        var name = fromName[..length];
        if (SelfClosing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) || VoidElements.Contains(name))
            return 0;
        return closing ? -1 : 1;
    }
}
