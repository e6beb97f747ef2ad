using Microsoft.EntityFrameworkCore;
using Sourceline.Data;

namespace Sourceline.Statements;

/// <summary>Keeps the leans of a story in step with the chains of its live version.</summary>
public static class LeanKeeper
{
    /// <summary>Writes the story's leans anew, in the caller's transaction; none where it is not public. Call after any act or review that has been saved.</summary>
    /// <param name="changes">Takes what has changed, to be written by the caller at the end of the transaction.</param>
    public static async Task RefreshAsync(NewsDb db, long storyId, LeanChanges changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(changes);
        await ClearAsync(db, storyId, changes, cancellationToken);
        var story = await db.Stories.AsNoTracking()
            .Where(s => s.Id == storyId && s.State == StoryState.Published && s.PublishedUtc != null)
            .Select(s => new { s.LiveVersion, s.PublishedUtc }).SingleOrDefaultAsync(cancellationToken);
        if (story is null) return;
        var statements = await db.Statements.AsNoTracking().Include(s => s.Links)
            .Where(s => s.StoryId == storyId && s.Version!.Number == story.LiveVersion).OrderBy(s => s.Ordinal).ToListAsync(cancellationToken);
        db.Leans.AddRange(New(storyId, story.PublishedUtc!.Value, statements, changes));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The leans of a story that has none yet, to be written by the caller.</summary>
    /// <param name="statements">Of its live version; they and their links have their keys.</param>
    /// <inheritdoc cref="RefreshAsync" path="/param[@name='changes']"/>
    internal static List<Lean> New(long storyId, DateTime publishedUtc, IReadOnlyList<Statement> statements, LeanChanges changes)
    {
        var leans = LeanRule.Of(storyId, publishedUtc, statements.Select(HandedStatement.Of));
        foreach (var lean in leans) changes.Came(lean.SourceId, lean.Kind);
        return leans;
    }

    private static async Task ClearAsync(NewsDb db, long storyId, LeanChanges changes, CancellationToken cancellationToken)
    {
        var before = await db.Leans.AsNoTracking().Where(lean => lean.StoryId == storyId).Select(lean => new { lean.SourceId, lean.Kind }).ToListAsync(cancellationToken);
        if (before.Count == 0) return;
        await db.Leans.Where(lean => lean.StoryId == storyId).ExecuteDeleteAsync(cancellationToken);
        foreach (var lean in before) changes.Went(lean.SourceId, lean.Kind);
        foreach (var stale in db.ChangeTracker.Entries<Lean>().Where(entry => entry.Entity.StoryId == storyId).ToList())
            stale.State = EntityState.Detached;
    }
}
