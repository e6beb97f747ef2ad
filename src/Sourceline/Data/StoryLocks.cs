using Microsoft.EntityFrameworkCore;

namespace Sourceline.Data;

/// <summary>
/// Locks the rows of stories until the end of the transaction, as each act does first of all. Whoever repairs what acts keep locks in the
/// same order, so that neither waits for the other in a circle.
/// </summary>
internal static class StoryLocks
{
    /// <summary>Locks those of the stories that no other transaction has locked, without waiting.</summary>
    /// <param name="ids">A few hundred at most.</param>
    /// <returns>The ids that are locked now, rising. On SQLite all of them: its transactions write one at a time.</returns>
    public static async Task<List<long>> TakeFreeAsync(NewsDb db, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        if (db is not PostgresNewsDb)
            return [.. ids.Order()];
        long[] all = [.. ids];
        var free = await db
            .Database.SqlQuery<long>(
                $"""SELECT "Id" AS "Value" FROM "Stories" WHERE "Id" = ANY({all}) ORDER BY "Id" FOR UPDATE SKIP LOCKED"""
            )
            .ToListAsync(cancellationToken);
        free.Sort();
        return free;
    }

    /// <summary>Locks one story, and waits for whoever has locked it.</summary>
    public static Task WaitAsync(NewsDb db, long id, CancellationToken cancellationToken) =>
        db is PostgresNewsDb
            ? db
                .Database.SqlQuery<long>($"""SELECT "Id" AS "Value" FROM "Stories" WHERE "Id" = {id} FOR UPDATE""")
                .ToListAsync(cancellationToken)
            : Task.CompletedTask;
}
