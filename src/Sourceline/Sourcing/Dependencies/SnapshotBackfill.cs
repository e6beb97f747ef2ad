using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>Makes the <see cref="StoredSnapshot"/> of each story that leans on sources and has none, a transaction for each few hundred.</summary>
internal sealed class SnapshotBackfill : Backfill
{
    private const int Batch = 200;

    public override async Task CompleteAsync(NewsDbFactory dbs, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dbs);
        ArgumentNullException.ThrowIfNull(progress);
        await using var db = dbs.Create();
        var missing = db.Stories.Where(story => db.Dependencies.Any(lean => lean.StoryId == story.Id) && !db.DependencySnapshots.Any(told => told.StoryId == story.Id));
        var (all, done) = (await missing.CountAsync(cancellationToken), 0);
        var after = 0L;
        while (await missing.Where(story => story.Id > after).OrderBy(story => story.Id).Select(story => story.Id).Take(Batch).ToListAsync(cancellationToken) is { Count: > 0 } ids)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            foreach (var story in (await LiveStory.ReadAsync(db, ids[0], ids[^1], cancellationToken)).IntersectBy(ids, story => story.Id)) await AddAsync(db, story, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            (after, done) = (ids[^1], done + ids.Count);
            if (done % (25 * Batch) == 0 || done == all)
                progress.Report(string.Create(CultureInfo.InvariantCulture, $"What lists of leans tell of {done:N0} of {all:N0} stories is kept."));
        }
    }

    /// <summary>Where another node was faster, what it has written stands.</summary>
    private static Task<int> AddAsync(NewsDb db, LiveStory story, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""INSERT INTO "DependencySnapshots" ("StoryId", "Snapshot") VALUES ({story.Id}, {DependencySnapshot.Of(story)}) ON CONFLICT DO NOTHING""", cancellationToken);
}
