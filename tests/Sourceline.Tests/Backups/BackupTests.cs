using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Backups;
using Sourceline.Cli;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Formats;
using Sourceline.Ingest;
using Sourceline.Media;
using Sourceline.Settings;
using Sourceline.Tests.Archive;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Backups;

/// <summary>Backups are made while the newsroom works, and restored into a newsroom of their own.</summary>
public abstract class BackupTests(TestNewsroom newsroom, RestoredNewsroom restored) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task Backup_UnderLoad_IsOneStateAndRestoresWhole()
    {
        using var folder = new TestFolder();
        var (path, keys) = (Path.Combine(folder.Path, "newsroom.backup"), Path.Combine(folder.Path, "newsroom.keys"));
        await SeedAsync();
        // Set here: the test of migrations goes back to a database that knew of no translations.
        await using (var known = Newsroom.OpenDb())
        {
            await known
                .Stories.Where(s => s.OriginId == "seed")
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.TranslationKey, "set seed"), Cancel);
            known.ImportCheckpoints.Add(
                new ImportCheckpoint
                {
                    Run = "run",
                    Input = 2,
                    Settings = "settings",
                    Bytes = 9,
                    Hash = "hash",
                    Results = 30,
                    Failed = [7, 12],
                }
            );
            await known.SaveChangesAsync(Cancel);
        }
        using var stop = new CancellationTokenSource();
        var load = Task.Run(() => LoadAsync(stop.Token), Cancel);
        await Task.Delay(300, Cancel);
        var manifest = await Newsroom.Services.GetRequiredService<BackupWriter>().WriteAsync(path, keys, withMedia: true, Cancel);
        await stop.CancelAsync();
        var written = await load;
        Assert.True(written > 0, "Nothing was written meanwhile.");
        Assert.Equal((1, 1), (manifest.MediaFiles, manifest.ProtectedEmails));
        Assert.Contains("but the e-mail addresses of 1 replies", manifest.Keys, StringComparison.Ordinal);

        await using var services = restored.Services(Newsroom);
        await services.GetRequiredService<BackupReader>().RestoreAsync(path, keys, Cancel);
        await using var db = services.GetRequiredService<NewsDbFactory>().Create();
        // Each act of the load is one story, with one version and one act, in one transaction; a state between two would tell.
        Assert.Equal(manifest.LastAct, await db.Acts.LongCountAsync(Cancel));
        Assert.Equal(manifest.Stories, await db.Versions.LongCountAsync(Cancel));
        Assert.Equal(0, await db.Versions.CountAsync(version => version.Story == null, Cancel));
        Assert.Equal(manifest.LastAct, await db.Acts.MaxAsync(act => act.Sequence, Cancel));
        Assert.Equal(await db.Dependencies.CountAsync(Cancel), await db.DependencyCounts.SumAsync(count => count.Stories, Cancel));
        // The search index is in no backup: that it is not there yet is no fault.
        await using var report = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(0, await CheckCommand.RunAsync(services, report, TextWriter.Null, Cancel));
        Assert.Contains("ok     search: not built", report.ToString(), StringComparison.Ordinal);
        var reply = await db.Replies.SingleAsync(Cancel);
        Assert.Equal("ida@mail.example", services.GetRequiredService<EmailCipher>().Reveal(reply.ProtectedEmail!));
        Assert.Equal("set seed", await db.Stories.Where(s => s.OriginId == "seed").Select(s => s.TranslationKey).SingleAsync(Cancel));
        var checkpoint = await db.ImportCheckpoints.SingleAsync(Cancel);
        Assert.Equal(("run", 30L), (checkpoint.Run, checkpoint.Results));
        Assert.Equal([7, 12], checkpoint.Failed);
        var media = await db.MediaFiles.SingleAsync(Cancel);
        Assert.Equal(
            "a picture"u8.ToArray(),
            await File.ReadAllBytesAsync(services.GetRequiredService<MediaStore>().PathOf(media.Hash, media.Extension), Cancel)
        );
        // It goes on where it was: new keys and numbers are above all that were restored.
        var outcome = await services
            .GetRequiredService<StoryIntake>()
            .ReceiveAsync([Item("after")], new IntakeOptions(true, "test"), Cancel);
        Assert.Equal(IntakeResult.Stored, outcome[0].Result);
        await Assert.ThrowsAsync<BackupException>(() => services.GetRequiredService<BackupReader>().RestoreAsync(path, null, Cancel));
    }

    [Fact]
    public async Task Backup_Damaged_IsNotRestored()
    {
        using var folder = new TestFolder();
        var path = Path.Combine(folder.Path, "newsroom.backup");
        await Newsroom.Services.GetRequiredService<BackupWriter>().WriteAsync(path, null, withMedia: false, Cancel);
        await BackupReader.VerifyAsync(path, Cancel);
        await Assert.ThrowsAsync<BackupException>(() =>
            Newsroom.Services.GetRequiredService<BackupWriter>().WriteAsync(path, null, withMedia: false, Cancel)
        );
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        await File.WriteAllBytesAsync(path, bytes[..(bytes.Length / 2)], Cancel);
        Assert.Contains(
            "cut short",
            (await Assert.ThrowsAsync<BackupException>(() => BackupReader.VerifyAsync(path, Cancel))).Message,
            StringComparison.Ordinal
        );
        await File.WriteAllBytesAsync(path, bytes, Cancel);
        await using (var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Update, Cancel))
        {
            var name = (await zip.Entries.First(entry => entry.FullName != BackupManifest.EntryName).OpenAsync(Cancel));
            await using (name)
                name.SetLength(0);
        }
        Assert.Contains(
            "is damaged",
            (await Assert.ThrowsAsync<BackupException>(() => BackupReader.VerifyAsync(path, Cancel))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Migration_OfANewsroom_IsPrecededByABackup()
    {
        await SeedAsync();
        var before = Directory.Exists(OwnBackups) ? Directory.GetFiles(OwnBackups).Length : 0;
        await using var db = Newsroom.OpenDb();
        var initial = db.Database.GetMigrations().Single();
        // As an older version left it; to bring it up to date fails, since all tables are there.
        const string Older = "20200101000000_Older";
        await db.Database.ExecuteSqlAsync($"""UPDATE "__EFMigrationsHistory" SET "MigrationId" = {Older}""", Cancel);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Newsroom.Services.PrepareNewsDataAsync(Cancel));
        var made = Assert.Single(Directory.GetFiles(OwnBackups).OrderDescending().Take(Directory.GetFiles(OwnBackups).Length - before));
        Assert.EndsWith($"-at-{Older}.backup", made, StringComparison.Ordinal);
        var manifest = await BackupReader.VerifyAsync(made, Cancel);
        Assert.Equal((Older, await db.Stories.LongCountAsync(Cancel)), (manifest.Migration, manifest.Stories));
        await db.Database.ExecuteSqlAsync($"""UPDATE "__EFMigrationsHistory" SET "MigrationId" = {initial}""", Cancel);
        await Newsroom.Services.PrepareNewsDataAsync(Cancel);
        Assert.Equal(before + 1, Directory.GetFiles(OwnBackups).Length);
    }

    private string OwnBackups => Newsroom.Services.GetRequiredService<BackupWriter>().OwnFolder;

    private StoryIntake Intake => Newsroom.Services.GetRequiredService<StoryIntake>();

    private static IncomingItem Item(string id) =>
        new(
            new NewsItem
            {
                Origin = "load.example",
                Id = id,
                Headline = $"Quay {id}",
                BodyHtml = "<p>The quay is safe, the Harbour Gazette newspaper reported on Friday.</p>",
                Published = new DateTimeOffset(2021, 7, 19, 9, 0, 0, TimeSpan.Zero),
            },
            NewsFormat.Ninjs,
            "load",
            ReadOnlyMemory<byte>.Empty,
            new Position(0, 1)
        );

    private async Task SeedAsync()
    {
        await using var db = Newsroom.OpenDb();
        if (await db.MediaFiles.AnyAsync(Cancel))
            return;
        await Intake.ReceiveAsync([Item("seed")], new IntakeOptions(true, "test"), Cancel);
        var hash = await Newsroom.Services.GetRequiredService<MediaStore>().StoreAsync("a picture"u8.ToArray(), ".jpg", Cancel);
        db.MediaFiles.Add(
            new MediaFile
            {
                Hash = hash,
                Extension = ".jpg",
                MediaType = "image/jpeg",
                Length = 9,
            }
        );
        db.Replies.Add(
            new Reply
            {
                StoryId = await db.Stories.Select(s => s.Id).FirstAsync(Cancel),
                Name = "Ida",
                Body = "Well said.",
                ProtectedEmail = Newsroom.Services.GetRequiredService<EmailCipher>().Protect("ida@mail.example"),
            }
        );
        await db.SaveChangesAsync(Cancel);
    }

    /// <summary>Stories one after the other until told to stop; how many.</summary>
    private async Task<int> LoadAsync(CancellationToken stop)
    {
        var count = 0;
        for (; !stop.IsCancellationRequested; count++)
            await Intake.ReceiveAsync([Item($"{Guid.NewGuid():n}")], new IntakeOptions(true, "load"), Cancel);
        return count;
    }
}

/// <summary>An empty place to restore into, of the same kind as the newsroom's.</summary>
public sealed class RestoredNewsroom : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"sourceline-restored-{Guid.NewGuid():n}");
    private PostgresNewsroom? _postgres;

    /// <summary>The services of a newsroom of which nothing is there yet.</summary>
    public ServiceProvider Services(TestNewsroom like)
    {
        var settings = like.Settings();
        settings["Sourceline:DataFolder"] = _folder;
        if (settings["Sourceline:Database"] is not null)
        {
            _postgres = new PostgresNewsroom();
            _postgres.CreateDatabaseAsync().GetAwaiter().GetResult();
            settings["Sourceline:Database"] = _postgres.Settings()["Sourceline:Database"];
        }
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddSettings(settings);
        Program.Add(builder);
        return builder.Services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}

public sealed class BackupsOnSqlite(SqliteNewsroom newsroom, RestoredNewsroom restored)
    : BackupTests(newsroom, restored),
        IClassFixture<SqliteNewsroom>,
        IClassFixture<RestoredNewsroom>;

public sealed class BackupsOnPostgres(PostgresNewsroom newsroom, RestoredNewsroom restored)
    : BackupTests(newsroom, restored),
        IClassFixture<PostgresNewsroom>,
        IClassFixture<RestoredNewsroom>;
