using System.Buffers;

namespace Sourceline.Stories.Html;

/// <summary>
/// Most bodies of agencies are paragraphs of plain text and nothing else. Such a body is its own cleaned form, which costs a
/// hundredth of the time to see that it costs to parse, sanitise and write it again. Whatever is in doubt is left to the parser.
/// </summary>
internal static class PlainParagraphs
{
    private const string Open = "<p>";
    private const string Close = "</p>";

    /// <summary>What stands for itself in text: no markup, no control, no space that HTML folds or writes as an entity, nothing outside the basic plane.</summary>
    private static readonly SearchValues<char> Doubtful = SearchValues.Create([
        .. Enumerable
            .Range(0, 0x10000)
            .Select(code => (char)code)
            .Where(c =>
                c is '<' or '>' or '&' or '\u00a0' or '\ufffe' or '\uffff'
                || (char.IsWhiteSpace(c) && c != ' ')
                || char.IsControl(c)
                || char.IsSurrogate(c)
            ),
    ]);

    /// <summary>The cleaned body and its text, where the HTML is of this kind.</summary>
    public static bool TryRead(string html, out string body, out string text)
    {
        (body, text) = ("", "");
        var paragraphs = new List<Range>();
        for (var at = 0; at < html.Length; )
        {
            // Line ends between paragraphs are the markup's.
            if (html[at] is '\n' or '\r' or ' ' && paragraphs.Count > 0)
            {
                at++;
                continue;
            }
            if (string.CompareOrdinal(html, at, Open, 0, Open.Length) != 0)
                return false;
            var start = at + Open.Length;
            var end = html.IndexOf('<', start);
            if (end < 0 || string.CompareOrdinal(html, end, Close, 0, Close.Length) != 0 || !IsPlain(html.AsSpan(start, end - start)))
                return false;
            paragraphs.Add(start..end);
            at = end + Close.Length;
        }
        if (paragraphs.Count == 0)
            return false;
        body = string.Concat(paragraphs.Select(range => Open + html[range] + Close));
        text = string.Join("\n\n", paragraphs.Select(range => html[range]));
        return true;
    }

    private static bool IsPlain(ReadOnlySpan<char> words) =>
        words.Length > 0
        && words[0] != ' '
        && words[^1] != ' '
        && !words.ContainsAny(Doubtful)
        && !words.Contains("  ", StringComparison.Ordinal);
}
