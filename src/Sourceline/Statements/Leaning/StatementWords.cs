using Sourceline.Attribution;
using Sourceline.Stories.Html;
using Statement = Sourceline.Data.Statement;

namespace Sourceline.Statements;

/// <summary>The words of a statement as they stand in its text.</summary>
public static class StatementWords
{
    private const int Longest = 700;

    /// <summary>What was said; the parts of an interrupted statement are joined by an ellipsis.</summary>
    public static string Of(Statement statement, string text)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(text);
        return PlainText.Cut(string.Join(" … ", Inside(statement.Content, text).Select(span => PlainText.Line(span.Of(text)))), Longest);
    }

    /// <summary>The sentence or sentences around what was said, its cue and its source, within their paragraph.</summary>
    public static string Sentence(Statement statement, string text)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(text);
        if (!Inside(statement.Content, text).Any()) return "";
        var first = Inside(statement.Content, text).First();
        var (from, to) = Paragraph(text, first.Start);
        var here = Inside(statement.Content, text).Concat(Inside(statement.Cue, text)).Concat(Inside(statement.SourceWords, text))
            .Where(span => span.Start >= from && span.End <= to).Append(new TextSpan(first.Start, Math.Min(first.End, to))).ToList();
        var (start, end) = (here.Min(span => span.Start), here.Max(span => span.End));
        while (start > from && !IsEnd(text, start - 1)) start--;
        while (end < to && !IsEnd(text, end)) end++;
        return PlainText.Cut(PlainText.Line(text[start..end]), Longest);
    }

    // A span outside the text would be a fault in what found it; the list goes on without.
    private static IEnumerable<TextSpan> Inside(TextSpan[] spans, string text) => spans.Where(span => span.Start >= 0 && span.End <= text.Length && span.Length > 0);

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
