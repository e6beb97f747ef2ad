using System.Collections.Frozen;
using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>"Refused to confirm or deny that", "would neither confirm nor deny", "could not confirm", "did not deny": a statement that leaves its content open.</summary>
internal static class Noncommittal
{
    private const double Weight = .75;
    private const int Longest = 6;

    private static readonly FrozenSet<string> Verbs = WordSet.Of("confirm confirmed confirming deny denied denying");

    private static readonly FrozenSet<string> Refusing = WordSet.Of(
        "refused refuses declined declines unwilling unable refusing declining"
    );

    private static readonly CueVerb Verb = new(
        "confirm",
        VerbForm.Past,
        Complement.Clause | Complement.Bare | Complement.Object,
        true,
        Weight
    );

    public static CueClause? Read(Reader reader, Subjects subjects, Sentence sentence, int at)
    {
        if (
            !Verbs.Contains(reader[at].Lower)
            || Start(reader, sentence, at) is not { } first
            || subjects.Before(sentence, first, CueVerbs.Find("said")!) is not { } source
        )
            return null;
        // "Reuters could not confirm the report" is a reporter's note on his own work.
        if (source.IsOutlet)
            return null;
        var end = at + 1;
        if (end + 1 < sentence.End && reader[end].Lower is "or" or "nor" && Verbs.Contains(reader[end + 1].Lower))
            end += 2;
        return new CueClause
        {
            Sentence = sentence,
            Cue = new TokenRange(first, end),
            Verb = Verb,
            Weight = Weight,
            Source = source,
            Polarity = Polarity.NeitherConfirmsNorDenies,
        };
    }

    /// <summary>Where the verb group begins; null where nothing in it negates.</summary>
    private static int? Start(Reader reader, Sentence sentence, int at)
    {
        var negated = false;
        var first = at;
        for (; first > sentence.First && at - first < Longest && !reader.InQuote(first - 1) && Belongs(reader[first - 1].Lower); first--)
            negated |= Negates(reader[first - 1].Lower);
        return negated ? first : null;
    }

    private static bool Negates(string lower) => lower is "neither" || Refusing.Contains(lower) || FunctionWords.Negations.Contains(lower);

    private static bool Belongs(string lower) =>
        Negates(lower)
        || lower is "to" or "either" or "yet" or "willing" or "able"
        || FunctionWords.Auxiliaries.Contains(lower)
        || FunctionWords.Adverbs.Contains(lower)
        || (lower.Length > 4 && lower.EndsWith("ly", StringComparison.Ordinal));
}
