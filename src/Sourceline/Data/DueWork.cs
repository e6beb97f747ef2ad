using Microsoft.EntityFrameworkCore;
using Sourceline.Data.Model;

namespace Sourceline.Data;

/// <summary>Claims due jobs by lease. A node that dies leaves its lease to run out, and another takes the job up.</summary>
public sealed class DueWork(TimeProvider clock)
{
    /// <summary>How long a claim holds without being finished.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly string _node = $"{Environment.MachineName}-{Guid.NewGuid():n}"[..Math.Min(100, Environment.MachineName.Length + 33)];

    /// <summary>Claims what is due, <paramref name="limit"/> jobs at most, soonest first. The jobs are not tracked.</summary>
    public async Task<List<DueJob>> ClaimAsync(NewsDb db, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var now = clock.GetUtcNow().UtcDateTime;
        var until = now + Lease;
        var free = await db
            .DueJobs.AsNoTracking()
            .Where(job => job.DueUtc <= now && (job.LeaseUntilUtc == null || job.LeaseUntilUtc < now))
            .OrderBy(job => job.DueUtc)
            .ThenBy(job => job.Id)
            .Take(limit)
            .ToListAsync(cancellationToken);
        var claimed = new List<DueJob>(free.Count);
        foreach (var job in free)
        {
            // The condition is judged again under the row's lock: of two nodes one updates a row, the other none.
            var rows = await db
                .DueJobs.Where(j => j.Id == job.Id && j.DueUtc == job.DueUtc && (j.LeaseUntilUtc == null || j.LeaseUntilUtc < now))
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(j => j.LeaseOwner, _node)
                            .SetProperty(j => j.LeaseUntilUtc, until)
                            .SetProperty(j => j.Attempts, j => j.Attempts + 1),
                    cancellationToken
                );
            if (rows == 1)
                claimed.Add(job);
        }
        return claimed;
    }

    /// <summary>
    /// Removes a claimed job, in the transaction of what it did. False when the claim has been lost to another node: then what was
    /// done must be rolled back.
    /// </summary>
    public async Task<bool> FinishAsync(NewsDb db, long jobId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.DueJobs.Where(job => job.Id == jobId && job.LeaseOwner == _node).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    /// <summary>Gives a claimed job back, to be tried again after a pause that doubles with each attempt up to an hour.</summary>
    public async Task FailAsync(NewsDb db, DueJob job, string error, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(job);
        var again = clock.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(Math.Min(3600, 5 * Math.Pow(2, Math.Min(job.Attempts, 12))));
        var reason = error.Length > 1000 ? error[..1000] : error;
        await db
            .DueJobs.Where(j => j.Id == job.Id && j.LeaseOwner == _node)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(j => j.LeaseOwner, (string?)null)
                        .SetProperty(j => j.LeaseUntilUtc, (DateTime?)null)
                        .SetProperty(j => j.DueUtc, again)
                        .SetProperty(j => j.LastError, reason),
                cancellationToken
            );
    }
}
