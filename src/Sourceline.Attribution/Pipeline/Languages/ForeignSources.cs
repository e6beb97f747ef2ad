using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Languages;

/// <summary>Finds the name, the role or the pronoun beside a cue verb in a language that is known only by its commonest words; null where it is not certain.</summary>
internal sealed class ForeignSources(Reader reader, ForeignCues cues, bool inQuotation = false)
{
    private const int Reach = 3;
    private const int LongestName = 4;
    private const int Near = 600;

    private static readonly string[] GermanRoles =
    [
        "meister",
        "meisterin",
        "minister",
        "ministerin",
        "präsident",
        "präsidentin",
        "sprecher",
        "sprecherin",
        "kanzler",
        "kanzlerin",
        "chef",
        "chefin",
        "direktor",
        "direktorin",
        "leiter",
        "leiterin",
    ];

    private readonly ForeignSegments _segments = new(reader, cues);

    /// <summary>Who speaks; <paramref name="told"/> are the words behind the verb that say to whom.</summary>
    public SourcePhrase? Beside(Sentence sentence, int verb, TokenRange told)
    {
        if (cues.HasCapitals)
            return After(sentence, verb, told.First == verb + 1 ? told.End : verb + 1) ?? Before(sentence, verb);
        return cues.VerbLast ? _segments.Before(sentence, verb) : _segments.After(sentence, verb);
    }

    /// <summary>Who stands right behind a word.</summary>
    public SourcePhrase? Behind(Sentence sentence, int word) =>
        cues.HasCapitals ? After(sentence, word, word + 1) : _segments.After(sentence, word);

    private SourcePhrase? After(Sentence sentence, int verb, int from)
    {
        var at = from;
        if (at < sentence.End && cues.Pronouns.Contains(reader[at].Lower))
            return _segments.Pronoun(at);
        while (
            at < Math.Min(sentence.End, from + Reach)
            && IsPlainWord(at)
            && !(cues.Stops.Contains(reader[at].Lower) && !(from > verb + 1 && at == from))
        )
            at++;
        var end = at;
        while (end < sentence.End && IsNameWord(end))
            end++;
        return end - at == 1 && at > from && cues.Articles.Contains(reader[at - 1].Lower) ? null : Name(from, at, end);
    }

    private SourcePhrase? Before(Sentence sentence, int verb)
    {
        var end = verb;
        while (end > sentence.First && IsWord(end - 1) && cues.Helpers.Contains(reader[end - 1].Lower))
            end--;
        if (end > sentence.First && cues.Pronouns.Contains(reader[end - 1].Lower))
            return _segments.Pronoun(end - 1);
        var at = end;
        while (at > sentence.First && IsNameWord(at - 1))
            at--;
        if (at > sentence.First && IsWord(at - 1) && cues.Stops.Contains(reader[at - 1].Lower))
            return null;
        return at == sentence.First && end - at == 1 && !IsNameElsewhere(at) ? null : Name(at, at, end);
    }

    /// <summary>The first word of a sentence is a name only where it is one inside another sentence.</summary>
    private bool IsNameElsewhere(int word)
    {
        for (var at = Math.Max(1, word - Near); at < Math.Min(reader.Document.Tokens.Count, word + Near); at++)
        {
            if (reader[at].Capital && reader[at].Lower == reader[word].Lower && reader[at - 1].Kind == TokenKind.Word && at != word)
                return true;
        }

        return false;
    }

    private SourcePhrase? Name(int first, int at, int end)
    {
        while (at < end && Array.Exists(GermanRoles, r => reader[at].Lower.EndsWith(r, StringComparison.Ordinal)))
            at++;
        if (
            end <= at
            || end - at > LongestName
            || Enumerable.Range(at, end - at).Any(i => cues.Stops.Contains(reader[i].Lower) || cues.IsOutletNoun(reader[i].Lower))
        )
            return null;
        return _segments.Named(first, new TokenRange(Math.Max(at, end - 2), end));
    }

    private bool IsWord(int at) => reader[at].Kind is TokenKind.Word or TokenKind.Number && reader.InQuote(at) == inQuotation;

    private bool IsPlainWord(int at) => IsWord(at) && !reader[at].Capital;

    private bool IsNameWord(int at) => IsWord(at) && reader[at].Capital;
}
