using Microsoft.Data.Sqlite;
using Npgsql;

namespace Sourceline.Data;

/// <summary>Tells failures of the disk or the database from failures of what is being stored. Trying the next item does not help against them.</summary>
public static class StorageFailure
{
    private const int DiskFullOnLinux = 28;
    private const int DiskFullOnWindows = unchecked((int)0x80070070);

    // https://www.sqlite.org/rescode.html
    private const int SqliteReadOnly = 8;
    private const int SqliteIoError = 10;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteNotADatabase = 26;

    /// <summary>What went wrong and what to do, in sentences; null for a failure of another kind.</summary>
    public static string? InWords(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (Words(e) is { } words)
                return words;
        }
        return null;
    }

    private static string? Words(Exception e) =>
        e switch
        {
            SqliteException sqlite => Words(sqlite),
            PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
                "The disk of the PostgreSQL server is full. Make room on it, then try again.",
            PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } =>
                "The PostgreSQL server accepts no changes: it is a standby or read-only. Connect to the primary.",
            PostgresException { SqlState: PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted } broken =>
                $"The PostgreSQL database is damaged ({broken.MessageText}). Run sourceline check, and restore the newest backup that passes it.",
            IOException { HResult: DiskFullOnLinux or DiskFullOnWindows } => "The disk is full. Make room on it, then try again.",
            _ => null,
        };

    private static string? Words(SqliteException e) =>
        e.SqliteErrorCode switch
        {
            SqliteFull => "The disk that holds the data folder is full. Make room on it, then try again.",
            SqliteReadOnly =>
                "The database in the data folder cannot be changed: the folder or the file is read-only for this user. Allow this user to write there, then try again.",
            SqliteIoError =>
                "The disk that holds the data folder reports an error while reading or writing. Check the disk and the free space on it, then try again.",
            SqliteCorrupt or SqliteNotADatabase =>
                "The database is damaged. Run sourceline check, and restore the newest backup that passes it.",
            SqliteCannotOpen =>
                "The database in the data folder cannot be opened: this user may not read it, or the folder is read-only or missing. Check the permissions of the folder, then try again.",
            _ => null,
        };
}
