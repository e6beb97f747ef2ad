using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>The embargo ends now, and the story is published.</summary>
internal sealed class LiftEmbargoAct : StoryAct
{
    public override ActKind Kind => ActKind.LiftEmbargo;

    public override string Verb => "lift-embargo";

    public override ActKeys Words { get; } =
        new("act.lift-embargo.history")
        {
            Label = "act.lift-embargo.label",
            Help = "act.lift-embargo.help",
            Done = "act.lift-embargo.done",
            Refused = "act.lift-embargo.refused",
        };

    public override IReadOnlyList<Transition> Transitions { get; } =
    [.. Transition.Lead(StoryState.Published, Actors.Editor, StoryState.Embargoed)];

    public override InvalidationScope Stale => InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations;

    public override bool ShowsLatest => true;

    internal override void Apply(Story story, ActEffect effect) => LiveText.Show(story, effect, changes: false);
}
