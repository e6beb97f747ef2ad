using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>The date of the story is corrected. The archive and the feeds follow.</summary>
internal sealed class SetDateAct : StoryAct
{
    public override ActKind Kind => ActKind.SetDate;

    public override string Verb => "set-date";

    public override ActKeys Words { get; } =
        new("act.set-date.history")
        {
            Label = "act.set-date.label",
            Help = "act.set-date.help",
            Done = "act.set-date.done",
            Refused = "act.set-date.refused",
        };

    public override IReadOnlyList<Transition> Transitions { get; } =
    [.. Transition.Keep(Actors.Editor, StoryState.Draft, StoryState.Published, StoryState.Withheld, StoryState.Unpublished)];

    public override InvalidationScope Stale => InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations;

    public override ActTime Time => ActTime.Past;

    internal override void Apply(Story story, ActEffect effect) => story.PublishedUtc = effect.TimeUtc;
}
