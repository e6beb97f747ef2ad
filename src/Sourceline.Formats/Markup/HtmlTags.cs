using System.Buffers;

namespace Sourceline.Formats.Markup;

/// <summary>A tag or a comment in a piece of HTML.</summary>
/// <param name="Html">The whole piece.</param>
/// <param name="Start">Where the "&lt;" stands.</param>
/// <param name="End">Behind the "&gt;".</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct HtmlTag(string Html, int Start, int End, HtmlTagKind Kind)
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    public ReadOnlySpan<char> Text => Html.AsSpan(Start, End - Start);

    /// <summary>The element's name as written; empty for a comment.</summary>
    public ReadOnlySpan<char> Name
    {
        get
        {
            if (Kind == HtmlTagKind.Comment)
                return [];
            var from = Text[(Kind == HtmlTagKind.Close ? 2 : 1)..];
            var length = from.IndexOfAny(NameEnds);
            return length < 0 ? from : from[..length];
        }
    }

    public bool IsEmpty => Text.EndsWith("/>");

    public bool Is(ReadOnlySpan<char> name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<KeyValuePair<string, string>> Attributes() => TagText.Read(Text[1..^1].ToString()).Attributes;

    /// <summary>The value of an attribute; null where the tag has none of that name.</summary>
    public string? Attribute(string name)
    {
        foreach (var (key, value) in Attributes())
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value;
        return null;
    }
}

internal enum HtmlTagKind
{
    Open,
    Close,
    Comment,
}

/// <summary>Finds tags in HTML without building a tree, in time that grows with the text alone.</summary>
internal static class HtmlTags
{
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";

    /// <summary>All whole tags and comments in their order. What begins as one and does not end is text.</summary>
    public static IEnumerable<HtmlTag> Find(string html)
    {
        var mayHoldComments = true;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; )
        {
            var end = at + 1;
            if (string.CompareOrdinal(html, at, CommentStart, 0, CommentStart.Length) == 0)
            {
                var close = mayHoldComments ? html.IndexOf(CommentEnd, at + 2, StringComparison.Ordinal) : -1;
                mayHoldComments = close >= 0;
                if (close >= 0)
                    yield return new HtmlTag(html, at, end = close + CommentEnd.Length, HtmlTagKind.Comment);
            }
            else if (StartsTag(html, at))
            {
                end = EndOfTag(html, at);
                if (end <= html.Length && html[end - 1] == '>')
                    yield return new HtmlTag(html, at, end, html[at + 1] == '/' ? HtmlTagKind.Close : HtmlTagKind.Open);
                else
                    end = Math.Min(end, html.Length);
            }

            at = end >= html.Length ? -1 : html.IndexOf('<', end);
        }
    }

    /// <summary>Whether a tag begins at a "&lt;" (HTML, section 13.2.5.6).</summary>
    public static bool StartsTag(string html, int at)
    {
        var name = at + 1 < html.Length && html[at + 1] == '/' ? at + 2 : at + 1;
        return name < html.Length && char.IsAsciiLetter(html[name]);
    }

    /// <summary>Behind the "&gt;" that ends the tag; at the "&lt;" before which it breaks off, or behind the text's end.</summary>
    private static int EndOfTag(string html, int start)
    {
        var quote = '\0';
        for (var at = start + 1; at < html.Length; at++)
        {
            var c = html[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && FollowsEquals(html, at))
                quote = c;
            else if (c == '>')
                return at + 1;
            else if (c == '<')
                return at;
        }

        return html.Length + 1;
    }

    private static bool FollowsEquals(string html, int at)
    {
        var before = html.AsSpan(0, at);
        // White space between the sign and the value is rare and short.
        for (var back = 1; back <= 8 && back <= before.Length; back++)
            if (!char.IsWhiteSpace(before[^back]))
                return before[^back] == '=';
        return false;
    }
}
