using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>Nobody may see the story before a time, at which it publishes itself.</summary>
internal sealed class EmbargoAct : StoryAct
{
    public override ActKind Kind => ActKind.Embargo;

    public override string Verb => "embargo";

    public override ActKeys Words { get; } =
        new("act.embargo.history")
        {
            Label = "act.embargo.label",
            Help = "act.embargo.help",
            Refused = "act.embargo.refused",
        };

    public override IReadOnlyList<Transition> Transitions { get; } =
    [
        .. Transition.Lead(
            StoryState.Embargoed,
            Actors.Editor | Actors.Origin,
            StoryState.Draft,
            StoryState.Scheduled,
            StoryState.Embargoed
        ),
        .. Transition.Lead(StoryState.Embargoed, Actors.Editor, StoryState.Unpublished),
    ];

    public override InvalidationScope Stale => InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations;

    public override ActTime Time => ActTime.Future;

    internal override void Apply(Story story, ActEffect effect) => story.DueUtc = effect.TimeUtc ?? story.DueUtc;
}
