using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>Derived rows were repaired by <c>sourceline rebuild</c>. It is logged without a story, which makes every page stale.</summary>
internal sealed class RebuildAct : StoryAct
{
    public override ActKind Kind => ActKind.Rebuild;

    public override ActKeys Words { get; } = new("act.rebuild.history");

    public override IReadOnlyList<Transition> Transitions { get; } = [.. Transition.Keep(Actors.Editor, Transition.AllStates)];

    public override InvalidationScope Stale => InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations;
}
