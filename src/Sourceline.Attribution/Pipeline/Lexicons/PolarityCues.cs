using System.Collections.Frozen;
using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Pipeline.Lexicons;

/// <summary>Verbs and nouns that say how a source stands to what it speaks of. What is not here asserts.</summary>
internal static class PolarityCues
{
    /// <summary>Lemmas; <c>lemma:past</c> or <c>lemma:past:participle</c> where they are irregular.</summary>
    private static readonly (Polarity Polarity, string Lemmas)[] Lemmas =
    [
        (Polarity.Denies, "deny refute rebut reject dismiss disavow repudiate rubbish debunk contradict"),
        (Polarity.Disputes, "dispute question challenge contest doubt"),
        (Polarity.Withdraws, "withdraw:withdrew:withdrawn retract recant rescind disown"),
        (Polarity.Asks, "ask wonder inquire enquire urge demand order request plead beg implore call appeal"),
        (Polarity.Announces, "announce unveil proclaim"),
        (Polarity.Promises, "promise vow pledge guarantee undertake:undertook:undertaken"),
        (Polarity.Warns, "warn caution threaten alert"),
        (Polarity.Alleges, "allege accuse"),
    ];

    private static readonly (Polarity Polarity, string Words)[] NounsByPolarity =
    [
        (Polarity.Denies, "denial denials rebuttal rebuttals repudiation"),
        (Polarity.Withdraws, "retraction retractions withdrawal"),
        (Polarity.Asks, "demand demands request requests plea pleas appeal appeals"),
        (Polarity.Announces, "announcement announcements"),
        (Polarity.Promises, "promise promises pledge pledges vow vows assurance assurances guarantee guarantees"),
        (Polarity.Warns, "warning warnings threat threats"),
        (Polarity.Alleges, "allegation allegations accusation accusations charge charges"),
    ];

    /// <summary>What may be true or false, so that whoever rejects it denies it: "rejected claims that", "dismissed the idea that".</summary>
    public static readonly FrozenSet<string> Claims = WordSet.Of(
        "claim claims allegation allegations accusation accusations assertion assertions suggestion suggestions report reports rumour rumours rumor rumors speculation charge charges "
            + "notion idea statement statements story stories article articles contention complaint complaints criticism criticisms talk theory theories argument arguments finding findings insinuation insinuations"
    );

    /// <summary>What is refused, not denied: "denied access", "denied bail".</summary>
    public static readonly FrozenSet<string> Refused = WordSet.Of(
        "access entry bail permission visa visas asylum parole entrance leave admission him them us me"
    );

    private static readonly FrozenDictionary<string, Polarity> Verbs = BuildVerbs();

    private static readonly FrozenDictionary<string, Polarity> Nouns = BuildNouns();

    /// <summary>What a form of a verb says; null for one that asserts.</summary>
    public static Polarity? OfVerb(string lower) => Verbs.TryGetValue(lower, out var polarity) ? polarity : null;

    /// <summary>What a noun says; null for one that asserts.</summary>
    public static Polarity? OfNoun(string lower) => Nouns.TryGetValue(lower, out var polarity) ? polarity : null;

    /// <summary>Whether a verb with this polarity stands against what it governs.</summary>
    public static bool IsAgainst(Polarity? polarity) =>
        polarity is Polarity.Denies or Polarity.Disputes or Polarity.Withdraws or Polarity.NeitherConfirmsNorDenies;

    private static FrozenDictionary<string, Polarity> BuildVerbs()
    {
        var verbs = new Dictionary<string, Polarity>(StringComparer.Ordinal);
        foreach (var (polarity, lemmas) in Lemmas)
        {
            foreach (var parts in WordSet.Split(lemmas).Select(l => l.Split(':')))
            {
                var lemma = parts[0];
                verbs[lemma] = polarity;
                verbs[EnglishForms.Third(lemma)] = polarity;
                verbs[EnglishForms.Gerund(lemma)] = polarity;
                verbs[parts.Length > 1 ? parts[1] : EnglishForms.Past(lemma)] = polarity;
                if (parts.Length > 2)
                    verbs[parts[2]] = polarity;
            }
        }

        return verbs.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, Polarity> BuildNouns()
    {
        var nouns = new Dictionary<string, Polarity>(StringComparer.Ordinal);
        foreach (var (polarity, words) in NounsByPolarity)
        {
            foreach (var word in WordSet.Split(words))
                nouns[word] = polarity;
        }

        return nouns.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
