using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Sourceline.Data;

/// <summary>What every connection to the embedded database is told.</summary>
internal sealed class SqliteSettings : DbConnectionInterceptor
{
    /// <summary>
    /// What is acknowledged survives a power cut: a write-ahead log that is flushed at every commit. Whoever finds another writing looks again after
    /// 1, 2, 5 and more milliseconds, 100 at most; left to the provider, it is after 150, again and again, while an import begins a batch in between.
    /// </summary>
    private const string Durable = "PRAGMA busy_timeout=10000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";

    /// <summary>
    /// 16 MB of pages, against 2: new rows go to places all over the indexes, which would be read again for each batch and written before its
    /// end. The log is copied back every 32 MB, against 4, so that a page which many batches change is copied once.
    /// </summary>
    private const string Roomy = Durable + " PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=8192;";

    /// <summary>Whether much is going to be written.</summary>
    public bool Bulk { get; set; }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Bulk ? Roomy : Durable;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Bulk ? Roomy : Durable;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
