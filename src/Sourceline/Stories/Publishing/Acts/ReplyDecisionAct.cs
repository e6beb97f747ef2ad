using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>A moderator decided on a reply to the story, or its origin had approved it.</summary>
internal sealed class ReplyDecisionAct : StoryAct
{
    private ReplyDecisionAct(ActKind kind, Actors by, string history) =>
        (Kind, Words, Transitions) = (kind, new ActKeys(history), [.. Transition.Keep(by, Transition.AllStates)]);

    public static ReplyDecisionAct Approve { get; } = new(ActKind.ApproveReply, Actors.Editor | Actors.Origin, "act.approve-reply.history");

    public static ReplyDecisionAct Reject { get; } = new(ActKind.RejectReply, Actors.Editor, "act.reject-reply.history");

    public static ReplyDecisionAct MarkSpam { get; } = new(ActKind.MarkReplySpam, Actors.Editor, "act.mark-reply-spam.history");

    public static ReplyDecisionAct Hold { get; } = new(ActKind.HoldReply, Actors.Editor, "act.hold-reply.history");

    public override ActKind Kind { get; }

    public override ActKeys Words { get; }

    public override IReadOnlyList<Transition> Transitions { get; }

    public override InvalidationScope Stale => InvalidationScope.Story;

    public override bool HasOwnForm => true;
}
