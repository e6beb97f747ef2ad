using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Bulk;
using Sourceline.Data.Model;

namespace Sourceline.EventLog;

/// <summary>The log of acts: written here alone, read by followers in sequence.</summary>
public sealed class ActLog(TimeProvider clock)
{
    /// <summary>
    /// Numbers the acts and adds them to the context, to be saved and committed by the caller. Call it last in the transaction: from
    /// here to the commit every other writer waits, which is what keeps a follower that reads "number &gt; last" from skipping one.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public async Task AppendAsync(NewsDb db, IReadOnlyList<Act> acts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(acts);
        if (acts.Count == 0)
            return;
        await NumberAsync(db, acts, cancellationToken);
        db.Acts.AddRange(acts);
    }

    /// <summary>The same for the many acts of an import: they are written at once, past the context.</summary>
    /// <inheritdoc cref="AppendAsync(NewsDb, IReadOnlyList{Act}, CancellationToken)" path="/exception"/>
    internal async Task AppendManyAsync(NewsDb db, IReadOnlyList<Act> acts, CancellationToken cancellationToken)
    {
        if (acts.Count == 0)
            return;
        await NumberAsync(db, acts, cancellationToken);
        await BulkRows.InsertAsync(db, acts, cancellationToken);
    }

    /// <inheritdoc cref="AppendAsync(NewsDb, IReadOnlyList{Act}, CancellationToken)"/>
    public Task AppendAsync(NewsDb db, Act act, CancellationToken cancellationToken) => AppendAsync(db, [act], cancellationToken);

    /// <summary>The number of the newest act; 0 where there is none.</summary>
    public static async Task<long> LastAsync(NewsDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Acts.MaxAsync(act => (long?)act.Sequence, cancellationToken) ?? 0;
    }

    /// <summary>The next acts after <paramref name="sequence"/>, oldest first, <paramref name="limit"/> at most.</summary>
    public static Task<List<Act>> ReadAfterAsync(NewsDb db, long sequence, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db
            .Acts.AsNoTracking()
            .Where(act => act.Sequence > sequence)
            .OrderBy(act => act.Sequence)
            .Take(limit)
            .ToListAsync(cancellationToken);
    }

    private async Task NumberAsync(NewsDb db, IReadOnlyList<Act> acts, CancellationToken cancellationToken)
    {
        var next = await Counters.TakeAsync(db, Counters.ActSequence, acts.Count, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var act in acts)
        {
            act.Sequence = next++;
            if (act.AtUtc == default)
                act.AtUtc = now;
        }
        db.LastAct = next - 1;
        // Sent with the commit, or not at all.
        if (db is PostgresNewsDb)
            await db.Database.ExecuteSqlRawAsync($"NOTIFY {ActListener.Channel}", cancellationToken);
    }
}
