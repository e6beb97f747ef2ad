using Sourceline.Data;

namespace Sourceline.Statements;

/// <summary>Keeps the leans of a story in step with the chains of its live version.</summary>
public static class LeanKeeper
{
    /// <summary>Writes the story's leans anew, in the caller's transaction; none where it is not public. Call after any act or review.</summary>
    public static Task RefreshAsync(NewsDb db, long storyId, CancellationToken cancellationToken) => throw new NotImplementedException();
}
