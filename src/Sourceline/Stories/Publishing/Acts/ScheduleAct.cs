using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>The story publishes itself at a time.</summary>
internal sealed class ScheduleAct : StoryAct
{
    public override ActKind Kind => ActKind.Schedule;

    public override string Verb => "schedule";

    public override ActKeys Words { get; } =
        new("act.schedule.history")
        {
            Label = "act.schedule.label",
            Help = "act.schedule.help",
            Refused = "act.schedule.refused",
        };

    public override IReadOnlyList<Transition> Transitions { get; } =
    [
        .. Transition.Lead(StoryState.Scheduled, Actors.Editor | Actors.Origin, StoryState.Draft, StoryState.Scheduled),
        .. Transition.Lead(StoryState.Scheduled, Actors.Editor, StoryState.Unpublished),
        .. Transition.Lead(StoryState.Scheduled, Actors.Origin, StoryState.Embargoed),
    ];

    public override InvalidationScope Stale => InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations;

    public override ActTime Time => ActTime.Future;

    internal override void Apply(Story story, ActEffect effect) => story.DueUtc = effect.TimeUtc ?? story.DueUtc;
}
