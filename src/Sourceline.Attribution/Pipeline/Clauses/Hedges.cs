using System.Collections.Frozen;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>Words that hold a statement at arm's length.</summary>
internal static class Hedges
{
    public static readonly FrozenSet<string> Adverbs = WordSet.Of("reportedly allegedly purportedly supposedly apparently");

    /// <summary>Those that say on their own that somebody, unnamed, reports it.</summary>
    private static readonly FrozenSet<string> Reporting = WordSet.Of("reportedly allegedly purportedly");

    /// <summary>Time adverbs between subject and verb that are no part of the cue.</summary>
    public static bool IsPause(string lower) => lower is "yesterday" or "today" or "tomorrow" or "earlier" or "recently";

    /// <summary>The first such word outside quotation marks in what somebody is cited for.</summary>
    public static TokenRange? Within(Reader reader, List<TokenRange> content)
    {
        foreach (var range in content)
        {
            for (var at = range.First; at < range.End; at++)
            {
                if (!reader.InQuote(at) && Reporting.Contains(reader[at].Lower))
                    return new TokenRange(at, at + 1);
            }
        }

        return null;
    }

    /// <summary>A sentence that nobody is cited in, yet that holds itself at arm's length.</summary>
    public static CueClause? Read(Reader reader, Sentence sentence)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (reader.InQuote(at) || !Reporting.Contains(reader[at].Lower) || sentence.Tokens.Count < 5)
                continue;
            var clause = new CueClause
            {
                Sentence = sentence,
                Cue = new TokenRange(at, at + 1),
                Weight = .55,
                Hedge = new TokenRange(at, at + 1),
            };
            Contents.Add(reader, clause, new TokenRange(reader.AfterLead(sentence), at));
            Contents.Add(reader, clause, new TokenRange(at + 1, sentence.End));
            return clause.Content.Count > 0 ? clause : null;
        }

        return null;
    }
}
