using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>What was right and could be misread is made plain; readers see a note.</summary>
internal sealed class ClarifyAct : StoryAct
{
    public override ActKind Kind => ActKind.Clarify;

    public override string Verb => "clarify";

    public override ActKeys Words { get; } =
        new("act.clarify.history")
        {
            Label = "act.clarify.label",
            Help = "act.clarify.help",
            Done = "act.clarify.done",
            Refused = "act.clarify.refused",
            NoteHeading = "correction.clarification",
        };

    public override IReadOnlyList<Transition> Transitions { get; } = [.. Transition.Keep(Actors.Editor, StoryState.Published)];

    public override InvalidationScope Stale => InvalidationScope.Sources | InvalidationScope.Translations;

    public override bool IsRevision => true;

    public override bool NeedsNote => true;

    public override bool TakesText => true;

    public override bool ShowsLatest => true;

    internal override void Apply(Story story, ActEffect effect) => LiveText.Show(story, effect, changes: true);
}
