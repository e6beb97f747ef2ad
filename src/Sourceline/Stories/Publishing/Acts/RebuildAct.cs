using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>Derived data was rebuilt from the command line. It belongs to no story, so no state allows it to one.</summary>
internal sealed class RebuildAct : StoryAct
{
    public override ActKind Kind => ActKind.Rebuild;

    public override ActKeys Words { get; } = new("act.rebuild.history");

    public override IReadOnlyList<Transition> Transitions => [];

    /// <summary>Rebuilt rows may show on any page.</summary>
    public override InvalidationScope Stale => InvalidationScope.Everything;
}
