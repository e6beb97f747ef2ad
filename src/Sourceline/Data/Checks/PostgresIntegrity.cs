using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Sourceline.Data.Checks;

/// <summary>
/// Looks for damage in a PostgreSQL database. With the extension amcheck, PostgreSQL compares its indexes with the rows. Without it, each
/// table is read in full and each index is read from end to end, and both must have as many rows.
/// </summary>
internal static class PostgresIntegrity
{
    public static async IAsyncEnumerable<string> FaultsAsync(NewsDb db, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var hasAmcheck =
            (
                await ListAsync(
                    connection,
                    "SELECT extname::text, extname::text FROM pg_extension WHERE extname = 'amcheck'",
                    cancellationToken
                )
            ).Count > 0;
        // One state throughout, so that counts can be compared.
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        foreach (
            var (table, _) in await ListAsync(
                connection,
                "SELECT tablename::text, '' FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
                cancellationToken
            )
        )
            if (
                await TryAsync(connection, transaction, () => ReadTableAsync(connection, table, cancellationToken), cancellationToken) is
                { } fault
            )
                yield return $"Table {table}: {fault}.";
        foreach (var (index, table) in await ListAsync(connection, Indexes, cancellationToken))
        {
            var look = hasAmcheck
                ? () => AmcheckAsync(connection, index, cancellationToken)
                : (Func<Task<string?>>)(() => CountAsync(connection, index, table, cancellationToken));
            if (await TryAsync(connection, transaction, look, cancellationToken) is { } fault)
                yield return $"Index {index} of {table}: {fault}. If the table is intact, REINDEX INDEX \"{index}\" repairs it.";
        }
        foreach (var (sentence, query) in await ListAsync(connection, References, cancellationToken))
            if (
                await TryAsync(connection, transaction, () => ReferencesAsync(connection, query, cancellationToken), cancellationToken) is
                { } fault
            )
                yield return $"{sentence}: {fault}.";
    }

    private const string Indexes = """
        SELECT i.relname::text, t.relname::text FROM pg_index x
        JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid JOIN pg_am a ON a.oid = i.relam
        WHERE t.relnamespace = 'public'::regnamespace AND a.amname = 'btree' ORDER BY 2, 1
        """;

    /// <summary>For each foreign key a sentence, and the query that counts the rows without the row that they refer to.</summary>
    private const string References = """
        SELECT format('%s refers to %s', one.relname, other.relname),
            format('SELECT count(*) FROM %I.%I a WHERE %s AND NOT EXISTS (SELECT 1 FROM %I.%I b WHERE %s)', 'public', one.relname,
                (SELECT string_agg(format('a.%I IS NOT NULL', c.attname), ' AND ') FROM unnest(k.conkey) u JOIN pg_attribute c ON c.attrelid = k.conrelid AND c.attnum = u),
                'public', other.relname,
                (SELECT string_agg(format('a.%I = b.%I', c.attname, d.attname), ' AND ') FROM unnest(k.conkey, k.confkey) AS u(own, far)
                    JOIN pg_attribute c ON c.attrelid = k.conrelid AND c.attnum = u.own JOIN pg_attribute d ON d.attrelid = k.confrelid AND d.attnum = u.far))
        FROM pg_constraint k JOIN pg_class one ON one.oid = k.conrelid JOIN pg_class other ON other.oid = k.confrelid
        WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace ORDER BY 1
        """;

    // Names come from PostgreSQL's own catalogue and are quoted.
#pragma warning disable CA2100
    private static async Task<List<(string One, string Other)>> ListAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<(string, string)>();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }

    private static async Task<long> NumberAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Every column of every row, also those that PostgreSQL stores outside of the row.</summary>
    private static async Task<string?> ReadTableAsync(NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        await using var rows = await connection.BeginRawBinaryCopyAsync(
            $"COPY (SELECT * FROM {Quoted(table)}) TO STDOUT (FORMAT BINARY)",
            cancellationToken
        );
        await rows.CopyToAsync(Stream.Null, cancellationToken);
        return null;
    }

    private static async Task<string?> AmcheckAsync(NpgsqlConnection connection, string index, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT bt_index_check('{Quoted(index).Replace("'", "''", StringComparison.Ordinal)}'::regclass, true)",
            connection
        )
        {
            CommandTimeout = 0,
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
        return null;
    }

    private static async Task<string?> CountAsync(
        NpgsqlConnection connection,
        string index,
        string table,
        CancellationToken cancellationToken
    )
    {
        var (columns, condition) = (
            await ListAsync(
                connection,
                $"""
                SELECT pg_get_indexdef(x.indexrelid, 1, true), COALESCE(pg_get_expr(x.indpred, x.indrelid), 'true') FROM pg_index x WHERE x.indexrelid = '{Quoted(
                        index
                    ).Replace("'", "''", StringComparison.Ordinal)}'::regclass
                """,
                cancellationToken
            )
        )[0];
        var rows = await WithAsync("enable_indexscan", "enable_indexonlyscan", "enable_bitmapscan");
        var entries = await WithAsync("enable_seqscan", "enable_sort", "enable_bitmapscan");
        return rows == entries
            ? null
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"it has {entries:N0} entries for {rows:N0} rows");

        async Task<long> WithAsync(params string[] off)
        {
            foreach (var way in off)
                await SetAsync(way, "off");
            var count = await NumberAsync(
                connection,
                $"SELECT count(*) FROM (SELECT 1 FROM {Quoted(table)} WHERE {condition} ORDER BY {columns}) AS rows",
                cancellationToken
            );
            foreach (var way in off)
                await SetAsync(way, "on");
            return count;
        }

        async Task SetAsync(string way, string to)
        {
            await using var set = new NpgsqlCommand($"SET LOCAL {way} = {to}", connection);
            await set.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<string?> ReferencesAsync(NpgsqlConnection connection, string query, CancellationToken cancellationToken) =>
        await NumberAsync(connection, query, cancellationToken) is > 0 and var rows
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"for {rows:N0} rows it is missing")
            : null;
#pragma warning restore CA2100

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>What PostgreSQL says where it cannot read something; the transaction goes on, so that all damage is named.</summary>
    private static async Task<string?> TryAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        Func<Task<string?>> look,
        CancellationToken cancellationToken
    )
    {
        await transaction.SaveAsync("look", cancellationToken);
        try
        {
            return await look();
        }
        catch (PostgresException e) when (connection.State == System.Data.ConnectionState.Open)
        {
            await transaction.RollbackAsync("look", cancellationToken);
            return e.MessageText;
        }
    }
}
