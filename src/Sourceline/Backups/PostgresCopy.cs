using System.Data;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Sourceline.Data;
using Sourceline.Data.Checks;

namespace Sourceline.Backups;

/// <summary>PostgreSQL's tables by COPY, in one transaction that sees one state throughout; nothing of PostgreSQL's need be installed here.</summary>
internal sealed class PostgresCopy : DatabaseCopy
{
    private const string Folder = "tables/";

    private readonly NewsDb _db;

    private PostgresCopy(NewsDb db, List<BackedUpTable> tables) => (_db, Tables) = (db, tables);

    public override string Kind => "postgres";

    public override NewsDb State => _db;

    public override IReadOnlyList<BackedUpTable> Tables { get; }

    /// <exception cref="BackupException">The database is damaged.</exception>
    public static async Task<DatabaseCopy> TakeAsync(NewsDb db, CancellationToken cancellationToken)
    {
        await foreach (var fault in DatabaseIntegrity.FaultsAsync(db, cancellationToken))
            throw BackupException.Damaged(fault);
        await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        // The state is that of the first statement.
        await db.Database.ExecuteSqlRawAsync("SET TRANSACTION READ ONLY; SELECT 1", cancellationToken);
        return new PostgresCopy(db, await TablesAsync(db, cancellationToken));
    }

    public static string EntryOf(BackedUpTable table) => $"{Folder}{table.Name}.copy";

    public override async Task WriteAsync(BackupArchive archive, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)_db.Database.GetDbConnection();
        foreach (var table in Tables)
        {
            await archive.AddAsync(EntryOf(table), CompressionLevel.Fastest, async output =>
            {
                await using var rows = await connection.BeginRawBinaryCopyAsync(
                    $"COPY {Target(table)} TO STDOUT (FORMAT BINARY)",
                    cancellationToken
                );
                await rows.CopyToAsync(output, cancellationToken);
            });
        }
    }

    /// <summary>Fills an empty database of the migration that the backup was made with.</summary>
    public static async Task FillAsync(NewsDb db, BackupManifest manifest, Func<string, Stream> open, CancellationToken cancellationToken)
    {
        if (!db.Database.GetMigrations().Contains(manifest.Migration))
            throw new BackupException($"The backup was made by a newer version: it has the migration '{manifest.Migration}'.");
        await db.GetService<IMigrator>().MigrateAsync(manifest.Migration, cancellationToken);
        Demand(await TablesAsync(db, cancellationToken), manifest);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        foreach (var table in manifest.Tables)
        {
            await using (
                var rows = await connection.BeginRawBinaryCopyAsync($"COPY {Target(table)} FROM STDIN (FORMAT BINARY)", cancellationToken)
            )
            {
                await using var entry = open(EntryOf(table));
                await entry.CopyToAsync(rows, cancellationToken);
            }
            if (table.Columns.Contains("Id"))
                await RaiseAsync(connection, table, cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Names stand in SQL: they must be those of our own tables.</summary>
    private static void Demand(List<BackedUpTable> tables, BackupManifest manifest)
    {
        var known = tables.ToDictionary(table => table.Name, table => table.Columns, StringComparer.Ordinal);
        foreach (var table in manifest.Tables)
        {
            if (!known.TryGetValue(table.Name, out var columns) || table.Columns.Except(columns).Any())
                throw new BackupException($"The backup's table '{table.Name}' is not one of migration {manifest.Migration}.");
        }
    }

    /// <summary>The next key given is above all that were restored.</summary>
    private static async Task RaiseAsync(NpgsqlConnection connection, BackedUpTable table, CancellationToken cancellationToken)
    {
        await using var ask = new NpgsqlCommand($"""SELECT pg_get_serial_sequence('"{table.Name}"', 'Id')""", connection);
        if (await ask.ExecuteScalarAsync(cancellationToken) is not string sequence)
            return;
        await using var raise = new NpgsqlCommand(
            $"""SELECT setval('{sequence}', GREATEST(1, (SELECT MAX("Id") FROM "{table.Name}")))""",
            connection
        );
        await raise.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Target(BackedUpTable table) =>
        $"\"{table.Name}\" ({string.Join(", ", table.Columns.Select(column => $"\"{column}\""))})";

    /// <summary>The tables as they stand in the database, which may be older than this program; those that others refer to first.</summary>
    private static async Task<List<BackedUpTable>> TablesAsync(NewsDb db, CancellationToken cancellationToken)
    {
        var columns = await db
            .Database.SqlQuery<TableRow>(
                $"""
                SELECT table_name AS "Name", column_name AS "Other" FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name <> '__EFMigrationsHistory' ORDER BY table_name, ordinal_position
                """
            )
            .ToListAsync(cancellationToken);
        var needs = (
            await db
                .Database.SqlQuery<TableRow>(
                    $"""
                    SELECT DISTINCT one.relname::text AS "Name", other.relname::text AS "Other" FROM pg_constraint AS key
                    JOIN pg_class AS one ON one.oid = key.conrelid JOIN pg_class AS other ON other.oid = key.confrelid
                    WHERE key.contype = 'f' AND key.connamespace = 'public'::regnamespace AND one.oid <> other.oid
                    """
                )
                .ToListAsync(cancellationToken)
        ).ToLookup(row => row.Name, row => row.Other);
        var rest = columns
            .GroupBy(row => row.Name)
            .Select(table => new BackedUpTable(table.Key, [.. table.Select(row => row.Other)]))
            .ToList();
        var ordered = new List<BackedUpTable>(rest.Count);
        while (rest.Count > 0)
        {
            var next = rest.Find(table => needs[table.Name].All(other => ordered.Exists(one => one.Name == other)))
                ?? throw new BackupException("Tables of the database refer to one another in a circle.");
            ordered.Add(next);
            rest.Remove(next);
        }
        return ordered;
    }

    public override async ValueTask DisposeAsync() => await _db.DisposeAsync();

    private sealed record TableRow(string Name, string Other);
}
