using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>The newest version takes the place of the one that readers see: the news has moved on.</summary>
internal sealed class UpdateAct : StoryAct
{
    public override ActKind Kind => ActKind.Update;

    public override string Verb => "update";

    public override ActKeys Words { get; } =
        new("act.update.history")
        {
            Label = "act.update.label",
            Help = "act.update.help",
            Done = "act.update.done",
            Refused = "act.update.refused",
            NoteHeading = "correction.update",
        };

    public override IReadOnlyList<Transition> Transitions { get; } =
    [.. Transition.Keep(Actors.Editor | Actors.Origin, StoryState.Published)];

    public override InvalidationScope Stale => InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations;

    public override bool IsRevision => true;

    public override bool TakesText => true;

    public override bool ShowsLatest => true;

    internal override void Apply(Story story, ActEffect effect) => LiveText.Show(story, effect, changes: true);
}
