using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>The story is taken from readers and may be published again.</summary>
internal sealed class UnpublishAct : StoryAct
{
    public override ActKind Kind => ActKind.Unpublish;

    public override string Verb => "unpublish";

    public override ActKeys Words { get; } =
        new("act.unpublish.history")
        {
            Label = "act.unpublish.label",
            Help = "act.unpublish.help",
            Done = "act.unpublish.done",
            Refused = "act.unpublish.refused",
        };

    public override IReadOnlyList<Transition> Transitions { get; } =
    [.. Transition.Lead(StoryState.Unpublished, Actors.Editor, StoryState.Published)];

    public override InvalidationScope Stale => InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations;

    public override bool NeedsReason => true;
}
