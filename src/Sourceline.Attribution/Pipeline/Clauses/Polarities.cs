using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>Says how the source of a clause stands to its content: by the cue, its negation, and what the content begins with.</summary>
internal static class Polarities
{
    private const int NounReach = 8;

    /// <summary>Whether a verb with this polarity tells of speech as "said" does: "denied", "promised", "alleged".</summary>
    public static bool IsOfSpeech(Polarity? polarity) =>
        polarity
            is Polarity.Denies
                or Polarity.Promises
                or Polarity.Alleges
                or Polarity.Announces
                or Polarity.Warns
                or Polarity.NeitherConfirmsNorDenies;

    public static Polarity Of(Reader reader, CueClause clause)
    {
        if (clause.Polarity is { } known)
            return known;
        if (clause.Source is null && clause.Hedge is { } hedge && clause.Cue == hedge)
            return reader[hedge.First].Is("allegedly") ? Polarity.Alleges : Polarity.Asserts;
        for (var at = clause.Cue.First; at < clause.Cue.End; at++)
        {
            var lower = reader[at].Lower;
            var polarity = clause.IsNoun
                ? PolarityCues.OfNoun(lower) ?? PolarityCues.OfVerb(lower)
                : OfVerb(reader, clause, at) ?? (at > clause.Cue.First ? PolarityCues.OfNoun(lower) : null);
            if (polarity is { } found)
                return IsNegated(reader, clause) ? Negated(found) : found;
        }

        return IsNegated(reader, clause) && clause.Verb?.Lemma is "confirm" ? Polarity.NeitherConfirmsNorDenies : Polarity.Asserts;
    }

    private static Polarity? OfVerb(Reader reader, CueClause clause, int at)
    {
        var lower = reader[at].Lower;
        if (lower is "told" or "tell" or "tells" or "swore" or "sworn")
            return !reader[clause.FirstContent].Is("to") ? null
                : lower[0] == 't' ? Polarity.Asks
                : Polarity.Promises;
        // "Called for calm" asks; "called him a liar" does not.
        if (lower is "call" or "called" or "calls" or "calling" or "appeal" or "appealed" or "appeals" or "appealing")
            return at + 1 < clause.Sentence.End && reader[at + 1].Lower is "for" or "on" or "upon" or "to" ? Polarity.Asks : null;
        return PolarityCues.OfVerb(lower) switch
        {
            // Who rejects a claim denies it; who rejects an offer does not want it.
            Polarity.Denies when IsRejection(lower) && !IsClaim(reader, clause) => Polarity.Disputes,
            var polarity => polarity,
        };
    }

    private static bool IsRejection(string lower) =>
        lower.StartsWith("reject", StringComparison.Ordinal)
        || lower.StartsWith("dismiss", StringComparison.Ordinal)
        || lower.StartsWith("contradict", StringComparison.Ordinal);

    private static bool IsClaim(Reader reader, CueClause clause)
    {
        var content = clause.Content[0];
        for (var at = content.First; at < Math.Min(content.End, content.First + NounReach); at++)
        {
            if (PolarityCues.Claims.Contains(reader[at].Lower) || (at == content.First && reader[at].Is("that")))
                return true;
        }

        return false;
    }

    private static bool IsNegated(Reader reader, CueClause clause)
    {
        for (var at = Math.Max(clause.Sentence.First, clause.Cue.First - 2); at < clause.Cue.End; at++)
        {
            if (FunctionWords.Negations.Contains(reader[at].Lower) && !reader.InQuote(at))
                return true;
        }

        return false;
    }

    private static Polarity Negated(Polarity polarity) =>
        polarity switch
        {
            Polarity.Denies => Polarity.NeitherConfirmsNorDenies,
            Polarity.Disputes or Polarity.Withdraws => Polarity.Asserts,
            _ => polarity,
        };
}
