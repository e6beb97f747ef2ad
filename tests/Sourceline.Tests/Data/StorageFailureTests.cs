using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sourceline.Data;

namespace Sourceline.Tests.Data;

public sealed class StorageFailureTests
{
    [Theory]
    [InlineData(13, "is full")]
    [InlineData(8, "is read-only for this user")]
    [InlineData(10, "reports an error")]
    [InlineData(11, "is damaged")]
    [InlineData(26, "is damaged")]
    [InlineData(14, "cannot be opened")]
    public void InWords_OfSqlite_SaysWhatToDo(int code, string words)
    {
        Assert.Contains(words, StorageFailure.InWords(new SqliteException("SQLite Error", code)), StringComparison.Ordinal);
        // As EF Core hands it on.
        Assert.Contains(
            words,
            StorageFailure.InWords(new DbUpdateException("An error occurred.", new SqliteException("SQLite Error", code))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void InWords_OfAnItemThatIsWrong_IsNothing()
    {
        Assert.Null(StorageFailure.InWords(new SqliteException("UNIQUE constraint failed", 19)));
        Assert.Null(StorageFailure.InWords(new InvalidOperationException("No.")));
        Assert.Null(StorageFailure.InWords(new PostgresException("duplicate key", "ERROR", "ERROR", PostgresErrorCodes.UniqueViolation)));
    }

    [Fact]
    public void InWords_OfAFullDisk_SaysSo()
    {
        Assert.Contains(
            "The disk is full",
            StorageFailure.InWords(new IOException("No space left on device", 28)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "PostgreSQL server is full",
            StorageFailure.InWords(new PostgresException("could not extend file", "ERROR", "ERROR", PostgresErrorCodes.DiskFull)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void DatabaseAway_IsADatabaseThatDoesNotAnswer_AndNotOneThatRefuses()
    {
        Assert.True(
            DatabaseAway.Is(
                new InvalidOperationException("Likely transient.", new NpgsqlException("Failed to connect", new SocketException(111)))
            )
        );
        Assert.True(DatabaseAway.Is(new PostgresException("terminating connection", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown)));
        Assert.False(DatabaseAway.Is(new PostgresException("no such column", "ERROR", "ERROR", PostgresErrorCodes.UndefinedColumn)));
        Assert.False(DatabaseAway.Is(new SqliteException("SQLite Error", 1)));
        Assert.False(DatabaseAway.Is(null));
    }
}
