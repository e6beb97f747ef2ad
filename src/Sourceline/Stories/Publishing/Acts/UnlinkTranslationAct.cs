using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>The story was said to be no translation of the others of its set.</summary>
internal sealed class UnlinkTranslationAct : StoryAct
{
    public override ActKind Kind => ActKind.UnlinkTranslation;

    public override string Verb => "unlink-translation";

    public override ActKeys Words { get; } =
        new("act.unlink-translation.history") { Help = "act.unlink-translation.help", Refused = "act.unlink-translation.refused" };

    public override IReadOnlyList<Transition> Transitions { get; } = [.. Transition.Keep(Actors.Editor, Transition.AllStates)];

    public override InvalidationScope Stale => InvalidationScope.Translations;

    public override bool HasOwnForm => true;
}
