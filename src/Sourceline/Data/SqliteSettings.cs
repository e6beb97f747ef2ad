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

    /// <summary>A database that is only read stays in the mode in which it is.</summary>
    private const string Reading = "PRAGMA busy_timeout=10000;";

    /// <summary>
    /// 16 MB of pages, against 2: new rows go to places all over the indexes, which would be read again for each batch and written before its
    /// end. The log is copied back every 32 MB, against 4, so that a page which many batches change is copied once.
    /// </summary>
    private const string Roomy = Durable + " PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=8192;";

    /// <summary>
    /// The first two gigabytes are mapped into memory, the most that there may be: no page is copied, and where they have to come from a disk the system
    /// fetches many with one. A disk that fails ends the program then, which is why a server does without.
    /// </summary>
    private const string AsMemory = Durable + " PRAGMA mmap_size=2147418112;";

    /// <summary>Whether much is going to be written.</summary>
    public bool Bulk { get; set; }

    /// <summary>Whether much is going to be read.</summary>
    public bool Mapped { get; set; }

    /// <summary>Whether nothing can be written.</summary>
    public bool ReadOnly { get; set; }

    private string Words =>
        ReadOnly ? Reading
        : Bulk ? Roomy
        : Mapped ? AsMemory
        : Durable;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Words;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Words;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
