using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Backups;
using Sourceline.Data.Model;
using Sourceline.Stories.Publishing;
using Sourceline.Tests.Archive;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Backups;

/// <summary>A damaged database is neither backed up nor vouched for.</summary>
public sealed class DamagedDatabaseTests(SqliteNewsroom newsroom) : NewsroomTests(newsroom), IClassFixture<SqliteNewsroom>
{
    [Fact]
    public async Task Backup_OfADamagedDatabase_FailsAndKeepsNothing()
    {
        using var folder = new TestFolder();
        await DamagedAsync(folder);
        var target = folder.At("newsroom.backup");
        var backup = await Verbs.RunAsync(Newsroom, "backup", target, "--keys", folder.At("newsroom.keys"), "--data", folder.At("data"));
        Assert.Equal(1, backup.Code);
        Assert.Contains("The database is damaged, so no backup was kept.", backup.Errors, StringComparison.Ordinal);
        Assert.Contains("restore the newest backup that passes", backup.Errors, StringComparison.Ordinal);
        Assert.Equal([folder.At("data")], Directory.GetFileSystemEntries(folder.Path));
        var check = await Verbs.RunAsync(Newsroom, "check", "--data", folder.At("data"));
        Assert.Equal(1, check.Code);
        Assert.Contains("FAULT  database", check.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Repair: Stop the server, keep a copy of the damaged database, and restore",
            check.Output,
            StringComparison.Ordinal
        );
    }

    /// <summary>Its hash is right, since it was damaged before it was hashed.</summary>
    [Fact]
    public async Task RestoreCheck_OfABackupWithADamagedDatabase_Fails()
    {
        using var folder = new TestFolder();
        var path = folder.At("newsroom.backup");
        var manifest = await Newsroom.Services.GetRequiredService<BackupWriter>().WriteAsync(path, null, withMedia: false, Cancel);
        var damaged = await DamagedAsync(folder);
        await using (var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Update, Cancel))
        {
            zip.GetEntry(SqliteCopy.EntryName)!.Delete();
            await zip.CreateEntryFromFileAsync(damaged, SqliteCopy.EntryName, Cancel);
            zip.GetEntry(BackupManifest.EntryName)!.Delete();
            await using var entry = await zip.CreateEntry(BackupManifest.EntryName).OpenAsync(Cancel);
            var hash = Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(damaged, Cancel))
            );
            (manifest with { Hashes = new Dictionary<string, string> { [SqliteCopy.EntryName] = hash } }).WriteTo(entry);
        }
        var check = await Verbs.RunAsync(Newsroom, "restore", path, "--check");
        Assert.Equal(1, check.Code);
        Assert.Contains("The database in the backup is damaged", check.Errors, StringComparison.Ordinal);
        var restored = await Verbs.RunAsync(Newsroom, "restore", path, "--data", folder.At("restored"));
        Assert.Equal(1, restored.Code);
        Assert.False(File.Exists(Path.Combine(folder.At("restored"), "sourceline.db")));
    }

    [Fact]
    public async Task Check_OfARowThatRefersToNothing_NamesIt()
    {
        using var folder = new TestFolder();
        var path = await CopyAsync(folder);
        await using (var db = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=False"))
        {
            await db.OpenAsync(Cancel);
            await using var command = db.CreateCommand();
            command.CommandText = """UPDATE "Statements" SET "VersionId" = 987654 WHERE "Id" = (SELECT min("Id") FROM "Statements")""";
            Assert.NotEqual(0, await command.ExecuteNonQueryAsync(Cancel));
        }
        var check = await Verbs.RunAsync(Newsroom, "check", "--data", folder.At("data"));
        Assert.Equal(1, check.Code);
        Assert.Contains("of Statements refers to a row of Versions that is missing.", check.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await Verbs.RunAsync(Newsroom, "backup", folder.At("newsroom.backup"), "--data", folder.At("data"))).Code);
    }

    /// <summary>A copy of the newsroom's database with bytes changed in the middle of its pages.</summary>
    private async Task<string> DamagedAsync(TestFolder folder)
    {
        var path = await CopyAsync(folder);
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        // All but the first page, which says what there is.
        for (var page = 4; page * 4096 < bytes.Length; page += 3)
        for (var at = 0; at < 200; at++)
            bytes[(page * 4096) + at] ^= 0x5a;
        await File.WriteAllBytesAsync(path, bytes, Cancel);
        return path;
    }

    private async Task<string> CopyAsync(TestFolder folder)
    {
        await using var db = Newsroom.OpenDb();
        if (!await db.Stories.AnyAsync(Cancel))
        {
            for (var n = 0; n < 20; n++)
            {
                var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
                await Newsroom.Services.GetRequiredService<StoryActs>().DoAsync(story.Id, new ActOrder(ActKind.Publish, "Ada"), Cancel);
            }
        }
        Directory.CreateDirectory(folder.At("data"));
        var path = Path.Combine(folder.At("data"), "sourceline.db");
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {path}", Cancel);
        return path;
    }
}
