using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>The story is taken from readers while it is looked into.</summary>
internal sealed class WithholdAct : StoryAct
{
    public override ActKind Kind => ActKind.Withhold;

    public override string Verb => "withhold";

    public override ActKeys Words { get; } =
        new("act.withhold.history")
        {
            Label = "act.withhold.label",
            Help = "act.withhold.help",
            Done = "act.withhold.done",
            Refused = "act.withhold.refused",
        };

    public override IReadOnlyList<Transition> Transitions { get; } =
    [
        .. Transition.Lead(StoryState.Withheld, Actors.Editor | Actors.Origin, StoryState.Published),
        // What waits here and was withheld at its origin must not publish itself.
        .. Transition.Lead(StoryState.Withheld, Actors.Origin, StoryState.Draft, StoryState.Scheduled, StoryState.Embargoed),
    ];

    public override InvalidationScope Stale => InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations;

    public override bool NeedsReason => true;

    internal override void Apply(Story story, ActEffect effect) => story.DueUtc = null;
}
