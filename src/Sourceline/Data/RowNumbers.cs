using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Sourceline.Data;

/// <summary>A counter, and the highest number that is in use.</summary>
internal sealed record RowNumber(string Name, long Counter, long Last)
{
    /// <summary>Whether a number that is in use would be given again.</summary>
    public bool IsBehind => Last > Counter;
}

/// <summary>The database's own counters for the tables that number their rows.</summary>
internal static class RowNumbers
{
    /// <summary>One for each such table. On SQLite those that never had a row are left out.</summary>
    public static async Task<List<RowNumber>> ReadAsync(NewsDb db, CancellationToken cancellationToken)
    {
        var numbers = new List<RowNumber>();
        foreach (var table in Tables(db))
        {
            var last = (await Query<long>(db, $"""SELECT COALESCE(max("Id"), 0) AS "Value" FROM "{table}" """, cancellationToken))[0];
            var counter = await Query<long>(
                db,
                db is PostgresNewsDb
                    ? $"""SELECT COALESCE(pg_sequence_last_value(pg_get_serial_sequence('"{table}"', 'Id')::regclass), 0) AS "Value" """
                    : $"""SELECT seq AS "Value" FROM sqlite_sequence WHERE name = '{table}'""",
                cancellationToken
            );
            if (last > 0 || counter.Count > 0)
                numbers.Add(new RowNumber(table, counter.FirstOrDefault(), last));
        }
        return numbers;
    }

    /// <summary>Makes the next number of a table higher than all that are in use.</summary>
    public static async Task RaiseAsync(NewsDb db, string table, CancellationToken cancellationToken)
    {
        if (!Tables(db).Contains(table))
            throw new ArgumentOutOfRangeException(nameof(table));
        if (db is PostgresNewsDb)
        {
            await Query<long>(
                db,
                $"""
                SELECT setval(pg_get_serial_sequence('"{table}"', 'Id'),
                    GREATEST(1, (SELECT max("Id") FROM "{table}"), pg_sequence_last_value(pg_get_serial_sequence('"{table}"', 'Id')::regclass))) AS "Value"
                """,
                cancellationToken
            );
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(db, $"DELETE FROM sqlite_sequence WHERE name = '{table}'", cancellationToken);
        await ExecuteAsync(
            db,
            $"""INSERT INTO sqlite_sequence (name, seq) SELECT '{table}', COALESCE(max("Id"), 0) FROM "{table}" """,
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
    }

    private static IEnumerable<string> Tables(NewsDb db) =>
        from entity in db.Model.GetEntityTypes()
        where
            entity.FindProperty("Id") is { ValueGenerated: ValueGenerated.OnAdd } id
            && (id.ClrType == typeof(long) || id.ClrType == typeof(int))
        select entity.GetTableName();

    // The tables are those of the model.
#pragma warning disable EF1002, EF1003
    private static Task<List<T>> Query<T>(NewsDb db, string sql, CancellationToken cancellationToken) =>
        db.Database.SqlQueryRaw<T>(sql).ToListAsync(cancellationToken);

    private static Task<int> ExecuteAsync(NewsDb db, string sql, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlRawAsync(sql, cancellationToken);
#pragma warning restore EF1002, EF1003
}
