using Microsoft.EntityFrameworkCore;
using Sourceline.Data;

namespace Sourceline.EventLog;

/// <summary>Repairs the derived rows of stories in batches, each in a transaction, while others go on acting on them.</summary>
internal static class StoryRepairs
{
    /// <summary>Stories of one transaction; others wait for it to commit.</summary>
    public const int Batch = 200;

    /// <summary>
    /// Repairs the stories. Those that somebody acts on at this moment are left out at first and repaired one by one afterwards, so that
    /// no two transactions wait for one another.
    /// </summary>
    /// <param name="ids">The stories.</param>
    /// <param name="repair">Repairs locked stories within the transaction of the context, and logs that.</param>
    public static async Task RunAsync(
        NewsDbFactory dbs,
        IReadOnlyCollection<long> ids,
        Func<NewsDb, IReadOnlyList<long>, CancellationToken, Task> repair,
        CancellationToken cancellationToken
    )
    {
        var busy = new List<long>();
        foreach (var some in ids.Chunk(Batch))
        {
            await using var db = dbs.Create();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var free = await StoryLocks.TakeFreeAsync(db, some, cancellationToken);
            busy.AddRange(some.Except(free));
            if (free.Count == 0)
                continue;
            await repair(db, free, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        foreach (var id in busy)
        {
            await using var db = dbs.Create();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await StoryLocks.WaitAsync(db, id, cancellationToken);
            await repair(db, [id], cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
