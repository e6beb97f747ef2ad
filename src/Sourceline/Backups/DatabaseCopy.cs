using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;

namespace Sourceline.Backups;

/// <summary>One consistent state of the database, taken while others go on reading and writing.</summary>
internal abstract class DatabaseCopy : IAsyncDisposable
{
    /// <summary>The name that the manifest gives the kind of database.</summary>
    public abstract string Kind { get; }

    /// <summary>Reads the state that is copied, and no other.</summary>
    public abstract NewsDb State { get; }

    public abstract IReadOnlyList<BackedUpTable> Tables { get; }

    /// <summary>Takes the state now.</summary>
    /// <param name="folder">Where a working copy may lie meanwhile.</param>
    public static async Task<DatabaseCopy> TakeAsync(NewsDbFactory dbs, string folder, CancellationToken cancellationToken)
    {
        var db = dbs.Create();
        return db is PostgresNewsDb
            ? await PostgresCopy.TakeAsync(db, cancellationToken)
            : await SqliteCopy.TakeAsync(db, folder, cancellationToken);
    }

    /// <summary>Writes it into the archive.</summary>
    public abstract Task WriteAsync(BackupArchive archive, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}

/// <summary>Writes the entries of a backup and remembers what they hash to.</summary>
internal sealed class BackupArchive(ZipArchive zip)
{
    public Dictionary<string, string> Hashes { get; } = new(StringComparer.Ordinal);

    public async Task AddAsync(string name, CompressionLevel level, Func<Stream, Task> write)
    {
        await using var entry = await zip.CreateEntry(name, level).OpenAsync();
        await using var hashing = new HashingStream(entry);
        await write(hashing);
        Hashes[name] = hashing.Hash();
    }

    public Task AddFileAsync(string name, string path, CompressionLevel level, CancellationToken cancellationToken) =>
        AddAsync(name, level, async output =>
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await file.CopyToAsync(output, cancellationToken);
        });
}
