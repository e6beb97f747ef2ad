using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>An editor confirmed, edited or rejected statements.</summary>
internal sealed class ReviewStatementsAct : StoryAct
{
    public override ActKind Kind => ActKind.ReviewStatements;

    public override ActKeys Words { get; } = new("act.review-statements.history");

    public override IReadOnlyList<Transition> Transitions { get; } = [.. Transition.Keep(Actors.Editor, Transition.AllStates)];

    public override InvalidationScope Stale => InvalidationScope.Sources;

    public override bool HasOwnForm => true;
}
