using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>"TASS quoted Brand as saying"; "Brand was quoted by TASS as saying"; "Brand was quoted as saying by TASS".</summary>
internal static class AsSaying
{
    private const int Reach = 25;

    public static CueClause? Read(Reader reader, Subjects subjects, Sentence sentence, int at)
    {
        if (
            reader[at].Lower is not ("quoted" or "cited" or "quoting" or "citing" or "quotes")
            || As(reader, sentence, at) is not { } saying
        )
            return null;
        var clause =
            at > sentence.First && FunctionWords.Be.Contains(reader[at - 1].Lower)
                ? Passive(reader, subjects, sentence, at, saying)
                : Active(reader, sentence, at, saying);
        return clause;
    }

    private static int? As(Reader reader, Sentence sentence, int at)
    {
        for (var i = at + 1; i < Math.Min(sentence.End - 1, at + Reach); i++)
        {
            if (reader[i].Is("as") && reader[i + 1].Lower is "saying" or "telling" or "writing" && !reader.InQuote(i))
                return i;
        }

        return null;
    }

    private static CueClause? Active(Reader reader, Sentence sentence, int at, int saying)
    {
        var quoted = reader.Phrases.Right(at + 1, saying);
        if (quoted.IsEmpty)
            return null;
        quoted = quoted with { End = saying };
        var left = reader[at].Lower is "quoting" or "citing" ? default : reader.Phrases.Left(sentence, at);
        var clause = Clause(sentence, saying, reader.Source(quoted), left.IsEmpty ? null : left.First);
        if (!left.IsEmpty)
            clause.Relays.Add(reader.Source(left));
        return clause;
    }

    private static CueClause? Passive(Reader reader, Subjects subjects, Sentence sentence, int at, int saying)
    {
        if (subjects.Before(sentence, at - 1, CueVerbs.Find("said")!) is not { } source)
            return null;
        var clause = Clause(sentence, saying, source);
        var by =
            reader[at + 1].Is("by") ? at + 2
            : saying + 2 < sentence.End && reader[saying + 2].Is("by") ? saying + 3
            : -1;
        var agent = by < 0 ? default : reader.Phrases.Right(by, by > saying ? sentence.End : saying);
        if (!agent.IsEmpty)
            clause.Relays.Add(reader.Source(agent));
        return clause;
    }

    private static CueClause Clause(Sentence sentence, int saying, SourcePhrase source, int? opens = null) =>
        new()
        {
            Sentence = sentence,
            Cue = new TokenRange(saying, saying + 2),
            Verb = CueVerbs.Find("said"),
            Weight = .9,
            Source = source,
            Opens = opens,
        };
}
