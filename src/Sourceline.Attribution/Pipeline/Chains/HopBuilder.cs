using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Chains;

/// <summary>A link together with the entity that it, or its identity, names.</summary>
internal sealed record DraftHop(Hop Hop, Entity? Entity, SourcePhrase? Phrase)
{
    /// <summary>Words that the link, or who it is said to be, leans on beside its own, for the evidence: the cue of the earlier clause.</summary>
    public TokenRange Because { get; init; }

    public bool IsOutlet => Entity?.Kind == SourceKind.Outlet || Hop.Kind == SourceKind.Outlet;
}

/// <summary>Makes links out of source phrases.</summary>
internal sealed class HopBuilder(Reader reader, References references, NameBook names)
{
    /// <summary>A hop in the words of the statement. Where an outlet was told, it is not the one who told it.</summary>
    public DraftHop Stated(SourcePhrase phrase, Sentence sentence, double confidence, bool toOutlet = false)
    {
        if (phrase.Pronoun is "who" or "which" && Antecedent(phrase) is { } run)
            return Named(run, run.Role ?? run.Entity!.Role, confidence, phrase);
        if (phrase.Run is { Entity: not null } named)
            return Named(named, phrase.Role ?? named.Entity!.Role, confidence, phrase);
        return Referring(phrase, sentence, confidence, toOutlet);
    }

    private DraftHop Named(NameRun run, string? role, double confidence, SourcePhrase phrase)
    {
        var entity = run.Entity!;
        var link = new Hop
        {
            Name = entity.Name,
            IsNamed = true,
            Aliases = [.. entity.Aliases],
            Role = entity.Kind == SourceKind.Person ? role : OutletNoun(entity),
            Kind = entity.Kind,
            Basis = Basis.Stated,
            Span = reader.Document.Span(run.Core),
            Confidence = confidence,
        };
        return new DraftHop(link, entity, phrase);
    }

    private DraftHop Referring(SourcePhrase phrase, Sentence sentence, double confidence, bool toOutlet)
    {
        var identity = references.Of(phrase, sentence);
        if (
            identity is { Kind: SourceKind.Outlet }
            && phrase.Pronoun is not null
            && (toOutlet || phrase.Pronoun is "he" or "she" || (phrase.Noun is "its" && !IsReportNoun(phrase)))
        )
            identity = null;
        var kind = Outlets.VagueNouns.Contains(phrase.Noun) && identity is { Kind: SourceKind.Outlet } ? SourceKind.Outlet : phrase.Kind;
        var link = new Hop
        {
            Name = Kinds.NameOf(reader.Document, phrase.Head),
            Kind = kind,
            Basis = Basis.Stated,
            Span = reader.Document.Span(phrase.Head),
            Identity = identity,
            Confidence = confidence * (phrase.Pronoun is not null && identity is null ? .8 : 1),
        };
        var entity = identity is null ? null : names.Find(identity.Name);
        return new DraftHop(link, entity, phrase) { Because = entity is null ? default : references.CueOf(entity) };
    }

    /// <summary>"Its report" may be the outlet's; "its argument" is whose the text speaks of.</summary>
    private bool IsReportNoun(SourcePhrase phrase)
    {
        for (var at = phrase.Range.End; at < Math.Min(reader.Document.Tokens.Count, phrase.Range.End + 3); at++)
        {
            if (Outlets.Pieces.Contains(reader[at].Lower) || reader[at].Lower is "claim" or "claims" or "statement")
                return true;
        }

        return false;
    }

    public static DraftHop Carried(CarriedHop hand, int paragraph) =>
        new(
            new Hop
            {
                Name = hand.Entity.Name,
                IsNamed = true,
                Aliases = [.. hand.Entity.Aliases],
                Role = OutletNoun(hand.Entity),
                Kind = hand.Entity.Kind,
                Basis = Basis.Carried,
                Span = hand.Span,
                Confidence = CarriedContext.Confidence(hand, paragraph),
            },
            hand.Entity,
            null
        )
        {
            Because = hand.Because,
        };

    private static string? OutletNoun(Entity entity) => entity.Kind == SourceKind.Outlet ? entity.OutletNoun : null;

    /// <summary>The name right before "who".</summary>
    private NameRun? Antecedent(SourcePhrase phrase)
    {
        var at = phrase.Range.First - 1;
        if (at >= 0 && reader[at].Is(","))
            at--;
        return names.At(at) is { Entity: not null } run && run.Whole.End == at + 1 ? run : null;
    }
}
