using Sourceline.Attribution.Model;
using Sourceline.Stories.Html;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>The words of a statement as they stand in its text.</summary>
public static class StatementWords
{
    private const int Longest = 700;

    /// <summary>What was said; the parts of an interrupted statement are joined by an ellipsis.</summary>
    public static string Of(TextSpan[] content, string text)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(text);
        return PlainText.Cut(string.Join(" … ", content.Where(span => IsInside(span, text)).Select(span => PlainText.Line(span.Of(text)))), Longest);
    }

    /// <summary>The sentence or sentences around what was said, its cue and its source, within their paragraph; nothing where nothing was said.</summary>
    public static string Sentence(TextSpan[] content, TextSpan[] cue, TextSpan[] source, string text)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(cue);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(text);
        var at = Array.FindIndex(content, span => IsInside(span, text));
        if (at < 0) return "";
        var (from, to) = Paragraph(text, content[at].Start);
        var (start, end) = (content[at].Start, Math.Min(content[at].End, to));
        foreach (var spans in (ReadOnlySpan<TextSpan[]>)[content, cue, source])
        {
            foreach (var span in spans.Where(span => IsInside(span, text) && span.Start >= from && span.End <= to))
                (start, end) = (Math.Min(start, span.Start), Math.Max(end, span.End));
        }
        while (start > from && !IsEnd(text, start - 1)) start--;
        while (end < to && !IsEnd(text, end)) end++;
        return PlainText.Cut(PlainText.Line(text[start..end]), Longest);
    }

    // A span outside the text would be a fault in what found it; the list goes on without.
    private static bool IsInside(TextSpan span, string text) => span.Start >= 0 && span.End <= text.Length && span.Length > 0;

    private static (int From, int To) Paragraph(string text, int at)
    {
        var from = at == 0 ? -1 : text.LastIndexOf("\n\n", at - 1, StringComparison.Ordinal);
        var to = text.IndexOf("\n\n", at, StringComparison.Ordinal);
        return (from < 0 ? 0 : from + 2, to < 0 ? text.Length : to);
    }

    /// <summary>Whether a sentence ends at this space: behind a mark, and closed quotation marks perhaps.</summary>
    private static bool IsEnd(string text, int space)
    {
        if (!char.IsWhiteSpace(text[space])) return false;
        var mark = space - 1;
        while (mark > 0 && text[mark] is '"' or '”' or '’' or '»' or ')') mark--;
        return mark >= 0 && text[mark] is '.' or '!' or '?' or '…' or '。' or '؟' or '۔';
    }
}
