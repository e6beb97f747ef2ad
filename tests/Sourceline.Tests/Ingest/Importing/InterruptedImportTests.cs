using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Ingest.Importing;
using Sourceline.Tests.Archive;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Ingest.Importing;

public sealed class InterruptedImportOnSqliteTests(SqliteNewsroom newsroom)
    : InterruptedImportTests(newsroom),
        IClassFixture<SqliteNewsroom>
{
    protected override TestNewsroom Another() => new SqliteNewsroom();
}

public sealed class InterruptedImportOnPostgresTests(PostgresNewsroom newsroom)
    : InterruptedImportTests(newsroom),
        IClassFixture<PostgresNewsroom>
{
    protected override TestNewsroom Another() => new PostgresNewsroom();
}

/// <summary>What is run again after an interruption goes on where it was, wherever that is still right.</summary>
public abstract class InterruptedImportTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    /// <summary>Stories in <see cref="InterruptedSamples"/>, more than three batches of them.</summary>
    private const int Stories = 350;

    public static TheoryData<string> Kinds => ["lines", "packed lines", "archive", "folder of feeds", "several inputs", "address"];

    protected abstract TestNewsroom Another();

    /// <summary>An import that is killed as soon as it has stored a batch, over and over, leaves what one leaves that runs through: row for row.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Import_KilledAfterEachBatch_EndsAsOneThatRunsThrough(string kind)
    {
        await using var site = await TestSite.StartAsync();
        using var folder = new TestFolder();
        var inputs = InterruptedSamples.Write(kind, folder, site, Stories);
        await using var whole = await StartAsync();
        var through = await whole.ImportAsync(inputs);
        await using var killed = await StartAsync();

        var runs = 1;
        for (; await KilledAsync(killed, inputs, progress => progress.Stored > 0); runs++)
            Assert.True(runs <= 10, "The import gets no further.");
        var last = await killed.ImportAsync(inputs);

        Assert.InRange(runs, 4, 10);
        Assert.Equal(await NewsroomRows.ReadAsync(whole, Cancel), await NewsroomRows.ReadAsync(killed, Cancel));
        // The last ends the import, and so looks at all of it.
        Assert.Equal((through.Read, 0L), (last.Read, last.Count(ImportResult.PassedOver)));
        Assert.Equal(
            (through.Count(ImportResult.Skipped), through.Count(ImportResult.Failed)),
            (last.Count(ImportResult.Skipped), last.Count(ImportResult.Failed))
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Import_KilledInTheMidst_PassesOverWhatIsStored(string kind)
    {
        await using var site = await TestSite.StartAsync();
        using var folder = new TestFolder();
        var inputs = InterruptedSamples.Write(kind, folder, site, Stories);
        await using var killed = await StartAsync();
        Assert.True(await KilledAsync(killed, inputs, progress => progress.Items >= 190));
        var stored = await CountAsync(killed);

        var report = await killed.ImportAsync(inputs);

        Assert.InRange(stored, 100, Stories - 1);
        Assert.Equal(stored, report.Count(ImportResult.PassedOver));
        Assert.Equal(Stories - stored, report.Count(ImportResult.Stored));
        Assert.Equal(report.Read, report.Sum());
        Assert.Equal(Stories, await CountAsync(killed));
        Assert.Contains("done by an earlier run that was interrupted", report.Text(), StringComparison.Ordinal);
        await using var db = killed.OpenDb();
        Assert.Empty(await db.ImportCheckpoints.ToListAsync(Cancel));
        Assert.Equal(0, (await killed.ImportAsync(inputs)).Count(ImportResult.PassedOver));
    }

    [Fact]
    public async Task Import_PassingOver_AsksTheDatabaseForNothing()
    {
        using var folder = new TestFolder();
        var file = folder.Write("a.jsonl", Lines("asked.example", 1000));
        Assert.True(await KilledAsync(Newsroom, [file], progress => progress.Items == 1000));
        var before = Newsroom.Log.Messages.Count;
        Newsroom.Log.WithCommands = true;

        var report = await Newsroom.ImportAsync(file);

        Newsroom.Log.WithCommands = false;
        Assert.Equal(1000, report.Count(ImportResult.PassedOver));
        Assert.InRange(Newsroom.Log.Messages.Count - before, 1, 8);
    }

    [Fact]
    public async Task Import_Cancelled_GoesOnFromWhatItReported()
    {
        using var folder = new TestFolder();
        var file = folder.Write("a.jsonl", Lines("stopped.example", 1000));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var first = new ImportReport(null);
        await Importer.RunAsync([.. ImportInput.Expand([file])], Imports.Publishing, first, new Watching(_ => stop.Cancel()), stop.Token);

        var second = await Newsroom.ImportAsync(file);

        Assert.InRange(first.Read, 1, 999);
        Assert.Equal((first.Read, 1000 - first.Read), (second.Count(ImportResult.PassedOver), second.Count(ImportResult.Stored)));
    }

    [Fact]
    public async Task Import_ChangedFile_IsLookedAtFromItsStart()
    {
        using var folder = new TestFolder();
        var file = folder.Write("a.jsonl", Lines("altered.example", 300));
        Assert.True(await KilledAsync(Newsroom, [file], progress => progress.Items >= 200));
        folder.Write(
            "a.jsonl",
            Samples.Ninjs("altered.example", 1, body: "<p>The ferry sank.</p>")
                + "\n"
                + string.Concat(Lines("altered.example", 300).SkipWhile(c => c != '\n').Skip(1))
        );

        var report = await Newsroom.ImportAsync(file);

        Assert.Equal(
            (0L, 1L, 199L),
            (report.Count(ImportResult.PassedOver), report.Count(ImportResult.NewVersion), report.Count(ImportResult.Unchanged))
        );
        Assert.Equal(100, report.Count(ImportResult.Stored));
    }

    [Fact]
    public async Task Import_FileThatHasGrown_GoesOn()
    {
        using var folder = new TestFolder();
        var file = folder.Write("a.jsonl", Lines("grown.example", 1000));
        Assert.True(await KilledAsync(Newsroom, [file], progress => progress.Items >= 200));
        await File.AppendAllTextAsync(file, Samples.Ninjs("grown.example", 1001) + "\n", Cancel);

        var report = await Newsroom.ImportAsync(file);

        Assert.Equal((200L, 801L), (report.Count(ImportResult.PassedOver), report.Count(ImportResult.Stored)));
    }

    /// <summary>What the reader said of a line that was cut off rests on there being no more: it is no longer so.</summary>
    [Fact]
    public async Task Import_CutFileThatIsWholeNow_IsLookedAtAgain()
    {
        using var folder = new TestFolder();
        var text = Lines("cut.example", 150);
        var (first, second) = (folder.Write("1.jsonl", text[..^40]), folder.Write("2.jsonl", Lines("uncut.example", 300)));
        Assert.True(await KilledAsync(Newsroom, [first, second], progress => progress.Items >= 300));
        await File.WriteAllTextAsync(first, text, Cancel);

        var report = await Newsroom.ImportAsync(first, second);

        Assert.Equal((149L, 150L), (report.Count(ImportResult.Unchanged), report.Count(ImportResult.PassedOver)));
        await using var db = Newsroom.OpenDb();
        Assert.Equal(150, await db.Stories.CountAsync(story => story.Origin == "cut.example", Cancel));
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("zone")]
    [InlineData("media")]
    [InlineData("name")]
    public async Task Import_OtherwiseThanBefore_LooksAtEverything(string what)
    {
        using var folder = new TestFolder();
        var file = folder.Write("a.jsonl", Lines($"{what}.example", 300));
        var before = Imports.Publishing with { Publish = false };
        Assert.True(await KilledAsync(Newsroom, [file], progress => progress.Items >= 200, before));
        if (what == "name")
            File.Move(file, file = folder.At("b.jsonl"));
        var now = what switch
        {
            "publish" => before with { Publish = true },
            "zone" => before with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kabul") },
            "media" => before with { Media = false },
            _ => before,
        };

        var report = await Newsroom.ImportAsync(now, null, file);

        Assert.Equal((0L, 200L), (report.Count(ImportResult.PassedOver), report.Count(ImportResult.Unchanged)));
        await using var db = Newsroom.OpenDb();
        Assert.Equal(
            what == "publish" ? 300 : 0,
            await db.Stories.CountAsync(story => story.Origin == $"{what}.example" && story.State == StoryState.Published, Cancel)
        );
    }

    [Fact]
    public async Task Import_AfterAMonth_LooksAtEverything()
    {
        await using var forgotten = await StartAsync();
        using var folder = new TestFolder();
        var file = folder.Write("a.jsonl", Lines("forgotten.example", 300));
        Assert.True(await KilledAsync(forgotten, [file], progress => progress.Items >= 200));
        // A server that runs would look for new acts at each second of the month.
        await forgotten.StopServingAsync();
        forgotten.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(200, (await forgotten.ImportAsync(file)).Count(ImportResult.Unchanged));
    }

    [Fact]
    public async Task Import_WhatFailed_IsTriedAgainAndNamedAgain()
    {
        using var folder = new TestFolder();
        var lines = Lines("failing.example", 300).Split('\n');
        lines[9] = "{\"uri\": \"https://failing.example/10\", ";
        var file = folder.Write("a.jsonl", string.Join('\n', lines));
        await RefuseAsync("https://failing.example/20", "https://failing.example/30");
        Assert.True(await KilledAsync(Newsroom, [file], progress => progress.Items >= 200));
        await AllowAsync("https://failing.example/20");

        var report = await Newsroom.ImportAsync(file);

        // One of the two goes in; the other is named, and so is the line that cannot be read.
        Assert.Equal(
            (197L, 101L, 2L),
            (report.Count(ImportResult.PassedOver), report.Count(ImportResult.Stored), report.Count(ImportResult.Failed))
        );
        Assert.Equal(1, report.ExitCode);
        Assert.Contains("a.jsonl:10", report.Text(), StringComparison.Ordinal);
        Assert.Contains("a.jsonl:30 [https://failing.example/30]", report.Text(), StringComparison.Ordinal);
        await AllowAsync("https://failing.example/30");
        Assert.Equal(1, (await Newsroom.ImportAsync(file)).Count(ImportResult.Stored));
    }

    /// <summary>A story that is stored already gets the picture that could not be had, as it does when all is looked at.</summary>
    [Fact]
    public async Task Import_FileThatCanBeHadNow_StandsInStoriesThatAreIn()
    {
        await using var site = await TestSite.StartAsync();
        using var folder = new TestFolder();
        var posts = string.Concat(
            Enumerable
                .Range(1, 300)
                .Select(id => Samples.WxrItem(id, "post", $"Boat {id}", $"<p>Boat <img src=\"{site.At("/late.gif")}\"></p>"))
        );
        var file = folder.Write(
            "late.xml",
            Samples.Wxr("http://late.example", posts + InterruptedSamples.Attachment(1001, site.At("/late.gif"), 1))
        );
        Assert.True(await KilledAsync(Newsroom, [file], progress => progress.Items >= 200));
        site.Serve("/late.gif", Samples.Gif);

        var report = await Newsroom.ImportAsync(file);

        Assert.Equal((0L, 200L), (report.Count(ImportResult.PassedOver), report.Count(ImportResult.NewVersion)));
        await using var db = Newsroom.OpenDb();
        Assert.Equal(
            300,
            await db.Versions.CountAsync(version => version.Story!.Origin == "late.example" && version.BodyHtml.Contains("/media/"), Cancel)
        );
        Assert.Equal(
            "1",
            await db
                .StoryMedia.Where(media => media.OriginUrl == site.At("/late.gif").ToString())
                .Select(media => db.Stories.Single(story => story.Id == media.StoryId).OriginId)
                .SingleAsync(Cancel)
        );
    }

    [Fact]
    public async Task Import_TwiceAtOnceAfterAnInterruption_StoresEverythingOnce()
    {
        using var folder = new TestFolder();
        var file = folder.Write("a.jsonl", Lines("twice.example", 600));
        Assert.True(await KilledAsync(Newsroom, [file], progress => progress.Items >= 200));

        var reports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => Newsroom.ImportAsync(file), Cancel)));

        Assert.All(reports, report => Assert.Equal((600L, 0L), (report.Read, report.Count(ImportResult.Failed))));
        Assert.Equal(400, reports.Sum(report => report.Count(ImportResult.Stored)));
        await using var db = Newsroom.OpenDb();
        Assert.Equal(600, await db.Stories.CountAsync(story => story.Origin == "twice.example", Cancel));
        Assert.Equal(600, (await Newsroom.ImportAsync(file)).Count(ImportResult.Unchanged));
    }

    private Importer Importer => Newsroom.Services.GetRequiredService<Importer>();

    private static string Lines(string origin, int count) => InterruptedSamples.Lines(origin, 1, count);

    private async Task<TestNewsroom> StartAsync()
    {
        var started = Another();
        await started.InitializeAsync();
        return started;
    }

    /// <summary>Runs an import that ends as if it were killed, once a batch is stored after which this holds; false where it came to its end before.</summary>
    private static async Task<bool> KilledAsync(
        TestNewsroom newsroom,
        string[] paths,
        Func<ImportProgress, bool> when,
        ImportSettings? settings = null
    )
    {
        var importer = newsroom.Services.GetRequiredService<Importer>();
        var killing = new Watching(progress =>
        {
            if (when(progress))
                throw new KilledException();
        });
        try
        {
            await importer.RunAsync(
                [.. ImportInput.Expand(paths)],
                settings ?? Imports.Publishing,
                new ImportReport(null),
                killing,
                Cancel
            );
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
    }

    private static async Task<int> CountAsync(TestNewsroom newsroom)
    {
        await using var db = newsroom.OpenDb();
        return await db.Stories.CountAsync(Cancel);
    }

    /// <summary>Makes the database refuse stories.</summary>
    private async Task RefuseAsync(params string[] ids)
    {
        await using var db = Newsroom.OpenDb();
        foreach (var id in ids)
        {
            await RunAsync(
                db,
                db is SqliteNewsDb
                    ? $"CREATE TRIGGER \"{id}\" BEFORE INSERT ON \"Stories\" WHEN NEW.\"OriginId\" = '{id}' BEGIN SELECT RAISE(ABORT, 'Refused.'); END"
                    : $"ALTER TABLE \"Stories\" ADD CONSTRAINT \"{id}\" CHECK (\"OriginId\" <> '{id}')"
            );
        }
    }

    private async Task AllowAsync(string id)
    {
        await using var db = Newsroom.OpenDb();
        await RunAsync(db, db is SqliteNewsDb ? $"DROP TRIGGER \"{id}\"" : $"ALTER TABLE \"Stories\" DROP CONSTRAINT \"{id}\"");
    }

    private static async Task RunAsync(NewsDb db, string sql)
    {
        await db.Database.OpenConnectionAsync(Cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Our own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>Looks at each batch that is stored.</summary>
    private sealed class Watching(Action<ImportProgress> look) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Note is null)
                look(value);
        }
    }

    private sealed class KilledException : Exception;
}
