using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>Keeps the leans of a story, and what lists of them tell of it, in step with the chains of its live version.</summary>
public static class DependencyProjection
{
    /// <summary>Writes the story's leans anew, in the caller's transaction; none where it is not public. Call after any act or review that has been saved.</summary>
    /// <param name="changes">Takes what has changed, to be written by the caller at the end of the transaction.</param>
    public static async Task RefreshAsync(NewsDb db, long storyId, DependencyCountChanges changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(changes);
        await ClearAsync(db, storyId, changes, cancellationToken);
        foreach (var story in await LiveStory.ReadAsync(db, storyId, storyId, cancellationToken))
        {
            var (leans, told) = New(story, changes);
            db.Dependencies.AddRange(leans);
            if (told is not null) db.DependencySnapshots.Add(told);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>The leans of a story that has none yet, and what lists tell of it, to be written by the caller; nothing where it leans on no one.</summary>
    /// <param name="story">Its statements and their links have their keys.</param>
    /// <inheritdoc cref="RefreshAsync" path="/param[@name='changes']"/>
    internal static (List<Dependency> Leans, StoredSnapshot? Told) New(LiveStory story, DependencyCountChanges changes)
    {
        var leans = DependencyRule.Of(story);
        foreach (var lean in leans) changes.Added(lean.SourceId, lean.Kind);
        return (leans, leans.Count == 0 ? null : new StoredSnapshot { StoryId = story.Id, Snapshot = DependencySnapshot.Of(story) });
    }

    private static async Task ClearAsync(NewsDb db, long storyId, DependencyCountChanges changes, CancellationToken cancellationToken)
    {
        var before = await db.Dependencies.AsNoTracking().Where(lean => lean.StoryId == storyId).Select(lean => new { lean.SourceId, lean.Kind }).ToListAsync(cancellationToken);
        if (before.Count == 0) return;
        await db.Dependencies.Where(lean => lean.StoryId == storyId).ExecuteDeleteAsync(cancellationToken);
        await db.DependencySnapshots.Where(told => told.StoryId == storyId).ExecuteDeleteAsync(cancellationToken);
        foreach (var lean in before) changes.Removed(lean.SourceId, lean.Kind);
        foreach (var stale in db.ChangeTracker.Entries().Where(entry => entry.Entity is Dependency lean && lean.StoryId == storyId || entry.Entity is StoredSnapshot told && told.StoryId == storyId).ToList())
            stale.State = EntityState.Detached;
    }
}
