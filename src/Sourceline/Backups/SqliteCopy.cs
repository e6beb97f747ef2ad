using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Checks;

namespace Sourceline.Backups;

/// <summary>The embedded database as one file: SQLite's own online copy reads one state of the log and keeps nobody from writing.</summary>
internal sealed class SqliteCopy : DatabaseCopy
{
    public const string EntryName = "sourceline.db";

    private readonly string _path;
    private readonly NewsDb _live;

    private SqliteCopy(NewsDb live, string path)
    {
        (_live, _path) = (live, path);
        var connection = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false };
        var options = new DbContextOptionsBuilder<SqliteNewsDb>();
        options.UseIdentitySchema().UseSqlite(connection.ConnectionString);
        State = new SqliteNewsDb(options.Options);
    }

    public override string Kind => "sqlite";

    public override NewsDb State { get; }

    public override IReadOnlyList<BackedUpTable> Tables => [];

    /// <exception cref="BackupException">The database is damaged. The copy has been deleted.</exception>
    public static async Task<DatabaseCopy> TakeAsync(NewsDb db, string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, $"backup-{Guid.NewGuid():n}.db");
        try
        {
            await CopyAsync(db, path, cancellationToken);
            if (await DatabaseIntegrity.FirstFaultAsync(path, cancellationToken) is { } fault)
                throw BackupException.Damaged(fault);
            return new SqliteCopy(db, path);
        }
        catch
        {
            await db.DisposeAsync();
            Delete(path);
            throw;
        }
    }

    private static async Task CopyAsync(NewsDb db, string path, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var copy = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString
        );
        await copy.OpenAsync(cancellationToken);
        try
        {
            ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(copy);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            throw BackupException.Damaged(e.Message);
        }
    }

    public override async Task WriteAsync(BackupArchive archive, CancellationToken cancellationToken)
    {
        // With its last connection the copy's own log is written back into it.
        await State.Database.CloseConnectionAsync();
        await archive.AddFileAsync(EntryName, _path, CompressionLevel.Fastest, cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await State.DisposeAsync();
        await _live.DisposeAsync();
        Delete(_path);
    }

    private static void Delete(string path)
    {
        foreach (var beside in (string[])["", "-wal", "-shm"])
            File.Delete(path + beside);
    }
}
