using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Names;

/// <summary>The words of a role as a link shows them: without article or possessive pronoun, and nothing that is no role at all.</summary>
internal static class RoleWords
{
    private const int Longest = 8;

    /// <summary>Null where the words are too many for a role or open as a phrase of place or time: "in one of her last speeches as leader".</summary>
    public static string? Of(Document document, TokenRange range)
    {
        var first = range.First;
        while (
            first + 1 < range.End
            && document[first].Lower is "the" or "a" or "an" or "its" or "their" or "her" or "his" or "our" or "my" or "your"
        )
            first++;
        var count = 0;
        for (var at = first; at < range.End; at++)
            count += document[at].Kind == TokenKind.Word ? 1 : 0;
        return
            first >= range.End
            || count > Longest
            || FunctionWords.Prepositions.Contains(document[first].Lower)
            || Citations.Verbs.Contains(document[first].Lower)
            || document[first].Lower is "after" or "before" or "while" or "when" or "speaking"
            ? null
            : document.Words(range with { First = first });
    }
}
