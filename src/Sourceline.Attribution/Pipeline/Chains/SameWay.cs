using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Names;

namespace Sourceline.Attribution.Pipeline.Chains;

/// <summary>
/// "Two people told the newspaper ... One of them said ...": who is one of the sources right before came by the same hands. So does
/// somebody unnamed who goes on speaking: "the person said", "he said".
/// </summary>
internal static class SameWay
{
    /// <summary>The hands of the statement before, without its speaker; empty where the speaker is somebody else.</summary>
    public static List<DraftHop> Of(Draft before, DraftHop speaker, CueClause clause)
    {
        if (
            clause.OwnRoute
            || before.Paragraph + 1 < clause.Sentence.Paragraph
            || before.Chains.Count != 1
            || before.End is not { IsOutlet: false, Entity: null } last
        )
            return [];
        return GoesOn(speaker.Phrase, last.Phrase) ? before.Chains[0][..^1].FindAll(h => h.IsOutlet) : [];
    }

    private static bool GoesOn(SourcePhrase? phrase, SourcePhrase? last) =>
        phrase is not null
        && last is not null
        && (
            IsPart(phrase)
            || phrase.Pronoun is "he" or "she" or "they"
            || (
                phrase is { Definite: true, Pronoun: null }
                && phrase.Range.Count <= 3
                && phrase.Noun == last.Noun
                && phrase.Kind == SourceKind.Unnamed
            )
        );

    /// <summary>"one of them", "the other", "both".</summary>
    private static bool IsPart(SourcePhrase phrase) =>
        phrase.Run is null
        && phrase.Range.Count <= 3
        && phrase.Noun
            is "one"
                or "other"
                or "others"
                or "another"
                or "both"
                or "second"
                or "third"
                or "two"
                or "first"
                or "latter"
                or "former";
}
