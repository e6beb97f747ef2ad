using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>A new version came in from the origin; it is not public by itself.</summary>
internal sealed class ReceiveAct : StoryAct
{
    public override ActKind Kind => ActKind.Receive;

    public override ActKeys Words { get; } = new("act.receive.history");

    public override IReadOnlyList<Transition> Transitions { get; } = [.. Transition.Keep(Actors.Origin, Transition.AllStates)];

    public override InvalidationScope Stale => InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations;

    /// <summary>A story that waits may be put off; a draft may get another embargo, or lose the one that it had.</summary>
    internal override void Apply(Story story, ActEffect effect)
    {
        if (story.State == StoryState.Draft)
            story.DueUtc = effect.TimeUtc;
        else if (story.State is StoryState.Scheduled or StoryState.Embargoed)
            story.DueUtc = effect.TimeUtc ?? story.DueUtc;
    }
}
