using System.Collections.Frozen;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>Notes of editors to each other in square brackets, such as "[TK: second source]", say nothing to readers. Asked sentence by sentence, in order.</summary>
internal sealed class EditorNotes(Reader reader)
{
    private static readonly FrozenSet<string> Openers = WordSet.Of(
        "tk tktk note notes ed editor eds editors editor's todo check desk query"
    );

    private bool _open;

    /// <summary>Whether a sentence stands in a note.</summary>
    public bool Holds(Sentence sentence)
    {
        var starts = reader.Document.ParagraphList[sentence.Paragraph].First == sentence.First;
        _open = (_open && !starts) || Opens(sentence);
        var held = _open;
        for (var at = sentence.First; at < sentence.End && _open; at++)
            _open = !reader[at].Is("]");
        return held;
    }

    private bool Opens(Sentence sentence) =>
        sentence.First + 2 < sentence.End
        && reader[sentence.First].Is("[")
        && Openers.Contains(reader[sentence.First + 1].Lower)
        && Enumerable.Range(sentence.First + 2, Math.Min(3, sentence.End - sentence.First - 2)).Any(at => reader[at].Is(":"));
}
