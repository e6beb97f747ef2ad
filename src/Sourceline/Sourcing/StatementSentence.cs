using Sourceline.Attribution.Model;

namespace Sourceline.Sourcing;

/// <summary>A part of a sentence.</summary>
/// <param name="Text">On one line.</param>
/// <param name="IsSaid">Whether it belongs to what was said, rather than to the words around it.</param>
public sealed record SentencePiece(string Text, bool IsSaid);

/// <summary>Finds the whole sentence that a statement is part of, so that readers see "she denied that she did" rather than "that she did".</summary>
public static class StatementSentence
{
    /// <summary>A sentence without an end, such as a list, is cut so far from what was said.</summary>
    private const int Farthest = 600;

    /// <summary>Words that keep their full stop and stand before a name.</summary>
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Prof",
        "Sen",
        "Rep",
        "Gov",
        "Gen",
        "Col",
        "Lt",
        "Maj",
        "Sgt",
        "Capt",
        "Cmdr",
        "Adm",
        "Rev",
        "Hon",
        "Fr",
        "St",
        "Supt",
        "Mme",
        "Mlle",
    };

    /// <summary>
    /// The sentence or sentences around what was said, its cue and its source, within the paragraph where the statement begins; null where
    /// no part of it lies in the text.
    /// </summary>
    /// <param name="content">What was said. Spans count UTF-16 code units of the text.</param>
    /// <param name="cue">The words that attribute it.</param>
    /// <param name="source">The words that name the source.</param>
    /// <param name="text">The version's canonical text.</param>
    public static TextSpan? Find(TextSpan[] content, TextSpan[] cue, TextSpan[] source, string text)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(cue);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(text);
        var at = Array.FindIndex(content, span => IsInside(span, text));
        if (at < 0)
            return null;
        var (from, to) = Paragraph(text, content[at].Start);
        var (start, end) = (content[at].Start, Math.Min(content[at].End, to));
        foreach (var spans in (ReadOnlySpan<TextSpan[]>)[content, cue, source])
        {
            foreach (var span in spans.Where(span => IsInside(span, text) && span.Start >= from && span.End <= to))
                (start, end) = (Math.Min(start, span.Start), Math.Max(end, span.End));
        }
        (from, to) = (Math.Max(from, start - Farthest), Math.Min(to, end + Farthest));
        while (start > from && !IsEnd(text, start - 1))
            start--;
        while (end < to && !IsEnd(text, end))
            end++;
        return new TextSpan(start, end);
    }

    /// <summary>The sentence with the parts that were said told apart.</summary>
    /// <param name="sentence">Where it is.</param>
    /// <param name="said">What was said, by one statement or several.</param>
    /// <param name="text">The version's canonical text.</param>
    public static IReadOnlyList<SentencePiece> Pieces(TextSpan sentence, IEnumerable<TextSpan> said, string text)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(text);
        var pieces = new List<SentencePiece>();
        var at = sentence.Start;
        foreach (var span in said.Where(sentence.Overlaps).OrderBy(span => span.Start))
        {
            var (start, end) = (Math.Max(at, span.Start), Math.Min(sentence.End, span.End));
            if (end <= start)
                continue;
            Add(at, start, false);
            Add(start, end, true);
            at = end;
        }
        Add(at, sentence.End, false);
        return pieces;

        void Add(int from, int to, bool isSaid)
        {
            if (to > from)
                pieces.Add(new(text[from..to].Replace('\n', ' '), isSaid));
        }
    }

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
        if (!char.IsWhiteSpace(text[space]))
            return false;
        var mark = space - 1;
        while (mark > 0 && text[mark] is '"' or '”' or '’' or '»' or ')')
            mark--;
        if (mark < 0 || text[mark] is not ('.' or '!' or '?' or '…' or '。' or '؟' or '۔'))
            return false;
        if (space + 1 < text.Length && char.IsLower(text[space + 1]))
            return false;
        return text[mark] != '.' || mark < space - 1 || !IsAbbreviated(text, mark);
    }

    /// <summary>"Dr." and "J." end no sentence.</summary>
    private static bool IsAbbreviated(string text, int stop)
    {
        var start = stop;
        while (start > 0 && stop - start < 5 && char.IsLetter(text[start - 1]))
            start--;
        if (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            return false;
        var word = text[start..stop];
        return word is [var letter] ? char.IsUpper(letter) : Abbreviations.Contains(word);
    }
}
