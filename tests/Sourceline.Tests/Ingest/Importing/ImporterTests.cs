using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Formats;
using Sourceline.Ingest.Importing;
using Sourceline.Media;
using Sourceline.Tests.Archive;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Ingest.Importing;

public sealed class ImporterOnSqliteTests(SqliteNewsroom newsroom) : ImporterTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class ImporterOnPostgresTests(PostgresNewsroom newsroom) : ImporterTests(newsroom), IClassFixture<PostgresNewsroom>;

public abstract class ImporterTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task Import_JsonLines_StoresEveryItem()
    {
        using var folder = new TestFolder();
        var file = folder.Write("all.jsonl", Lines("lines.example", 450));

        var report = await Newsroom.ImportAsync(file);

        Assert.Equal(450, report.Read);
        Assert.Equal(450, report.Count(ImportResult.Stored));
        Assert.Equal(0, report.ExitCode);
        await using var db = Newsroom.OpenDb();
        Assert.Equal(450, await db.Stories.CountAsync(s => s.Origin == "lines.example" && s.State == StoryState.Published, Cancel));
        Assert.Equal(
            450,
            await db.WireItems.CountAsync(w => db.Stories.Any(s => s.Id == w.StoryId && s.Origin == "lines.example"), Cancel)
        );
    }

    [Fact]
    public async Task Import_Again_ChangesNothing()
    {
        using var folder = new TestFolder();
        var file = folder.Write("again.jsonl", Lines("again.example", 30));
        await Newsroom.ImportAsync(file);
        await using var db = Newsroom.OpenDb();
        var acts = await db.Acts.CountAsync(Cancel);

        var report = await Newsroom.ImportAsync(file);

        Assert.Equal(30, report.Count(ImportResult.Unchanged));
        Assert.Equal(30, report.Read);
        Assert.Equal(acts, await db.Acts.CountAsync(Cancel));
        Assert.Equal(30, await db.Versions.CountAsync(v => v.Story!.Origin == "again.example", Cancel));
    }

    [Fact]
    public async Task Import_ChangedItem_MakesNewVersion()
    {
        using var folder = new TestFolder();
        await Newsroom.ImportAsync(folder.Write("a.jsonl", Lines("changed.example", 3)));

        var report = await Newsroom.ImportAsync(
            folder.Write(
                "a.jsonl",
                Samples.Ninjs("changed.example", 1) + "\n" + Samples.Ninjs("changed.example", 2, body: "<p>The ferry sank.</p>") + "\n"
            )
        );

        Assert.Equal(1, report.Count(ImportResult.Unchanged));
        Assert.Equal(1, report.Count(ImportResult.NewVersion));
        await using var db = Newsroom.OpenDb();
        var story = await db.Stories.Include(s => s.Versions).SingleAsync(s => s.OriginId == "https://changed.example/2", Cancel);
        Assert.Equal(2, story.LiveVersion);
        Assert.Contains("told the Quay Gazette", story.Versions.Single(v => v.Number == 1).Text, StringComparison.Ordinal);
        Assert.Contains("sank", story.Versions.Single(v => v.Number == 2).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_NumberTaken_GivesOneAboveAllAndSaysSo()
    {
        using var folder = new TestFolder();
        await Newsroom.ImportAsync(folder.Write("a.jsonl", Samples.Ninjs("first.example", 1, number: 70_001)));

        var report = await Newsroom.ImportAsync(folder.Write("b.jsonl", Samples.Ninjs("second.example", 1, number: 70_001)));

        await using var db = Newsroom.OpenDb();
        Assert.Equal(70_001, (await db.Stories.SingleAsync(s => s.Origin == "first.example", Cancel)).Number);
        var second = await db.Stories.SingleAsync(s => s.Origin == "second.example", Cancel);
        Assert.True(second.Number > 70_001);
        Assert.Contains("70001", report.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_WithoutPublish_LeavesDrafts()
    {
        using var folder = new TestFolder();
        var file = folder.Write("a.jsonl", Lines("drafts.example", 2));

        await Newsroom.ImportAsync(Imports.Publishing with { Publish = false }, null, file);

        await using var db = Newsroom.OpenDb();
        Assert.Equal(
            2,
            await db.Stories.CountAsync(s => s.Origin == "drafts.example" && s.State == StoryState.Draft && s.LiveVersion == null, Cancel)
        );
    }

    [Fact]
    public async Task Import_BrokenLines_AreReportedWithTheirPlaceAndTheRestGoesIn()
    {
        using var folder = new TestFolder();
        var file = folder.Write(
            "broken.jsonl",
            $"{Samples.Ninjs("broken.example", 1)}\n{{\"uri\": \"https://broken.example/2\", \n{Samples.Ninjs("broken.example", 3)}\n"
        );

        var report = await Newsroom.ImportAsync(file);

        Assert.Equal(2, report.Count(ImportResult.Stored));
        Assert.Equal(1, report.Count(ImportResult.Failed));
        Assert.Equal(1, report.ExitCode);
        Assert.Equal(3, report.Sum());
        Assert.Contains("broken.jsonl:2", report.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_NothingReadable_GivesThree()
    {
        using var folder = new TestFolder();

        var report = await Newsroom.ImportAsync(folder.At("missing.jsonl"));

        Assert.Equal(3, report.ExitCode);
        Assert.Contains("missing.jsonl", report.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_InputsThatFail_AreNamedAndTheNextIsRead()
    {
        using var folder = new TestFolder();
        var whole = folder.Write("whole.jsonl", Samples.Ninjs("isolated.example", 1));
        await File.WriteAllBytesAsync(folder.At("broken.gz"), [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF], Cancel);

        var report = new ImportReport(null);
        // The first is an error of no kind that reading a file is known for.
        ImportInput[] inputs = [new("no\0path", null), .. ImportInput.Expand([folder.At("broken.gz"), folder.At("not-there.xml"), whole])];
        await Newsroom
            .Services.GetRequiredService<Importer>()
            .RunAsync(inputs, Imports.Publishing, report, new Progress<ImportProgress>(), Cancel);

        Assert.Equal((1, 3, 1), (report.Count(ImportResult.Stored), report.Count(ImportResult.Unreadable), report.ExitCode));
    }

    [Fact]
    public async Task Import_FilesOfImportsSideBySide_AreStoredOnce()
    {
        await using var site = await TestSite.StartAsync();
        site.Serve("/side-by-side.gif", Samples.Gif);
        var file = new ItemAttachment(site.At("/side-by-side.gif").ToString());
        // Each stands for an import that is a process of its own.
        var fetchers = Enumerable.Range(0, 8).Select(_ => ActivatorUtilities.CreateInstance<MediaFetcher>(Newsroom.Services)).ToList();

        var results = await Task.WhenAll(fetchers.Select(fetcher => Task.Run(() => fetcher.FetchAsync(file, Cancel), Cancel)));

        Assert.Single(results, result => result.State == MediaState.Stored);
        Assert.All(results, result => Assert.NotEqual(MediaState.NotFetched, result.State));
        fetchers.ForEach(fetcher => fetcher.Dispose());
    }

    [Fact]
    public async Task Import_Folder_ReadsAllThatIsInIt()
    {
        using var folder = new TestFolder();
        folder.Write("2020/a.jsonl", Samples.Ninjs("folder.example", 1) + "\n");
        folder.Write("2020/.hidden.jsonl", Samples.Ninjs("folder.example", 99) + "\n");
        folder.Write("b.json", Samples.Ninjs("folder.example", 2));
        await using (var packed = new GZipStream(File.Create(folder.At("2021/c.jsonl.gz")), CompressionLevel.Fastest))
            packed.Write(Encoding.UTF8.GetBytes(Samples.Ninjs("folder.example", 3) + "\n"));

        var report = await Newsroom.ImportAsync(folder.Path);

        Assert.Equal(3, report.Count(ImportResult.Stored));
        await using var db = Newsroom.OpenDb();
        Assert.Equal(3, await db.Stories.CountAsync(s => s.Origin == "folder.example", Cancel));
    }

    [Fact]
    public async Task Import_Address_IsFetchedAndItsBytesKept()
    {
        await using var site = await TestSite.StartAsync();
        var feed = Encoding.UTF8.GetBytes(
            """
            <rss version="2.0"><channel><title>Quay</title><link>https://fetched.example/</link>
            <item><guid isPermaLink="false">one</guid><title>One boat</title><description>One boat came in.</description></item>
            <item><guid isPermaLink="false">two</guid><title>Two boats</title><description>Two boats came in.</description></item></channel></rss>
            """
        );
        site.Serve("/feed.xml", feed, "application/rss+xml");

        var report = await Newsroom.ImportAsync(site.At("/feed.xml").ToString());

        Assert.Equal(2, report.Count(ImportResult.Stored));
        await using var db = Newsroom.OpenDb();
        var kept = await db
            .Payloads.Where(p => db.WireItems.Any(w => w.PayloadId == p.Id && w.ReadFrom == site.At("/feed.xml").ToString()))
            .ToListAsync(Cancel);
        Assert.Equal(feed, Assert.Single(kept).Bytes);
    }

    [Fact]
    public async Task Import_Cancelled_StoresWhatItReports()
    {
        using var folder = new TestFolder();
        var file = folder.Write("a.jsonl", Lines("cancelled.example", 2000));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var report = new ImportReport(null);
        var importer = (Importer)Newsroom.Services.GetService(typeof(Importer))!;

        await importer.RunAsync([.. ImportInput.Expand([file])], Imports.Publishing, report, new StopAtOnce(stop), stop.Token);

        Assert.True(report.Interrupted);
        Assert.InRange(report.Read, 1, 1999);
        await using var db = Newsroom.OpenDb();
        Assert.Equal(report.Count(ImportResult.Stored), await db.Stories.CountAsync(s => s.Origin == "cancelled.example", Cancel));
        await Newsroom.ImportAsync(file);
        Assert.Equal(2000, await db.Stories.CountAsync(s => s.Origin == "cancelled.example", Cancel));
    }

    [Fact]
    public async Task Import_SeedStory_KeepsNumberAndDateAndLeavesTheFormOut()
    {
        var file = SharedData.Path("seed/story-18343.txt");

        var report = await Newsroom.ImportAsync(
            Imports.Publishing with
            {
                Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kabul"),
            },
            null,
            file
        );

        Assert.Equal(1, report.Count(ImportResult.Stored));
        await using var db = Newsroom.OpenDb();
        var story = await db.Stories.Include(s => s.Versions).Include(s => s.Category).SingleAsync(s => s.Number == 18343, Cancel);
        Assert.Equal(new DateTime(2021, 7, 19, 9, 12, 0, DateTimeKind.Utc), story.PublishedUtc);
        Assert.Equal("Politics", story.Category!.Name);
        Assert.DoesNotContain("Leave a Reply", story.Versions[0].Text, StringComparison.Ordinal);
        Assert.True(await db.Statements.AnyAsync(s => s.StoryId == story.Id && s.Hops.Any(l => l.Name == "Kommersant"), Cancel));
    }

    [Fact]
    public async Task Import_ThemeTestData_LosesNothing()
    {
        var file = SharedData.Path("data/wxr/theme-test-data/themeunittestdata.wordpress.xml");
        var settings = Imports.Publishing with { Media = false };

        var report = await Newsroom.ImportAsync(settings, null, file);

        Assert.Equal(186, report.Read);
        Assert.Equal(186, report.Sum());
        Assert.Equal(0, report.Count(ImportResult.Failed));
        await using var db = Newsroom.OpenDb();
        var stored = await db.Stories.Where(s => s.Origin == "wpthemetestdata.wordpress.com").CountAsync(Cancel);
        Assert.Equal(report.Count(ImportResult.Stored), stored);
        var again = await Newsroom.ImportAsync(settings, null, file);
        Assert.Equal(stored, again.Count(ImportResult.Unchanged));
    }

    private static string Lines(string origin, int count) =>
        string.Concat(Enumerable.Range(1, count).Select(id => Samples.Ninjs(origin, id) + "\n"));

    /// <summary>Presses Ctrl-C when the first batch is in.</summary>
    private sealed class StopAtOnce(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => stop.Cancel();
    }
}
