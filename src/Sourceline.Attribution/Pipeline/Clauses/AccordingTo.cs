using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>"according to X", where X can speak: "according to plan" cites nobody.</summary>
internal static class AccordingTo
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Rules = WordSet.Of(
        "plan plans schedule law rules rule size need needs age taste instructions recipe custom tradition type colour color height weight season "
            + "weather circumstances preference wishes ability merit rank priority length income"
    );

    public static CueClause? Read(Reader reader, Sentence sentence, int at)
    {
        if (!reader[at].Is("according") || at + 2 >= sentence.End || !reader[at + 1].Is("to"))
            return null;
        var range = LoosePhrases.Right(reader, at + 2, sentence.End);
        if (range.IsEmpty)
            return null;
        if (range.End < sentence.End && reader[range.End].Lower is "who" or "which")
            range = range with { End = AsideEnd(reader, range.End, sentence.End) };
        var source = reader.Source(range);
        if (
            source.Run is null && Rules.Contains(source.Noun) && range.Count <= 2
            || source.Pronoun is "i" or "you" or "we"
            || reader[range.First].Lower is "me" or "us"
        )
            return null;
        return new CueClause
        {
            Sentence = sentence,
            Cue = new TokenRange(at, at + 2),
            Weight = .9,
            Source = source,
            Zone = range with { First = range.End },
        };
    }

    /// <summary>", as first reported by X": an outlet alone.</summary>
    public static CueClause? AsReported(Reader reader, Sentence sentence)
    {
        for (var at = sentence.First + 1; at + 2 < sentence.End; at++)
        {
            if (!reader[at].Is("reported") || !reader[at + 1].Is("by") || reader.InQuote(at))
                continue;
            var first = reader[at - 1].Lower is "first" or "earlier" or "originally" ? at - 1 : at;
            var range = LoosePhrases.Right(reader, at + 2, sentence.End);
            if (
                first == sentence.First
                || !reader[first - 1].Is("as")
                || range.IsEmpty
                || reader.Source(range) is not { IsOutlet: true } source
            )
                return null;
            return new CueClause
            {
                Sentence = sentence,
                Cue = new TokenRange(first - 1, at + 2),
                Weight = .8,
                Source = source,
                Zone = range with { First = range.End },
            };
        }

        return null;
    }

    /// <summary>"who spoke on condition of anonymity" belongs to the source.</summary>
    private static int AsideEnd(Reader reader, int at, int limit)
    {
        while (at < limit && !reader.InQuote(at) && reader[at].Kind is TokenKind.Word or TokenKind.Number)
            at++;
        return at;
    }
}
