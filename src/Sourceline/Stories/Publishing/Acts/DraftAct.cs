using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>A new text was written; readers do not see it yet.</summary>
internal sealed class DraftAct : StoryAct
{
    public override ActKind Kind => ActKind.Draft;

    public override string Verb => "draft";

    public override ActKeys Words { get; } = new("act.draft.history") { Help = "act.draft.help", Refused = "act.draft.refused" };

    public override IReadOnlyList<Transition> Transitions { get; } = [.. Transition.Keep(Actors.Editor, Transition.OpenStates)];

    public override InvalidationScope Stale => InvalidationScope.Story;

    public override bool HasOwnForm => true;

    public override bool TakesText => true;
}
