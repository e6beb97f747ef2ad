using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.EventLog;
using Sourceline.Media;
using Sourceline.Settings;

namespace Sourceline.Backups;

/// <summary>Backs a newsroom up into one file, while it works.</summary>
public sealed class BackupWriter(NewsDbFactory dbs, MediaStore media, IOptions<SourcelineOptions> options, TimeProvider clock)
{
    /// <summary>Where backups that are made by themselves lie, before the database is migrated.</summary>
    public string OwnFolder => Path.Combine(options.Value.DataFolder, "backups");

    /// <summary>
    /// Writes the state of this moment. The database is copied first and the files that it names after it: a file is stored before its row
    /// and never changes, so all are there. The file appears when it is whole.
    /// </summary>
    /// <param name="path">Must not exist.</param>
    /// <param name="keysPath">Where the key ring goes, as a file of its own; null leaves it out. It is never in the backup that it opens.</param>
    /// <param name="withMedia">Whether the files are in it.</param>
    /// <exception cref="BackupException">Something stands there already, or the database is damaged; nothing is kept.</exception>
    public async Task<BackupManifest> WriteAsync(string path, string? keysPath, bool withMedia, CancellationToken cancellationToken)
    {
        foreach (var taken in new[] { path, keysPath }.Where(File.Exists))
            throw new BackupException($"{taken} exists; a backup is never written over another.");
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var aside = $"{path}.{Guid.NewGuid():n}.part";
        try
        {
            var manifest = await WriteAsideAsync(aside, folder, keysPath is not null, withMedia, cancellationToken);
            if (keysPath is not null)
                await WriteKeysAsync(keysPath, cancellationToken);
            File.Move(aside, path);
            return manifest;
        }
        finally
        {
            File.Delete(aside);
        }
    }

    private async Task<BackupManifest> WriteAsideAsync(
        string aside,
        string folder,
        bool withKeys,
        bool withMedia,
        CancellationToken cancellationToken
    )
    {
        await using var file = new FileStream(aside, OwnFile());
        BackupManifest manifest;
        await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var archive = new BackupArchive(zip);
            var made = clock.GetUtcNow().UtcDateTime;
            await using var copy = await DatabaseCopy.TakeAsync(dbs, folder, cancellationToken);
            var missing = withMedia ? await AddMediaAsync(copy.State, archive, cancellationToken) : [];
            manifest = await DescribeAsync(copy, made, withKeys, withMedia, missing, cancellationToken);
            await copy.WriteAsync(archive, cancellationToken);
            manifest = manifest with { Hashes = archive.Hashes };
            await using var entry = await zip.CreateEntry(BackupManifest.EntryName).OpenAsync(cancellationToken);
            manifest.WriteTo(entry);
        }
        file.Flush(flushToDisk: true);
        return manifest;
    }

    private static async Task<BackupManifest> DescribeAsync(
        DatabaseCopy copy,
        DateTime made,
        bool withKeys,
        bool withMedia,
        List<string> missing,
        CancellationToken cancellationToken
    )
    {
        var db = copy.State;
        var emails = await db.Replies.CountAsync(reply => reply.ProtectedEmail != null, cancellationToken);
        return new BackupManifest
        {
            Format = BackupManifest.CurrentFormat,
            MadeUtc = made,
            Database = copy.Kind,
            Migration = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Last(),
            Tables = copy.Tables,
            Stories = await db.Stories.LongCountAsync(cancellationToken),
            Replies = await db.Replies.LongCountAsync(cancellationToken),
            ProtectedEmails = emails,
            LastAct = await ActLog.LastAsync(db, cancellationToken),
            MediaFiles = withMedia ? await db.MediaFiles.LongCountAsync(cancellationToken) - missing.Count : 0,
            MissingMedia = missing,
            Keys = KeysInWords(emails, withKeys),
            Hashes = new Dictionary<string, string>(),
        };
    }

    private static string KeysInWords(long emails, bool withKeys) =>
        emails == 0
            ? "All of it can be opened without the key ring; it holds no reader's e-mail address."
            : string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"All of it can be opened without the key ring but the e-mail addresses of {emails:N0} replies. "
            ) + (withKeys ? "The key ring was written to a file of its own: keep the two apart." : "The key ring is not in it.");

    private async Task<List<string>> AddMediaAsync(NewsDb db, BackupArchive archive, CancellationToken cancellationToken)
    {
        var missing = new List<string>();
        await foreach (
            var file in db
                .MediaFiles.AsNoTracking()
                .OrderBy(f => f.Hash)
                .Select(f => new { f.Hash, f.Extension })
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            var path = media.PathOf(file.Hash, file.Extension);
            // Pictures are pressed already.
            if (File.Exists(path))
                await archive.AddFileAsync($"media/{file.Hash}{file.Extension}", path, CompressionLevel.NoCompression, cancellationToken);
            else
                missing.Add(file.Hash + file.Extension);
        }
        return missing;
    }

    private async Task WriteKeysAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, OwnFile());
        await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var key in Directory.EnumerateFiles(KeyFolder.Of(options.Value), "key-*.xml"))
                await zip.CreateEntryFromFileAsync(key, Path.GetFileName(key), cancellationToken);
        }
        file.Flush(flushToDisk: true);
    }

    /// <summary>For its owner's eyes alone, where the system knows such a thing.</summary>
    internal static FileStreamOptions OwnFile()
    {
        var how = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return how;
    }
}
