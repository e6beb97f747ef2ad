using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Sourceline.Data.Checks;

/// <summary>Looks for damage in the database's own structure. It reads all of it: about a second for 100 MB.</summary>
internal static class DatabaseIntegrity
{
    /// <summary>Rows that are named one by one.</summary>
    private const int Most = 100;

    /// <summary>Each fault in a sentence; none where the database is intact.</summary>
    public static IAsyncEnumerable<string> FaultsAsync(NewsDb db, CancellationToken cancellationToken) =>
        db is PostgresNewsDb ? PostgresIntegrity.FaultsAsync(db, cancellationToken) : SqliteAsync(db, cancellationToken);

    private static async IAsyncEnumerable<string> SqliteAsync(NewsDb db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        // https://www.sqlite.org/pragma.html#pragma_integrity_check: pages, rows, indexes and constraints, but no foreign keys.
        var damage = await DamageAsync(connection, cancellationToken);
        foreach (var line in damage.Where(line => line != "ok"))
            yield return $"SQLite reports damage: {line.ReplaceLineEndings(" ")}.";
        if (damage is not ["ok"])
            yield break;
        var keys = await ReadAsync(
            connection,
            "PRAGMA foreign_key_check",
            row => (Table: row.GetString(0), Row: row.IsDBNull(1) ? 0 : row.GetInt64(1), Parent: row.GetString(2)),
            cancellationToken
        );
        foreach (var (table, row, parent) in keys)
            yield return $"Row {row} of {table} refers to a row of {parent} that is missing.";
    }

    private static async Task<List<string>> DamageAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(connection, $"PRAGMA integrity_check({Most})", row => row.GetString(0), cancellationToken);
        }
        catch (SqliteException e)
        {
            // Too damaged even to be checked.
            return [e.Message.TrimEnd('.')];
        }
    }

    private static async Task<List<T>> ReadAsync<T>(
        DbConnection connection,
        string sql,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<T>();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (rows.Count < Most && await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>The first fault of an SQLite file that nobody has open; null where it is intact.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<string?> FirstFaultAsync(string sqlitePath, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = sqlitePath,
            Pooling = false,
            Mode = SqliteOpenMode.ReadWrite,
        };
        var options = new DbContextOptionsBuilder<SqliteNewsDb>();
        options.UseIdentitySchema().UseSqlite(connection.ConnectionString);
        await using var db = new SqliteNewsDb(options.Options);
        try
        {
            await foreach (var what in FaultsAsync(db, cancellationToken))
                return what;
            return null;
        }
        catch (SqliteException e)
        {
            return $"SQLite cannot read the database: {e.Message}.";
        }
    }
}
