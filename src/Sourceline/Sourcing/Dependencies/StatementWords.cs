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
        return PlainText.Cut(
            string.Join(" … ", content.Where(span => IsInside(span, text)).Select(span => PlainText.Line(span.Of(text)))),
            Longest
        );
    }

    /// <summary>The sentence or sentences around what was said, its cue and its source, within their paragraph; nothing where nothing was said.</summary>
    public static string Sentence(TextSpan[] content, TextSpan[] cue, TextSpan[] source, string text)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(cue);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(text);
        return StatementSentence.Find(content, cue, source, text) is { } sentence
            ? PlainText.Cut(PlainText.Line(sentence.Of(text)), Longest)
            : "";
    }

    // A span outside the text would be a fault in what found it; the list goes on without.
    private static bool IsInside(TextSpan span, string text) => span.Start >= 0 && span.End <= text.Length && span.Length > 0;
}
