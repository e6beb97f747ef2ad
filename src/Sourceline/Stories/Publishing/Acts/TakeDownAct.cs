using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>The story is taken away for good.</summary>
internal sealed class TakeDownAct : StoryAct
{
    public override ActKind Kind => ActKind.TakeDown;

    public override string Verb => "take-down";

    public override ActKeys Words { get; } =
        new("act.take-down.history")
        {
            Label = "act.take-down.label",
            Help = "act.take-down.help",
            Done = "act.take-down.done",
            Refused = "act.take-down.refused",
        };

    public override IReadOnlyList<Transition> Transitions { get; } =
    [.. Transition.Lead(StoryState.TakenDown, Actors.Editor, Transition.OpenStates.Where(state => state != StoryState.Draft))];

    public override InvalidationScope Stale => InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations;

    public override bool NeedsReason => true;

    public override bool IsFinal => true;

    internal override void Apply(Story story, ActEffect effect) => story.DueUtc = null;
}
