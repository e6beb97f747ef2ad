using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>The story was said to be a translation of another.</summary>
internal sealed class LinkTranslationAct : StoryAct
{
    public override ActKind Kind => ActKind.LinkTranslation;

    public override string Verb => "link-translation";

    public override ActKeys Words { get; } =
        new("act.link-translation.history") { Help = "act.link-translation.help", Refused = "act.link-translation.refused" };

    public override IReadOnlyList<Transition> Transitions { get; } =
    [
        .. Transition.Keep(Actors.Editor | Actors.Origin, Transition.OpenStates),
        .. Transition.Keep(Actors.Origin, StoryState.Killed, StoryState.TakenDown),
    ];

    public override InvalidationScope Stale => InvalidationScope.Translations;

    public override bool HasOwnForm => true;
}
