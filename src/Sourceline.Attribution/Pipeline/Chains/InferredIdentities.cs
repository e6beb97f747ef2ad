using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;

namespace Sourceline.Attribution.Pipeline.Chains;

/// <summary>
/// "a senior diplomat said" and, one paragraph on, "Deputy Foreign Minister Sergei Ryabkov said": plausibly the same person, and marked
/// as no more than that.
/// </summary>
internal static class InferredIdentities
{
    private const double Plausible = .6;

    public static void Infer(List<Draft> drafts)
    {
        for (var i = 0; i + 1 < drafts.Count; i++)
        {
            if (
                drafts[i].End is not { Hop: { Kind: SourceKind.Unnamed, Identity: null }, Phrase: { Pronoun: null } phrase } end
                || (phrase.Definite && !phrase.IsOwned)
            )
                continue;
            if (
                Next(drafts, i) is { } next
                && next.End is { Hop.Kind: SourceKind.Person, Entity: { } person }
                && (person.Fits(phrase.Noun) || (next.End.Hop.Role is { } role && Roles.Fits(phrase.Noun, role)))
                && SameWay(drafts[i], next)
            )
                Set(drafts[i], end, Speakers.Known(person, next.End.Hop.Span, Plausible, Basis.Inferred), next);
        }
    }

    /// <summary>The next statement whose speaker another clause names, in this paragraph or the next.</summary>
    private static Draft? Next(List<Draft> drafts, int from)
    {
        for (var i = from + 1; i < drafts.Count && drafts[i].Paragraph <= drafts[from].Paragraph + 1; i++)
        {
            if (!drafts[i].Clause.SameSpeaker)
                return drafts[i];
        }

        return null;
    }

    private static bool SameWay(Draft one, Draft other) => one.Chains[0].Count == 1 || one.Chains[0][0].Entity == other.Chains[0][0].Entity;

    private static void Set(Draft draft, DraftHop end, Identity identity, Draft next)
    {
        foreach (var chain in draft.Chains.Where(c => c[^1] == end))
            chain[^1] = end with { Hop = end.Hop with { Identity = identity }, Entity = next.End!.Entity, Because = next.Clause.Cue };
    }
}
