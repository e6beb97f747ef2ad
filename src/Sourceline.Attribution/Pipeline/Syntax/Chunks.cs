using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>
/// Cuts sentences into what is parsed as one tree: a quotation that holds several sentences is cut at its full stops, and what is longer
/// than <see cref="Longest"/> at its last comma, so that the work is linear and scratch space bounded.
/// </summary>
internal static class Chunks
{
    /// <summary>How many tokens a chunk has at most.</summary>
    public const int Longest = 150;

    /// <summary>A cut by length looks for a comma among so many last tokens.</summary>
    private const int Window = 50;

    public static void Find(Document document, List<TokenRange> chunks)
    {
        foreach (var sentence in document.SentenceList)
        {
            var first = sentence.First;
            for (var at = sentence.First; at < sentence.End; at++)
            {
                if (at + 1 < sentence.End && !EndsChunk(document, at))
                    continue;
                at = AfterClosing(document, at, sentence.End);
                Cut(document, first, at + 1, chunks);
                first = at + 1;
            }
        }
    }

    private static bool EndsChunk(Document document, int at)
    {
        if (!document[at].IsTerminal || document[at].Is("…"))
            return false;
        var next = document[at + 1];
        if (next.Kind == TokenKind.Quote)
            return document[at].Is(".");
        return next.Kind != TokenKind.Mark && (next.Kind != TokenKind.Word || next.Capital);
    }

    /// <summary>Marks that close what the full stop stands in belong to the chunk that it ends.</summary>
    private static int AfterClosing(Document document, int at, int end)
    {
        while (at + 1 < end && document[at + 1].Start == document[at].End && document[at + 1].Kind is TokenKind.Quote or TokenKind.Mark)
            at++;
        return at;
    }

    private static void Cut(Document document, int first, int end, List<TokenRange> chunks)
    {
        while (end - first > Longest)
        {
            var cut = first + Longest;
            while (cut > first + Longest - Window && document[cut - 1].Lower is not ("," or ";" or ":" or "-" or "–" or "—"))
                cut--;
            if (cut == first + Longest - Window)
                cut = first + Longest;
            chunks.Add(new TokenRange(first, cut));
            first = cut;
        }

        if (end > first)
            chunks.Add(new TokenRange(first, end));
    }
}
