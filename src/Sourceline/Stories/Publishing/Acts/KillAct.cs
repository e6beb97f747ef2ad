using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>The story must not be used, here or elsewhere.</summary>
internal sealed class KillAct : StoryAct
{
    public override ActKind Kind => ActKind.Kill;

    public override string Verb => "kill";

    public override ActKeys Words { get; } =
        new("act.kill.history")
        {
            Label = "act.kill.label",
            Help = "act.kill.help",
            Done = "act.kill.done",
            Refused = "act.kill.refused",
        };

    public override IReadOnlyList<Transition> Transitions { get; } =
    [
        .. Transition.Lead(
            StoryState.Killed,
            Actors.Editor | Actors.Origin,
            StoryState.Scheduled,
            StoryState.Embargoed,
            StoryState.Published
        ),
        .. Transition.Lead(StoryState.Killed, Actors.Editor, StoryState.Withheld, StoryState.Unpublished),
        .. Transition.Lead(StoryState.Killed, Actors.Origin, StoryState.Draft),
    ];

    public override InvalidationScope Stale => InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations;

    public override bool NeedsReason => true;

    public override bool IsFinal => true;

    internal override void Apply(Story story, ActEffect effect) => story.DueUtc = null;
}
