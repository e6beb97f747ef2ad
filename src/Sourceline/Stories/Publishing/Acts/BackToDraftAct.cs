using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>A story that waits for its time waits for an editor again.</summary>
internal sealed class BackToDraftAct : StoryAct
{
    public override ActKind Kind => ActKind.BackToDraft;

    public override string Verb => "back-to-draft";

    public override ActKeys Words { get; } =
        new("act.back-to-draft.history")
        {
            Label = "act.back-to-draft.label",
            Help = "act.back-to-draft.help",
            Done = "act.back-to-draft.done",
            Refused = "act.back-to-draft.refused",
        };

    public override IReadOnlyList<Transition> Transitions { get; } =
    [.. Transition.Lead(StoryState.Draft, Actors.Editor | Actors.Origin, StoryState.Scheduled, StoryState.Embargoed)];

    public override InvalidationScope Stale => InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations;

    /// <summary>What was public once goes back to where it came from, and keeps its notice.</summary>
    internal override StoryState? After(Story story, Actors by) =>
        base.After(story, by) is { } after
            ? story.LiveVersion is null
                ? after
                : StoryState.Unpublished
            : null;

    /// <summary>An embargo binds the draft too: publishing it puts it under embargo again. Only its origin can say otherwise.</summary>
    internal override void Apply(Story story, ActEffect effect) =>
        story.DueUtc =
            effect.By == Actors.Origin ? effect.TimeUtc
            : story.State == StoryState.Embargoed ? story.DueUtc
            : null;
}
