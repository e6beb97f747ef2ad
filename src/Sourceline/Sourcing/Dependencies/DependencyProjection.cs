using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Bulk;
using Sourceline.Data.Checks;
using Sourceline.Data.Model;
using Sourceline.EventLog;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>
/// Which live stories depend on which sources, what the list of a source shows of each story, and how many stories depend on each source.
/// The transaction of each act and review keeps them in step, with <see cref="RefreshAsync"/> and <see cref="DependencyCountChanges"/>.
/// </summary>
public sealed class DependencyProjection(NewsDbFactory dbs, ActLog log) : InlineProjection(dbs)
{
    private readonly NewsDbFactory _dbs = dbs;
    private readonly DependencyComparison _comparison = new(dbs);

    public override string Name => "dependencies";

    public override string Title => "which stories depend on which sources, and how many";

    /// <summary>
    /// Writes the story's dependencies and snapshot anew, in the caller's transaction; none where it is not public. Call it after any act
    /// or review that has been saved.
    /// </summary>
    /// <param name="changes">Takes what has changed, to be written by the caller at the end of the transaction.</param>
    public static async Task RefreshAsync(NewsDb db, long storyId, DependencyCountChanges changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(changes);
        await ClearAsync(db, [storyId], changes, cancellationToken);
        foreach (
            var stale in db
                .ChangeTracker.Entries()
                .Where(entry =>
                    entry.Entity is Dependency one && one.StoryId == storyId
                    || entry.Entity is StoredSnapshot snapshot && snapshot.StoryId == storyId
                )
                .ToList()
        )
            stale.State = EntityState.Detached;
        foreach (var story in await LiveStory.ReadAsync(db, storyId, storyId, cancellationToken))
        {
            var (dependencies, snapshot) = New(story, changes);
            db.Dependencies.AddRange(dependencies);
            if (snapshot is not null)
                db.DependencySnapshots.Add(snapshot);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>The dependencies and the snapshot of a story that has none yet, to be written by the caller; nothing where it cites no known source.</summary>
    /// <param name="story">Its statements and their links have their keys.</param>
    /// <inheritdoc cref="RefreshAsync" path="/param[@name='changes']"/>
    internal static (List<Dependency> Dependencies, StoredSnapshot? Snapshot) New(LiveStory story, DependencyCountChanges changes)
    {
        var dependencies = DependencyRule.Of(story);
        foreach (var one in dependencies)
            changes.Added(one.SourceId, one.Kind);
        return (
            dependencies,
            dependencies.Count == 0 ? null : new StoredSnapshot { StoryId = story.Id, Snapshot = DependencySnapshot.Of(story) }
        );
    }

    public override async Task<string> CheckAsync(Findings findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var (all, done, dependencies, after) = (await CountAsync(cancellationToken), 0L, 0L, 0L);
        while (await _comparison.NextAsync(after, cancellationToken) is { Stories: > 0 } compared)
        {
            foreach (var (_, number) in compared.Wrong)
                findings.Add(Line($"The dependencies of story {number} do not match its statements."));
            (done, dependencies, after) = (done + compared.Stories, dependencies + compared.Dependencies, compared.Last);
            findings.LookedAt(done, Math.Max(done, all));
        }
        await using var db = _dbs.Create();
        var orphans = await OrphansAsync(db, cancellationToken);
        if (orphans > 0)
            findings.Add(Line($"{orphans:N0} rows belong to a story or source that does not exist."));
        await foreach (var wrong in DependencyCountCheck.WrongAsync(db).WithCancellation(cancellationToken))
            findings.Add(wrong.InWords());
        return Line($"{dependencies:N0} dependencies of {done:N0} stories");
    }

    public override async Task<string> RebuildAsync(Action<long, long> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var (all, done, repaired, after) = (await CountAsync(cancellationToken), 0L, 0L, 0L);
        while (await _comparison.NextAsync(after, cancellationToken) is { Stories: > 0 } compared)
        {
            await StoryRepairs.RunAsync(_dbs, [.. compared.Wrong.Select(story => story.Id)], RepairAsync, cancellationToken);
            (done, repaired, after) = (done + compared.Stories, repaired + compared.Wrong.Count, compared.Last);
            progress(done, Math.Max(done, all));
        }
        await DeleteOrphansAsync(cancellationToken);
        var sources = await RepairCountsAsync(cancellationToken);
        return Line($"{done:N0} stories checked, {repaired:N0} repaired; the counts of {sources:N0} sources repaired");
    }

    private async Task RepairAsync(NewsDb db, IReadOnlyList<long> stories, CancellationToken cancellationToken)
    {
        var changes = new DependencyCountChanges();
        await ClearAsync(db, stories, changes, cancellationToken);
        var (dependencies, snapshots) = (new List<Dependency>(), new List<StoredSnapshot>());
        foreach (
            var story in (await LiveStory.ReadAsync(db, stories[0], stories[^1], cancellationToken)).IntersectBy(stories, story => story.Id)
        )
        {
            var (added, snapshot) = New(story, changes);
            dependencies.AddRange(added);
            if (snapshot is not null)
                snapshots.Add(snapshot);
        }
        await BulkRows.InsertAsync(db, dependencies, cancellationToken);
        await BulkRows.InsertAsync(db, snapshots, cancellationToken);
        await Rebuilds.LogAsync(log, db, this, cancellationToken);
        await changes.WriteAsync(db, cancellationToken);
    }

    private static async Task ClearAsync(
        NewsDb db,
        IReadOnlyList<long> stories,
        DependencyCountChanges changes,
        CancellationToken cancellationToken
    )
    {
        var before = await db
            .Dependencies.AsNoTracking()
            .Where(one => stories.Contains(one.StoryId))
            .Select(one => new { one.SourceId, one.Kind })
            .ToListAsync(cancellationToken);
        if (before.Count > 0)
            await db.Dependencies.Where(one => stories.Contains(one.StoryId)).ExecuteDeleteAsync(cancellationToken);
        await db.DependencySnapshots.Where(one => stories.Contains(one.StoryId)).ExecuteDeleteAsync(cancellationToken);
        foreach (var one in before)
            changes.Removed(one.SourceId, one.Kind);
    }

    /// <summary>Recounts, source by source, where the stored counts are wrong: under the log's lock, while no act can change either.</summary>
    private async Task<long> RepairCountsAsync(CancellationToken cancellationToken)
    {
        await using var db = _dbs.Create();
        var wrong = await DependencyCountCheck.WrongAsync(db).Select(source => source.SourceId).ToListAsync(cancellationToken);
        foreach (var sources in wrong.Chunk(StoryRepairs.Batch))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await Rebuilds.LogAsync(log, db, this, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await db.DependencyCounts.Where(count => sources.Contains(count.SourceId)).ExecuteDeleteAsync(cancellationToken);
            await BulkRows.InsertAsync(db, await DependencyCountCheck.CountAsync(db, sources, cancellationToken), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        return wrong.Count;
    }

    private async Task DeleteOrphansAsync(CancellationToken cancellationToken)
    {
        await using var db = _dbs.Create();
        if (await OrphansAsync(db, cancellationToken) == 0)
            return;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await OrphanRows(db).ExecuteDeleteAsync(cancellationToken);
        await OrphanSnapshots(db).ExecuteDeleteAsync(cancellationToken);
        await OrphanCounts(db).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<int> OrphansAsync(NewsDb db, CancellationToken cancellationToken) =>
        await OrphanRows(db).CountAsync(cancellationToken)
        + await OrphanSnapshots(db).CountAsync(cancellationToken)
        + await OrphanCounts(db).CountAsync(cancellationToken);

    private static IQueryable<Dependency> OrphanRows(NewsDb db) =>
        db.Dependencies.Where(one =>
            !db.Stories.Any(story => story.Id == one.StoryId) || !db.Sources.Any(source => source.Id == one.SourceId)
        );

    private static IQueryable<StoredSnapshot> OrphanSnapshots(NewsDb db) =>
        db.DependencySnapshots.Where(one => !db.Stories.Any(story => story.Id == one.StoryId));

    private static IQueryable<DependencyCount> OrphanCounts(NewsDb db) =>
        db.DependencyCounts.Where(one => !db.Sources.Any(source => source.Id == one.SourceId));

    private async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = _dbs.Create();
        return await db.Stories.LongCountAsync(cancellationToken);
    }

    private static string Line(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
