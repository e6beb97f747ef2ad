using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Bulk;
using Sourceline.Data.Model;

namespace Sourceline.Ingest.Checkpoints;

/// <summary>Keeps the checkpoints of imports until they have come to their end; see docs/decisions/0023-import-checkpoints.md.</summary>
internal sealed class CheckpointStore(NewsDbFactory databases, TimeProvider clock)
{
    // Whoever imports something after so long has forgotten that it was ever interrupted, and wants all of it looked at.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Begins a run that may go on where earlier ones were.</summary>
    public async Task<ImportRun> BeginAsync(CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        var oldest = clock.GetUtcNow().UtcDateTime - Kept;
        var rows = await db.ImportCheckpoints.AsNoTracking().ToListAsync(cancellationToken);
        if (rows.RemoveAll(row => row.WrittenUtc < oldest) > 0)
            await db.ImportCheckpoints.Where(row => row.WrittenUtc < oldest).ExecuteDeleteAsync(cancellationToken);
        return new ImportRun(rows);
    }

    /// <summary>Writes the checkpoints in the open transaction: that of what they cover.</summary>
    public async Task WriteAsync(NewsDb db, IReadOnlyCollection<CheckpointMark> marks, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var rows = marks.Select(mark => mark.Input.RowOf(mark, now)).OfType<ImportCheckpoint>().ToList();
        foreach (var run in rows.GroupBy(row => row.Run))
        {
            var inputs = run.Select(row => row.Input).ToList();
            await db.ImportCheckpoints.Where(row => row.Run == run.Key && inputs.Contains(row.Input)).ExecuteDeleteAsync(cancellationToken);
        }
        await BulkRows.InsertAsync(db, rows, cancellationToken);
    }

    /// <summary>The run has come to its end: the next looks at everything again.</summary>
    public async Task EndAsync(ImportRun run, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        foreach (var some in run.Met.Append(run.Id).Chunk(500))
            await db.ImportCheckpoints.Where(row => some.Contains(row.Run)).ExecuteDeleteAsync(cancellationToken);
    }
}
