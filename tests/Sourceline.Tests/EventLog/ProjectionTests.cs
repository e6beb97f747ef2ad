using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sourceline.Cli;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.Data.Model;
using Sourceline.EventLog;
using Sourceline.PageCache;
using Sourceline.Search.Index;
using Sourceline.Settings;
using Sourceline.Stories.Publishing;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.EventLog;

/// <summary>A newsroom that caches its pages on disk.</summary>
public sealed class CachingSqliteNewsroom : SqliteNewsroom
{
    public override Dictionary<string, string?> Settings() => Caching.In(base.Settings());
}

/// <inheritdoc cref="CachingSqliteNewsroom"/>
public sealed class CachingPostgresNewsroom : PostgresNewsroom
{
    public override Dictionary<string, string?> Settings() => Caching.In(base.Settings());
}

internal static class Caching
{
    public static Dictionary<string, string?> In(Dictionary<string, string?> settings)
    {
        settings["Sourceline:Pages:DiskMegabytes"] = "50";
        return settings;
    }
}

public sealed class ProjectionsOnSqlite(CachingSqliteNewsroom newsroom) : ProjectionTests(newsroom), IClassFixture<CachingSqliteNewsroom>;

public sealed class ProjectionsOnPostgres(CachingPostgresNewsroom newsroom)
    : ProjectionTests(newsroom),
        IClassFixture<CachingPostgresNewsroom>;

/// <summary>
/// Whatever derived data is deleted or falsified, <c>sourceline check</c> names the <c>sourceline rebuild NAME</c> that repairs it, and
/// finds nothing afterwards.
/// </summary>
public abstract class ProjectionTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    public static TheoryData<string, string> DatabaseFaults =>
        new()
        {
            { "dependencies", """DELETE FROM "Dependencies" """ },
            { "dependencies", """DELETE FROM "Dependencies" WHERE "StoryId" = (SELECT min("StoryId") FROM "Dependencies")""" },
            { "dependencies", """UPDATE "Dependencies" SET "Kind" = 'Background'""" },
            { "dependencies", """UPDATE "Dependencies" SET "Confidence" = 0.123""" },
            { "dependencies", """DELETE FROM "DependencySnapshots" """ },
            {
                "dependencies",
                """UPDATE "DependencySnapshots" SET "Snapshot" = (SELECT "Snapshot" FROM "DependencySnapshots" ORDER BY "StoryId" LIMIT 1)"""
            },
            { "dependencies", """DELETE FROM "DependencyCounts" """ },
            { "dependencies", """UPDATE "DependencyCounts" SET "Stories" = 99, "SoleSource" = 1""" },
            { "dependencies", """DELETE FROM "DependencyCounts" WHERE "SourceId" = (SELECT min("SourceId") FROM "DependencyCounts")""" },
            { "replies", """UPDATE "Stories" SET "ReplyCount" = 0""" },
            { "replies", """UPDATE "Stories" SET "ReplyCount" = 7""" },
            { "schedule", """DELETE FROM "DueJobs" """ },
            { "schedule", """UPDATE "DueJobs" SET "StoryId" = (SELECT min("Id") FROM "Stories" WHERE "State" = 'Published')""" },
            { "schedule", """UPDATE "DueJobs" SET "DueUtc" = (SELECT min("ReceivedUtc") FROM "Stories")""" },
            { "numbers", """DELETE FROM "Counters" """ },
            { "numbers", """UPDATE "Counters" SET "Value" = 1""" },
            { "numbers", """UPDATE "Counters" SET "Value" = "Value" + 1000 WHERE "Name" = 'act'""" },
        };

    [Theory]
    [MemberData(nameof(DatabaseFaults))]
    public async Task Rebuild_OfFalsifiedRows_RepairsWhatCheckNames(string projection, string sql)
    {
        await SeedAsync();
        await using (var db = Newsroom.OpenDb())
#pragma warning disable EF1002 // A constant of this test.
            Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(sql, Cancel));
#pragma warning restore EF1002
        await RepairedAsync(projection);
    }

    [Fact]
    public async Task Rebuild_OfTheDatabasesOwnCounters_RepairsWhatCheckNames()
    {
        await SeedAsync();
        await using (var db = Newsroom.OpenDb())
        {
            await db.Database.ExecuteSqlRawAsync(
                db is PostgresNewsDb
                    ? """SELECT setval(pg_get_serial_sequence('"Versions"', 'Id'), 1)"""
                    : "UPDATE sqlite_sequence SET seq = 0 WHERE name = 'Versions'",
                Cancel
            );
        }
        await RepairedAsync("numbers");
    }

    public static TheoryData<string> IndexFaults =>
        ["folder deleted", "segments cut off", "bytes changed", "commit deleted", "another newsroom", "story missing"];

    [Theory]
    [MemberData(nameof(IndexFaults))]
    public async Task Rebuild_OfTheSearchIndex_RepairsWhatCheckNames(string fault)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets nobody change what is open.");
        await SeedAsync();
        // Another program has no server that would repair it meanwhile.
        await Newsroom.StopServingAsync();
        try
        {
            using var command = Command();
            var folder = command.Services.GetRequiredService<IndexFolder>();
            Spoil(fault, folder.Current()!);
            await RepairedAsync("search", command.Services);
        }
        finally
        {
            await Newsroom.RestartAsync();
        }
    }

    [Fact]
    public async Task Check_OfASearchIndexThatWasDeletedAsAWhole_SaysThatItIsNotBuilt()
    {
        await SeedAsync();
        await Newsroom.StopServingAsync();
        try
        {
            using var command = Command();
            Directory.Delete(Path.Combine(Newsroom.DataFolder, "search"), recursive: true);
            var (code, report) = await CheckAsync(command.Services);
            Assert.Equal(0, code);
            Assert.Contains("sourceline rebuild search builds it now", report, StringComparison.Ordinal);
            await RebuildAsync(command.Services, "search");
            Assert.DoesNotContain("Note: The search index", (await CheckAsync(command.Services)).Report, StringComparison.Ordinal);
        }
        finally
        {
            await Newsroom.RestartAsync();
        }
    }

    /// <summary>The index is right for the settings that it was made with, which an import may have been given for once.</summary>
    [Fact]
    public async Task Check_WithAnotherTimeZone_NamesTheSettingAndFindsNoFault()
    {
        await SeedAsync();
        await Newsroom.StopServingAsync();
        try
        {
            using var command = Command(("Sourceline:Site:TimeZone", "Europe/Oslo"));
            var (code, report) = await CheckAsync(command.Services);
            Assert.Equal(0, code);
            Assert.Contains("Site:TimeZone was Asia/Kabul and is Europe/Oslo", report, StringComparison.Ordinal);
            await RebuildAsync(command.Services, "search");
            Assert.DoesNotContain("Site:TimeZone", (await CheckAsync(command.Services)).Report, StringComparison.Ordinal);
        }
        finally
        {
            await Newsroom.RestartAsync();
        }
    }

    public static TheoryData<string> PageFaults => ["index damaged", "pages damaged", "pages missing", "another newsroom"];

    [Theory]
    [MemberData(nameof(PageFaults))]
    public async Task Rebuild_OfCachedPages_RepairsWhatCheckNames(string fault)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets nobody change what is open.");
        await SeedAsync();
        await CachePagesAsync();
        await Newsroom.StopServingAsync();
        try
        {
            using var command = Command();
            Assert.Equal(0, (await CheckAsync(command.Services)).Code);
            SpoilPages(fault);
            await RepairedAsync("pages", command.Services);
        }
        finally
        {
            await Newsroom.RestartAsync();
        }
    }

    /// <summary>Cached pages show repaired rows at once, although no story was acted on.</summary>
    [Fact]
    public async Task Rebuild_BesideAServer_MakesItsCachedPagesStale()
    {
        var story = await SeedAsync();
        var invalidator = Newsroom.Services.GetRequiredService<CacheInvalidator>();
        var madeAt = invalidator.Position;
        Assert.True(invalidator.Holds(madeAt, []));
        await using (var db = Newsroom.OpenDb())
            await db.Stories.Where(one => one.Id == story.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.ReplyCount, 9), Cancel);
        await RebuildAsync(Newsroom.Services, "replies");
        Assert.False(invalidator.Holds(madeAt, []));
        Assert.True(invalidator.Holds(invalidator.Position, []));
    }

    /// <summary>A page that is asked for after "rebuild pages" is made anew by the server that runs.</summary>
    [Fact]
    public async Task Rebuild_OfPages_BesideAServer_DropsThem()
    {
        await SeedAsync();
        await CachePagesAsync();
        var store = Newsroom.Services.GetRequiredService<PageStore>();
        Assert.NotEqual(0, store.Count);
        using (var command = Command())
            Assert.Contains("the running server makes them again", await RebuildAsync(command.Services, "pages"), StringComparison.Ordinal);
        var invalidator = Newsroom.Services.GetRequiredService<CacheInvalidator>();
        await invalidator.FollowAsync(null);
        Assert.Equal(invalidator.Position, invalidator.Floor);
    }

    [Fact]
    public async Task PagesFolder_DeletedWhileServing_IsMadeAgain()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets nobody delete what is open.");
        await SeedAsync();
        await CachePagesAsync();
        var folder = Path.Combine(Newsroom.DataFolder, "pages");
        Directory.Delete(folder, recursive: true);
        for (var waited = 0; !File.Exists(Path.Combine(folder, "lock")) && waited < 100; waited++)
            await Task.Delay(100, Cancel);
        await CachePagesAsync();
        Assert.NotEmpty(Directory.GetFiles(folder, "*.pages"));
    }

    [Fact]
    public async Task RebuildAll_WhileOthersAct_EndsWithACleanCheck()
    {
        await SeedAsync();
        await using (var db = Newsroom.OpenDb())
        {
            await db.Dependencies.ExecuteDeleteAsync(Cancel);
            await db.Stories.ExecuteUpdateAsync(set => set.SetProperty(one => one.ReplyCount, 3), Cancel);
        }
        using var stop = new CancellationTokenSource();
        var acting = Task.Run(
            async () =>
            {
                var acts = Newsroom.Services.GetRequiredService<StoryActs>();
                var done = 0;
                for (; !stop.IsCancellationRequested; done++)
                {
                    var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
                    await acts.DoAsync(story.Id, new ActOrder(ActKind.Publish, "Ada"), Cancel);
                    if (done % 2 == 0)
                        await acts.DoAsync(story.Id, new ActOrder(ActKind.Withhold, "Ada") { Reason = "Why." }, Cancel);
                }
                return done;
            },
            Cancel
        );
        await RebuildAsync(Newsroom.Services, null);
        await stop.CancelAsync();
        Assert.NotEqual(0, await acting);
        await WaitForIndexAsync();
        var (code, report) = await CheckAsync(Newsroom.Services);
        Assert.True(code == 0, report);
    }

    [Fact]
    public async Task Command_ListsNames_AndRefusesOthers()
    {
        await SeedAsync();
        var listed = await Verbs.RunAsync(Newsroom, "rebuild", "--list");
        Assert.Equal(0, listed.Code);
        Assert.Equal(
            ["numbers", "schedule", "pages", "dependencies", "replies", "search"],
            listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0])
        );
        var unknown = await Verbs.RunAsync(Newsroom, "rebuild", "leaves");
        Assert.Equal(2, unknown.Code);
        Assert.Contains("'leaves' can't be rebuilt. Use one of numbers, ", unknown.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await Verbs.RunAsync(Newsroom, "rebuild")).Code);
        Assert.Equal(2, (await Verbs.RunAsync(Newsroom, "rebuild", "search", "--all")).Code);
        var rebuilt = await Verbs.RunAsync(Newsroom, "rebuild", "replies", "numbers");
        Assert.Equal(0, rebuilt.Code);
        Assert.StartsWith("numbers: ", rebuilt.Output, StringComparison.Ordinal);
    }

    /// <summary>One class and one line are all that a new projection needs.</summary>
    [Fact]
    public async Task Projection_ThatIsNew_IsFollowedCheckedAndRebuilt()
    {
        await SeedAsync();
        var counted = new CountedActs();
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddSettings(Newsroom.Settings());
        Program.Add(builder);
        builder.Services.AddSingleton<Projection>(counted);
        await using var services = builder.Services.BuildServiceProvider();
        await services.GetServices<IHostedService>().OfType<ProjectionRunner>().Single().StartAsync(Cancel);
        await services.GetRequiredService<ActSignal>().RaiseAsync(7);
        Assert.Equal(7, counted.Position);
        counted.IsWrong = true;
        var (code, report) = await CheckAsync(services);
        Assert.Equal(1, code);
        Assert.Contains("Repair: sourceline rebuild acts", report, StringComparison.Ordinal);
        await RebuildAsync(services, "acts");
        Assert.Equal(0, (await CheckAsync(services)).Code);
    }

    private static void Spoil(string fault, string folder)
    {
        var largest = Directory.GetFiles(folder).Where(file => Path.GetFileName(file)[0] == '_').MaxBy(file => new FileInfo(file).Length)!;
        switch (fault)
        {
            case "folder deleted":
                Directory.Delete(folder, recursive: true);
                break;
            case "segments cut off":
                foreach (var file in Directory.GetFiles(folder, "_*"))
                    File.WriteAllBytes(file, File.ReadAllBytes(file)[..(int)(new FileInfo(file).Length / 2)]);
                break;
            case "bytes changed":
                var bytes = File.ReadAllBytes(largest);
                for (var at = bytes.Length / 2; at < (bytes.Length / 2) + 20; at++)
                    bytes[at] ^= 0x5a;
                File.WriteAllBytes(largest, bytes);
                break;
            case "commit deleted":
                foreach (var file in Directory.GetFiles(folder, "_*"))
                    File.Delete(file);
                break;
            case "another newsroom":
                using (var index = OpenIndex.Open(folder))
                {
                    index.MarkAt(index.Mark! with { Sequence = 9_000_000, Act = "9000000 Publish 1 1" });
                    index.Commit();
                }
                break;
            default:
                using (var index = OpenIndex.Open(folder))
                {
                    index.Clear();
                    index.MarkAt(index.Mark!);
                    index.Commit();
                }
                break;
        }
    }

    private void SpoilPages(string fault)
    {
        var folder = Path.Combine(Newsroom.DataFolder, "pages");
        var index = Path.Combine(folder, "index");
        switch (fault)
        {
            case "index damaged":
                File.WriteAllBytes(index, File.ReadAllBytes(index)[..^3]);
                break;
            case "pages damaged":
                foreach (var file in Directory.GetFiles(folder, "*.pages"))
                {
                    var bytes = File.ReadAllBytes(file);
                    for (var at = 0; at < bytes.Length; at += 50)
                        bytes[at] ^= 0x5a;
                    File.WriteAllBytes(file, bytes);
                }
                break;
            case "pages missing":
                foreach (var file in Directory.GetFiles(folder, "*.pages"))
                    File.Delete(file);
                break;
            default:
                using (var other = new PageStore(folder, 50_000_000, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance))
                {
                    var fingerprint = Newsroom.Services.GetRequiredService<PageFingerprint>().Bytes;
                    var followed = other.Open(fingerprint)!;
                    other.Save(fingerprint, followed with { Act = "Publish 1 1 1" });
                }
                break;
        }
    }

    private async Task RepairedAsync(string projection, IServiceProvider? services = null)
    {
        services ??= Newsroom.Services;
        var (code, report) = await CheckAsync(services);
        Assert.Equal(1, code);
        Assert.Contains($"Repair: sourceline rebuild {projection}\n", report, StringComparison.Ordinal);
        Assert.True(report.Split("Repair:").Length == 2, report);
        await RebuildAsync(services, projection);
        (code, report) = await CheckAsync(services);
        Assert.True(code == 0, report);
        // What is right stays as it is.
        await RebuildAsync(services, projection);
        Assert.Equal(0, (await CheckAsync(services)).Code);
    }

    private static async Task<string> RebuildAsync(IServiceProvider services, string? projection)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(
            0,
            await RebuildCommand.RunAsync(
                [.. services.GetServices<Projection>()],
                projection is null ? null : [projection],
                output,
                TextWriter.Null,
                Cancel
            )
        );
        return output.ToString();
    }

    private static async Task<(int Code, string Report)> CheckAsync(IServiceProvider services)
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        var code = await CheckCommand.RunAsync(services, output, TextWriter.Null, Cancel);
        return (code, output.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>The services of another program on the same data.</summary>
    private IHost Command(params (string Key, string? Value)[] settings)
    {
        var all = Newsroom.Settings();
        foreach (var (key, value) in settings)
            all[key] = value;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.AddSettings(all);
        Program.Add(builder);
        return builder.Build();
    }

    /// <summary>Published stories with dependencies and replies, and a scheduled one; once.</summary>
    private async Task<Story> SeedAsync()
    {
        await using var db = Newsroom.OpenDb();
        if (!await db.Acts.AnyAsync(Cancel))
        {
            var acts = Newsroom.Services.GetRequiredService<StoryActs>();
            for (var n = 0; n < 3; n++)
            {
                var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
                await acts.DoAsync(story.Id, new ActOrder(ActKind.Publish, "Ada"), Cancel);
                db.Replies.Add(
                    new Reply
                    {
                        StoryId = story.Id,
                        Name = "Ida",
                        Body = "Well said.",
                        State = ReplyState.Approved,
                        WrittenUtc = DateTime.UnixEpoch,
                    }
                );
                await db.SaveChangesAsync(Cancel);
                await db
                    .Stories.Where(one => one.Id == story.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.ReplyCount, 1), Cancel);
            }
            var scheduled = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
            await acts.DoAsync(
                scheduled.Id,
                new ActOrder(ActKind.Schedule, "Ada") { TimeUtc = Newsroom.Clock.GetUtcNow().UtcDateTime.AddDays(3) },
                Cancel
            );
        }
        // Sample stories have numbers that no counter gave.
        await using (var transaction = await db.Database.BeginTransactionAsync(Cancel))
        {
            await Counters.RaiseAsync(db, Counters.StoryNumber, 1_000_000, Cancel);
            await transaction.CommitAsync(Cancel);
        }
        await WaitForIndexAsync();
        return await db.Stories.OrderBy(one => one.Id).FirstAsync(Cancel);
    }

    private async Task WaitForIndexAsync()
    {
        var (index, last) = (Newsroom.Services.GetRequiredService<SearchIndex>(), 0L);
        await using (var db = Newsroom.OpenDb())
            last = await ActLog.LastAsync(db, Cancel);
        for (var waited = 0; !(index.IsWhole && index.Sequence >= last); waited++)
        {
            Assert.True(waited < 300, "The search index does not follow the log.");
            await Task.Delay(100, Cancel);
        }
        index.Own?.Commit();
    }

    private async Task CachePagesAsync()
    {
        using var reader = Newsroom.Client();
        foreach (var path in new[] { "/", "/archive", "/sources" })
            Assert.True((await reader.GetAsync(new Uri(path, UriKind.Relative), Cancel)).IsSuccessStatusCode);
    }

    private sealed class CountedActs : Projection
    {
        public long Position { get; private set; }

        public bool IsWrong { get; set; }

        public override string Name => "acts";

        public override string Title => "how many acts there are";

        public override Task<long?> PositionAsync(CancellationToken cancellationToken) => Task.FromResult<long?>(Position);

        public override Task ApplyAsync(long? upTo)
        {
            Position = upTo ?? Position;
            return Task.CompletedTask;
        }

        public override Task<string> RebuildAsync(Action<long, long> progress, CancellationToken cancellationToken)
        {
            IsWrong = false;
            return Task.FromResult("1 counter changed");
        }

        public override Task<string> CheckAsync(Findings findings, CancellationToken cancellationToken)
        {
            if (IsWrong)
                findings.Add("The number of acts is wrong.");
            return Task.FromResult("1 counter");
        }
    }
}
