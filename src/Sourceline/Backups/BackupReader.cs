using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.EventLog;
using Sourceline.Media;
using Sourceline.Settings;

namespace Sourceline.Backups;

/// <summary>Restores a backup where there is no newsroom yet.</summary>
public sealed class BackupReader(
    IOptions<SourcelineOptions> options,
    MediaStore media,
    IEnumerable<IInterceptor> interceptors,
    ILoggerFactory logs
)
{
    /// <summary>Reads what a backup says of itself, compares every part with its hash, and checks that its database is intact.</summary>
    /// <exception cref="BackupException">It is no backup, or it is damaged.</exception>
    public static async Task<BackupManifest> VerifyAsync(string path, CancellationToken cancellationToken)
    {
        using var zip = Open(path);
        var manifest = ManifestOf(zip);
        foreach (var (name, hash) in manifest.Hashes)
        {
            await using var entry = EntryOf(zip, name);
            try
            {
                if (Convert.ToHexStringLower(await SHA256.HashDataAsync(entry, cancellationToken)) != hash)
                    throw new BackupException($"'{name}' in the backup is damaged.");
            }
            catch (InvalidDataException)
            {
                throw new BackupException($"'{name}' in the backup is damaged.");
            }
        }
        if (manifest.Database == "sqlite")
            await DemandIntactAsync(zip, cancellationToken);
        return manifest;
    }

    /// <summary>A backup may hold a database that was damaged before it was copied: its hash is right, and it is still of no use.</summary>
    private static async Task DemandIntactAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"sourceline-verify-{Guid.NewGuid():n}.db");
        try
        {
            await using (var file = new FileStream(path, BackupWriter.OwnFile()))
            {
                await using var entry = EntryOf(zip, SqliteCopy.EntryName);
                await entry.CopyToAsync(file, cancellationToken);
            }
            if (await DatabaseIntegrity.FirstFaultAsync(path, cancellationToken) is { } fault)
                throw new BackupException(
                    $"The database in the backup is damaged: it was damaged when the backup was made. {fault} Use an older backup."
                );
        }
        finally
        {
            foreach (var beside in (string[])["", "-wal", "-shm"])
                File.Delete(path + beside);
        }
    }

    /// <summary>Restores all of it, brings the database up to date, and holds it against the manifest.</summary>
    /// <param name="keysPath">The key ring's own backup; null for none.</param>
    /// <exception cref="BackupException">There is a newsroom already, or the backup cannot be restored here.</exception>
    public async Task<BackupManifest> RestoreAsync(string path, string? keysPath, CancellationToken cancellationToken)
    {
        var manifest = await VerifyAsync(path, cancellationToken);
        using var zip = Open(path);
        var isPostgres = options.Value.Database is { Length: > 0 };
        if (isPostgres != (manifest.Database == "postgres"))
            throw new BackupException(
                $"The backup is of a {manifest.Database} database and can be restored to such a one alone{(isPostgres ? "" : "; name it with --database")}."
            );
        if (keysPath is not null)
            await RestoreKeysAsync(keysPath, cancellationToken);
        foreach (var name in manifest.Hashes.Keys.Where(name => name.StartsWith("media/", StringComparison.Ordinal)))
            await RestoreFileAsync(zip, name, cancellationToken);
        // The database comes last: a newsroom is there when its database is.
        if (isPostgres)
            await FillPostgresAsync(zip, manifest, cancellationToken);
        else
            await PlaceSqliteAsync(zip, cancellationToken);
        await CheckAsync(manifest, cancellationToken);
        return manifest;
    }

    private async Task PlaceSqliteAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        var path = NewsDbFactory.EmbeddedPath(options.Value.DataFolder);
        if (File.Exists(path))
            throw new BackupException($"There is a newsroom in {options.Value.DataFolder}; restore into a folder that has none.");
        Directory.CreateDirectory(options.Value.DataFolder);
        var aside = $"{path}.{Guid.NewGuid():n}.part";
        try
        {
            await using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
            {
                await using var entry = EntryOf(zip, SqliteCopy.EntryName);
                await entry.CopyToAsync(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }
            File.Move(aside, path);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    private async Task FillPostgresAsync(ZipArchive zip, BackupManifest manifest, CancellationToken cancellationToken)
    {
        await using var db = Create();
        if ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
            throw new BackupException("There is a newsroom in this database; restore into one that is empty.");
        await PostgresCopy.FillAsync(db, manifest, name => EntryOf(zip, name), cancellationToken);
    }

    private async Task CheckAsync(BackupManifest manifest, CancellationToken cancellationToken)
    {
        await using var db = Create();
        await db.Database.MigrateAsync(cancellationToken);
        var found = (
            await db.Stories.LongCountAsync(cancellationToken),
            await db.Replies.LongCountAsync(cancellationToken),
            await ActLog.LastAsync(db, cancellationToken)
        );
        if (found != (manifest.Stories, manifest.Replies, manifest.LastAct))
            throw new BackupException(
                $"What was restored is not what the backup says it holds: {found} instead of {(manifest.Stories, manifest.Replies, manifest.LastAct)} stories, replies and acts."
            );
    }

    private async Task RestoreFileAsync(ZipArchive zip, string name, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await using (var entry = EntryOf(zip, name))
            await entry.CopyToAsync(bytes, cancellationToken);
        var extension = Path.GetExtension(name);
        // Stored under what it hashes to, whatever its name here would have it lie.
        if (extension.Length < 2 || !extension[1..].All(char.IsAsciiLetterOrDigit))
            throw new BackupException($"'{name}' in the backup is no stored file.");
        await media.StoreAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), extension, cancellationToken);
    }

    private async Task RestoreKeysAsync(string path, CancellationToken cancellationToken)
    {
        using var zip = Open(path);
        var folder = KeyFolder.Made(options.Value).FullName;
        foreach (var entry in zip.Entries)
        {
            if (
                !entry.FullName.StartsWith("key-", StringComparison.Ordinal)
                || !entry.FullName.EndsWith(".xml", StringComparison.Ordinal)
                || entry.FullName.Any(c => c is '/' or '\\')
            )
                throw new BackupException($"{path} is no backup of a key ring: it holds '{entry.FullName}'.");
            await entry.ExtractToFileAsync(Path.Combine(folder, entry.FullName), overwrite: false, cancellationToken);
        }
    }

    private NewsDb Create() => new NewsDbFactory(options, interceptors, logs).Create();

    private static BackupManifest ManifestOf(ZipArchive zip)
    {
        using var entry = EntryOf(zip, BackupManifest.EntryName);
        return BackupManifest.Read(entry);
    }

    private static Stream EntryOf(ZipArchive zip, string name) =>
        zip.GetEntry(name)?.Open() ?? throw new BackupException($"The backup has no '{name}'.");

    private static ZipArchive Open(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (Exception e) when (e is InvalidDataException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BackupException(
                e is InvalidDataException ? $"{path} is no backup, or it is cut short." : $"There is no file {path}."
            );
        }
    }
}
