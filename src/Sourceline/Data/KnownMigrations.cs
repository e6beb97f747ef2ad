using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Sourceline.Data;

/// <summary>
/// The migrations of both databases by name, so that a start can see that none is missing. EF Core would look through all types of the
/// program and build a model of its table of migrations first, which takes longer than most verbs.
/// </summary>
internal static class KnownMigrations
{
    public static readonly string[] OfSqlite = ["20261201050101_Initial"];

    public static readonly string[] OfPostgres = ["20261201050119_Initial"];

    /// <summary>
    /// Whether the database has them all, asked in one query. False also where that cannot be said, because there is no database yet or it
    /// does not answer; EF Core then finds out why.
    /// </summary>
    public static async Task<bool> AreAppliedAsync(NewsDb db, CancellationToken cancellationToken)
    {
        var missing = new HashSet<string>(db is PostgresNewsDb ? OfPostgres : OfSqlite, StringComparer.Ordinal);
        var connection = db.Database.GetDbConnection();
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
                missing.Remove(rows.GetString(0));
            return missing.Count == 0;
        }
        catch (DbException)
        {
            return false;
        }
        finally
        {
            await connection.CloseAsync();
        }
    }
}
