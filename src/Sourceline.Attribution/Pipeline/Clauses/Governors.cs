using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>Finds the verb that stands against a noun of speech: "rejected claims that", "withdrew its report that", "cast doubt on reports that".</summary>
internal static class Governors
{
    private const int Reach = 9;

    /// <summary>What the verb before a noun does to it, and where its group begins; null where no such verb stands there.</summary>
    public static (Polarity Polarity, int First)? Before(Reader reader, Sentence sentence, int noun)
    {
        for (var at = noun - 1; at >= Math.Max(sentence.First, noun - Reach); at--)
        {
            if (reader.InQuote(at))
                continue;
            var word = reader[at];
            if (word.Kind == TokenKind.Mark || FunctionWords.Subjects.Contains(word.Lower) || word.Is("that"))
                return null;
            if (Phrase(reader, sentence, at) is { } phrase)
                return (phrase.Polarity, GroupStart(reader, sentence, phrase.First));
            if (FunctionWords.Prepositions.Contains(word.Lower) && !word.Is("as"))
                return null;
            if (PolarityCues.OfVerb(word.Lower) is not { } polarity || !PolarityCues.IsAgainst(polarity) || IsNoun(reader, sentence, at))
                continue;
            return IsNegated(reader, sentence, at) ? null : (polarity, GroupStart(reader, sentence, at));
        }

        return null;
    }

    /// <summary>"The report that the mine was shut has been withdrawn".</summary>
    public static Polarity? Behind(Reader reader, Sentence sentence, int end)
    {
        var at = end;
        while (at < Math.Min(sentence.End, end + 3) && FunctionWords.Auxiliaries.Contains(reader[at].Lower))
            at++;
        return at > end && at < sentence.End && PolarityCues.OfVerb(reader[at].Lower) == Polarity.Withdraws ? Polarity.Withdraws : null;
    }

    /// <summary>Verbs of two words and more, found at their last word: "took back", "cast doubt on".</summary>
    private static (Polarity Polarity, int First)? Phrase(Reader reader, Sentence sentence, int last)
    {
        if (last - 1 < sentence.First)
            return null;
        var before = last - 2 >= sentence.First ? reader[last - 2].Lower : "";
        return (before, reader[last - 1].Lower, reader[last].Lower) switch
        {
            (_, "took" or "takes" or "taken" or "walked" or "walks" or "walking" or "taking", "back") => (Polarity.Withdraws, last - 1),
            ("backed" or "backs" or "backing", "away", "from") => (Polarity.Withdraws, last - 2),
            ("cast" or "casts" or "casting", "doubt", "on" or "upon") => (Polarity.Disputes, last - 2),
            ("raised" or "raises", "doubts", "about" or "over") => (Polarity.Disputes, last - 2),
            ("hit" or "hits" or "pushed" or "pushes", "back", "at" or "against" or "on") => (Polarity.Disputes, last - 2),
            (_, "brushed" or "brushes" or "shot" or "brushing", "off" or "aside" or "down") => (Polarity.Denies, last - 1),
            _ => null,
        };
    }

    private static bool IsNoun(Reader reader, Sentence sentence, int at) =>
        at > sentence.First && (FunctionWords.Determiners.Contains(reader[at - 1].Lower) || reader[at - 1].IsPossessive);

    private static bool IsNegated(Reader reader, Sentence sentence, int at)
    {
        for (var i = at - 1; i >= Math.Max(sentence.First, at - 3); i--)
        {
            if (FunctionWords.Negations.Contains(reader[i].Lower))
                return true;
        }

        return false;
    }

    private static int GroupStart(Reader reader, Sentence sentence, int at)
    {
        while (
            at > sentence.First
            && (
                FunctionWords.Auxiliaries.Contains(reader[at - 1].Lower)
                || FunctionWords.Adverbs.Contains(reader[at - 1].Lower)
                || reader[at - 1].Lower.EndsWith("ly", StringComparison.Ordinal)
            )
        )
            at--;
        return at;
    }
}
