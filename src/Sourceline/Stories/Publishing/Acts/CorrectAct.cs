using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>What was wrong is put right; readers see a note. A slip changes nothing in what is told, a correction in substance does.</summary>
internal sealed class CorrectAct : StoryAct
{
    private CorrectAct(ActKind kind, string history) =>
        (Kind, Words) = (
            kind,
            new ActKeys(history)
            {
                Label = "act.correct.label",
                Help = "act.correct.help",
                Done = "act.correct.done",
                Refused = "act.correct.refused",
                NoteHeading = "correction.correction",
            }
        );

    public static CorrectAct Minor { get; } = new(ActKind.CorrectMinor, "act.correct-minor.history");

    public static CorrectAct Material { get; } = new(ActKind.CorrectMaterial, "act.correct-material.history");

    public override ActKind Kind { get; }

    public override ActKeys Words { get; }

    /// <summary>Both have the same name; the desk asks which it is, and the command line has <c>--material</c>.</summary>
    public override string Verb => "correct";

    public override IReadOnlyList<Transition> Transitions { get; } = [.. Transition.Keep(Actors.Editor, StoryState.Published)];

    /// <summary>A new headline is a new URL.</summary>
    public override InvalidationScope Stale => InvalidationScope.Sources | InvalidationScope.Translations;

    public override bool IsRevision => true;

    public override bool NeedsNote => true;

    public override bool TakesText => true;

    public override bool ShowsLatest => true;

    internal override void Apply(Story story, ActEffect effect) => LiveText.Show(story, effect, changes: true);
}
