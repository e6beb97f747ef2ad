using Microsoft.EntityFrameworkCore;

namespace Sourceline.Data;

/// <summary>
/// Takes rising numbers. A row is locked from the first take to the commit, so numbers appear in the order of commit and none is
/// given twice; take them as late in a transaction as can be.
/// </summary>
public static class Counters
{
    /// <summary>Public story numbers.</summary>
    public const string StoryNumber = "story";

    /// <summary>Sequence numbers of the act log.</summary>
    public const string ActSequence = "act";

    /// <summary>What editors say of translations, one after the other: no row of a set is locked by all who read it.</summary>
    public const string Translations = "translations";

    /// <summary>Takes <paramref name="count"/> numbers and gives the first of them.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction: the lock would not be held.</exception>
    public static async Task<long> TakeAsync(NewsDb db, string name, int count, CancellationToken cancellationToken)
    {
        DemandTransaction(db);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        // RETURNING is read through ToList: any composed operator would make EF wrap the statement in a query.
        var last = await db
            .Database.SqlQuery<long>(
                $"""
                INSERT INTO "Counters" ("Name", "Value") VALUES ({name}, {count})
                ON CONFLICT ("Name") DO UPDATE SET "Value" = "Counters"."Value" + {count} RETURNING "Value"
                """
            )
            .ToListAsync(cancellationToken);
        return last[0] - count + 1;
    }

    /// <summary>Makes sure that the next number taken is above <paramref name="used"/>.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public static Task RaiseAsync(NewsDb db, string name, long used, CancellationToken cancellationToken)
    {
        DemandTransaction(db);
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Counters" ("Name", "Value") VALUES ({name}, {used})
            ON CONFLICT ("Name") DO UPDATE SET "Value" =
                CASE WHEN "Counters"."Value" < {used} THEN {used} ELSE "Counters"."Value" END
            """,
            cancellationToken
        );
    }

    private static void DemandTransaction(NewsDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Numbers are taken inside a transaction.");
    }
}
