using Sourceline.Data.Model;
using Sourceline.Stories.Publishing.Acts;

namespace Sourceline.Stories.Publishing;

/// <summary>Every kind of act. The desk, the command line, the clock, imports, the page cache and the pages read what they need from here.</summary>
public static class ActRegistry
{
    /// <summary>Every act, in the order in which the desk and the command line offer them.</summary>
    public static IReadOnlyList<StoryAct> All { get; } =
    [
        .. new[]
        {
            ActKind.Publish,
            ActKind.LiftEmbargo,
            ActKind.Schedule,
            ActKind.Embargo,
            ActKind.BackToDraft,
            ActKind.Update,
            ActKind.CorrectMinor,
            ActKind.CorrectMaterial,
            ActKind.Clarify,
            ActKind.SetDate,
            ActKind.Release,
            ActKind.Draft,
            ActKind.Withhold,
            ActKind.Unpublish,
            ActKind.TakeDown,
            ActKind.Kill,
        }
            .Union(Enum.GetValues<ActKind>())
            .Select(Of),
    ];

    /// <summary>The names of all acts that people can do by name, in their order.</summary>
    public static IReadOnlyList<string> Verbs { get; } = [.. All.Select(act => act.Verb).OfType<string>().Distinct()];

#pragma warning disable CS8524 // A kind without an act does not compile (CS8509); numbers that are no kind do not occur.
    /// <summary>The act of a kind.</summary>
    public static StoryAct Of(ActKind kind) =>
        kind switch
        {
            ActKind.Receive => One<ReceiveAct>.Act,
            ActKind.Draft => One<DraftAct>.Act,
            ActKind.Publish => One<PublishAct>.Act,
            ActKind.Schedule => One<ScheduleAct>.Act,
            ActKind.Embargo => One<EmbargoAct>.Act,
            ActKind.LiftEmbargo => One<LiftEmbargoAct>.Act,
            ActKind.BackToDraft => One<BackToDraftAct>.Act,
            ActKind.Update => One<UpdateAct>.Act,
            ActKind.CorrectMinor => CorrectAct.Minor,
            ActKind.CorrectMaterial => CorrectAct.Material,
            ActKind.Clarify => One<ClarifyAct>.Act,
            ActKind.Release => One<ReleaseAct>.Act,
            ActKind.Withhold => One<WithholdAct>.Act,
            ActKind.Unpublish => One<UnpublishAct>.Act,
            ActKind.TakeDown => One<TakeDownAct>.Act,
            ActKind.Kill => One<KillAct>.Act,
            ActKind.SetDate => One<SetDateAct>.Act,
            ActKind.ReviewStatements => One<ReviewStatementsAct>.Act,
            ActKind.LinkTranslation => One<LinkTranslationAct>.Act,
            ActKind.UnlinkTranslation => One<UnlinkTranslationAct>.Act,
            ActKind.ApproveReply => ReplyDecisionAct.Approve,
            ActKind.RejectReply => ReplyDecisionAct.Reject,
            ActKind.MarkReplySpam => ReplyDecisionAct.MarkSpam,
            ActKind.HoldReply => ReplyDecisionAct.Hold,
            ActKind.Rebuild => One<RebuildAct>.Act,
        };
#pragma warning restore CS8524

    /// <summary>The acts of a name; several where they differ in degree only, the weakest first.</summary>
    public static IReadOnlyList<StoryAct> Find(string? verb) =>
        [.. All.Where(act => act.Verb is not null && string.Equals(act.Verb, verb, StringComparison.OrdinalIgnoreCase))];

    /// <summary>What an editor may do with a story in a state, in the order of <see cref="All"/>.</summary>
    public static IEnumerable<StoryAct> AllowedIn(StoryState state) =>
        All.Where(act => act.Verb is not null && act.After(state, Actors.Editor) is not null);

    private static class One<T>
        where T : StoryAct, new()
    {
        public static readonly T Act = new();
    }
}
