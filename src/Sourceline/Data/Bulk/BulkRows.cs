using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Sourceline.Data.Bulk;

/// <summary>
/// Writes many new rows past EF Core's change tracking, whose share of an import was several times the database's own: by one prepared
/// statement on SQLite, by COPY on PostgreSQL. Keys are given before, so that rows can refer to one another; see docs/decisions/0019-bulk-import.md.
/// </summary>
public static class BulkRows
{
    /// <summary>Keys for new rows of a table with a key of its own, rising, never given twice.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction: on SQLite the keys are safe only while no one else can write.</exception>
    public static async Task<long[]> KeysAsync<T>(NewsDb db, int count, CancellationToken cancellationToken)
        where T : class
    {
        Demand(db);
        if (count == 0)
            return [];
        var table = RowTable.Of<T>(db).Name;
        if (db is PostgresNewsDb)
        {
            var taken = await db
                .Database.SqlQuery<long[]>(
                    $"""SELECT array_agg(nextval(pg_get_serial_sequence({$"\"{table}\""}, 'Id'))) AS "Value" FROM generate_series(1, {count})"""
                )
                .ToListAsync(cancellationToken);
            return taken[0];
        }
        var last = await db
            .Database.SqlQuery<long>($"""SELECT seq AS "Value" FROM sqlite_sequence WHERE name = {table}""")
            .ToListAsync(cancellationToken);
        var first = last.FirstOrDefault() + 1;
        var keys = new long[count];
        for (var at = 0; at < count; at++)
            keys[at] = first + at;
        return keys;
    }

    /// <summary>Inserts the rows as they are, in the open transaction. What they refer to by navigation is not looked at: keys alone count.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    /// <exception cref="DbException">A row breaks a rule of the database; the transaction is lost.</exception>
    public static async Task InsertAsync<T>(NewsDb db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        Demand(db);
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
            return;
        var table = RowTable.Of<T>(db);
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
            await CopyAsync(postgres, table, rows, cancellationToken);
        else
            Insert((SqliteConnection)db.Database.GetDbConnection(), table, rows, cancellationToken);
    }

    private static async Task CopyAsync<T>(
        NpgsqlConnection connection,
        RowTable table,
        IReadOnlyCollection<T> rows,
        CancellationToken cancellationToken
    )
        where T : class
    {
        await using var copy = await connection.BeginBinaryImportAsync(table.Copy, cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            foreach (var column in table.Columns)
            {
                if (column.Of(row) is { } value)
                    await copy.WriteAsync(value, column.StoreType, cancellationToken);
                else
                    await copy.WriteNullAsync(cancellationToken);
            }
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private static void Insert<T>(
        SqliteConnection connection,
        RowTable table,
        IReadOnlyCollection<T> rows,
        CancellationToken cancellationToken
    )
        where T : class
    {
        using var insert = new SqliteInsert(connection, table);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            insert.Run(row);
        }
    }

    private static void Demand(NewsDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Rows are written in bulk inside a transaction.");
    }
}
