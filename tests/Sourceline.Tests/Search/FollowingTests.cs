using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sourceline.Cli;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.Data.Model;
using Sourceline.EventLog;
using Sourceline.Search.Index;
using Sourceline.Search.Queries;
using Sourceline.Settings;
using Sourceline.Stories.Html;
using Sourceline.Stories.Publishing;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Search;

public sealed class FollowingTestsOnSqlite(SqliteNewsroom newsroom) : FollowingTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class FollowingTestsOnPostgres(PostgresNewsroom newsroom) : FollowingTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>The index follows the log: soon, after a stop, after a crash, and it is known when it does not fit.</summary>
public abstract class FollowingTests(TestNewsroom newsroom) : SearchTests(newsroom)
{
    /// <summary>What is promised. It takes some hundredths of a second.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private static int _numbers = 500_000;

    private StoryActs Acts => Newsroom.Services.GetRequiredService<StoryActs>();

    protected override Task PlantAsync(NewsDb db) => Task.CompletedTask;

    /// <summary>The time that most of the acts take, so that a machine that stops for a moment to do something else is no fault.</summary>
    [Fact]
    public async Task Acts_AreVisibleWithinASecond()
    {
        List<TimeSpan> times = [];
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await ReadyAsync();
        await DoAsync(story, ActKind.Publish);
        times.Add(await SeenAsync(story, true));
        await DoAsync(story, ActKind.Withhold);
        times.Add(await SeenAsync(story, false));
        await DoAsync(story, ActKind.Release);
        times.Add(await SeenAsync(story, true));
        await Acts.DoAsync(
            story.Id,
            new ActOrder(ActKind.Update, "test") { Text = StoryHtml.Clean("Harbour reopens", null, "<p>A quixotic pier.</p>") },
            Cancel
        );
        times.Add(await UntilAsync(async () => (await NumbersAsync("q=quixotic")).Contains(story.Number)));
        await DoAsync(story, ActKind.Kill);
        times.Add(await SeenAsync(story, false));
        Assert.True(times.Order().ElementAt(times.Count / 2) < Soon, string.Join(", ", times));
    }

    [Fact]
    public async Task Paging_Newest_SkipsAndRepeatsNothing_WhileStoriesComeIn()
    {
        await using (var db = Newsroom.OpenDb())
            await AddManyAsync(db, "Pagemark tides", 45);
        await RebuildAsync();
        var seen = new List<long>();
        string? query = "q=pagemark&order=newest";
        for (var page = 0; query is not null; page++)
        {
            Assert.True(page < 10);
            var answer = await AskAsync(query);
            seen.AddRange(Numbers(answer));
            query = answer.TryGetProperty("nextUrl", out var next) ? new Uri(next.GetString()!).Query[1..] : null;
            if (page == 0)
            {
                await using var db = Newsroom.OpenDb();
                await AddManyAsync(db, "Pagemark tides later", 1);
                await RebuildAsync();
            }
        }
        Assert.Equal(45, seen.Count);
        Assert.Equal(seen.OrderDescending(), seen);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    /// <summary>Two words are weighed again by how near they stand, though not in every story that has them.</summary>
    [Theory]
    [InlineData("Relevantia moors", "q=relevantia", 43)]
    [InlineData("Nearwords heath", "q=nearwords+heath", 2 * ProximityRescorer.Most)]
    public async Task Paging_ByRelevance_SkipsAndRepeatsNothing(string headline, string asked, int count)
    {
        await using (var db = Newsroom.OpenDb())
            await AddManyAsync(db, headline, count);
        await RebuildAsync();
        var seen = new List<long>();
        string? query = asked;
        while (query is not null)
        {
            var answer = await AskAsync(query);
            seen.AddRange(Numbers(answer));
            query = answer.TryGetProperty("nextUrl", out var next) ? new Uri(next.GetString()!).Query[1..] : null;
        }
        Assert.Equal(count, seen.Count);
        Assert.Equal(count, seen.Distinct().Count());
    }

    [Fact]
    public async Task Restart_TakesInWhatWasDoneMeanwhile()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await ReadyAsync();
        var before = Newsroom.Services.GetRequiredService<IndexFolder>().Current();
        await Newsroom.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<IndexWorker>().Single().StopAsync(Cancel);
        await DoAsync(story, ActKind.Publish);
        await Newsroom.RestartAsync();
        await ReadyAsync();
        using var reader = Newsroom.Client();
        await UntilAsync(
            async () =>
                (await reader.GetStringAsync(new Uri("/api/search?q=harbour&from=2026", UriKind.Relative), Cancel)).Contains(
                    $"\"number\":{story.Number}",
                    StringComparison.Ordinal
                ),
            30
        );
        Assert.Equal(before, Newsroom.Services.GetRequiredService<IndexFolder>().Current());
    }

    [Fact]
    public async Task Check_NamesWhatDoesNotFit_AndRebuildRepairsIt()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await DoAsync(story, ActKind.Publish);
        await RebuildAsync();
        Assert.DoesNotContain(await CheckAsync(), line => line.Contains("differs from its entry", StringComparison.Ordinal));
        await using (var db = Newsroom.OpenDb())
        {
            // Behind the log's back.
            await db
                .Versions.Where(version => version.StoryId == story.Id)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(
                            v => v.Text,
                            "Other words altogether, said nobody at all, in a text that is long enough for every span there is in it, and longer than that, to be sure of it; it goes on and on."
                        ),
                    Cancel
                );
            await db
                .Dependencies.Where(lean => lean.StoryId == story.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.Said, 77), Cancel);
        }
        var report = await CheckAsync();
        Assert.Contains(report, line =>
            line.Contains($"Story {story.Number} differs from its entry in the search index.", StringComparison.Ordinal)
        );
        Assert.Contains(report, line =>
            line.Contains($"The dependencies of story {story.Number} do not match its statements.", StringComparison.Ordinal)
        );
        Assert.Contains(report, line => line.Contains("sourceline rebuild search", StringComparison.Ordinal));
        await RebuildAsync();
        Assert.DoesNotContain(await CheckAsync(), line =>
            line.Contains("differs from its entry in the search index", StringComparison.Ordinal)
        );
    }

    /// <summary>A later story may call a source by a name that an earlier one, which is not indexed again for it, does not have.</summary>
    [Fact]
    public async Task Check_NameThatCameLater_IsNoFault()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await DoAsync(story, ActKind.Publish);
        await RebuildAsync();
        await using (var db = Newsroom.OpenDb())
        {
            var gazette = await db
                .SourceNames.Where(name => name.Name == "Harbour Gazette")
                .Select(name => name.SourceId)
                .SingleAsync(Cancel);
            db.SourceNames.Add(
                new SourceName
                {
                    Key = "h. g.",
                    Name = "H. G.",
                    SourceId = gazette,
                }
            );
            await db.SaveChangesAsync(Cancel);
        }
        Assert.DoesNotContain(await CheckAsync(), line =>
            line.Contains($"Story {story.Number} differs from its entry", StringComparison.Ordinal)
        );
        await RebuildAsync();
        Assert.Contains(story.Number, await NumbersAsync("via=H."));
    }

    [Fact]
    public async Task Check_NamesAGapInTheLog()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await DoAsync(story, ActKind.Publish);
        await DoAsync(story, ActKind.Withhold);
        long lost;
        await using (var db = Newsroom.OpenDb())
        {
            lost = await db.Acts.Where(act => act.StoryId == story.Id).MinAsync(act => act.Sequence, Cancel);
            await db.Acts.Where(act => act.Sequence == lost).ExecuteDeleteAsync(Cancel);
        }
        Assert.Contains(await CheckAsync(), line =>
            line.Contains(string.Create(CultureInfo.InvariantCulture, $"Acts {lost} to {lost} are missing"), StringComparison.Ordinal)
        );
        await using var again = Newsroom.OpenDb();
        again.Acts.Add(
            new Act
            {
                Sequence = lost,
                Kind = ActKind.Receive,
                Actor = "test",
                AtUtc = DateTime.UnixEpoch,
            }
        );
        await again.SaveChangesAsync(Cancel);
    }

    [Fact]
    public async Task Index_OfAnotherDatabase_IsBuiltAnew()
    {
        await ReadyAsync();
        var keeper = Newsroom.Services.GetRequiredService<IndexFolder>();
        var before = keeper.Current()!;
        await Newsroom.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<IndexWorker>().Single().StopAsync(Cancel);
        using (var index = OpenIndex.Open(before))
        {
            index.MarkAt(index.Mark! with { Sequence = 9_000_000, Act = "9000000 Publish 1 1" });
            index.Commit();
        }
        await Newsroom.RestartAsync();
        var folder = Newsroom.Services.GetRequiredService<IndexFolder>();
        await UntilAsync(
            () => Task.FromResult(folder.Current() != before && Newsroom.Services.GetRequiredService<SearchIndex>().IsWhole),
            30
        );
    }

    /// <summary>All of it may be deleted, also while the server runs.</summary>
    [Fact]
    public async Task Index_ThatIsDeleted_IsBuiltAnewWithTheNextAct()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets nobody delete what is open.");
        await ReadyAsync();
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        Directory.Delete(Path.Combine(Newsroom.DataFolder, "search"), recursive: true);
        await DoAsync(story, ActKind.Publish);
        await UntilAsync(
            async () =>
            {
                using var answer = await Reader.GetAsync(new Uri("/api/search?q=harbour", UriKind.Relative), Cancel);
                return (await answer.Content.ReadAsStringAsync(Cancel)).Contains($"\"number\":{story.Number},", StringComparison.Ordinal);
            },
            30
        );
        // It is searched a moment before its name is written down.
        var folder = Newsroom.Services.GetRequiredService<IndexFolder>();
        await UntilAsync(() => Task.FromResult(folder.Current() is not null), 30);
        Assert.NotNull(folder.Current());
    }

    [Fact]
    public async Task Index_WhoseLogCannotBeRead_IsClosedAgain()
    {
        await ReadyAsync();
        var folder = Newsroom.Services.GetRequiredService<IndexFolder>().Current()!;
        await RestartAsync(async () =>
        {
            using var verb = Verb();
            var keeper = verb.Services.GetRequiredService<IndexKeeper>();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                keeper.OpenAsync(null, searched: false, new CancellationToken(true))
            );
            OpenIndex.Open(folder).Dispose();
        });
        await ReadyAsync();
    }

    [Fact]
    public async Task Facets_OfAllStories_LeaveOutWhatIsGone()
    {
        var (staying, going) = (
            await SampleStory.AddAsync(Newsroom, StoryState.Draft),
            await SampleStory.AddAsync(Newsroom, StoryState.Draft)
        );
        await ReadyAsync();
        foreach (var story in new[] { staying, going })
            await DoAsync(story, ActKind.Publish);
        await SeenAsync(going, true);
        await DoAsync(going, ActKind.Kill);
        await SeenAsync(going, false);
        foreach (var query in new[] { "order=newest", "q=harbour" })
        {
            var answer = await AskAsync(query);
            var years = answer
                .GetProperty("facets")
                .GetProperty("years")
                .EnumerateArray()
                .Sum(year => year.GetProperty("count").GetInt32());
            Assert.Equal(answer.GetProperty("total").GetInt32(), years);
        }
    }

    [Fact]
    public async Task Index_KeptByAnotherProgram_IsSearchedAsThatCommittedIt()
    {
        await ReadyAsync();
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await DoAsync(story, ActKind.Publish);
        await SeenAsync(story, true);
        var folder = Newsroom.Services.GetRequiredService<IndexFolder>().Current()!;
        OpenIndex? other = null;
        await RestartAsync(() => Task.FromResult(other = OpenIndex.Open(folder)));
        await UntilAsync(() => Task.FromResult(Newsroom.Services.GetRequiredService<SearchIndex>().Open is not null), 30);
        await SeenAsync(story, true);
        Assert.False((await AskAsync("q=harbour")).GetProperty("complete").GetBoolean());
        other!.Remove(story.Id);
        other.Commit();
        await SeenAsync(story, false);
        await DoAsync(story, ActKind.Withhold);
        other.Dispose();
        await ReadyAsync();
        await DoAsync(story, ActKind.Release);
        await SeenAsync(story, true);
    }

    [Fact]
    public async Task Index_KeptByAnImport_IsGivenToTheServerThatAsksForIt()
    {
        await ReadyAsync();
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        var importing = new TaskCompletionSource();
        using var import = Verb();
        Task<TimeSpan?>? following = null;
        await RestartAsync(async () =>
        {
            following = import.Services.GetServices<Projection>().OfType<SearchProjection>().Single().FollowAsync(importing.Task, Cancel);
            var index = import.Services.GetRequiredService<SearchIndex>();
            await UntilAsync(() => Task.FromResult(index.Own is not null), 30);
        });
        // It is whole only where the server has the index itself, though the import goes on.
        await ReadyAsync();
        Assert.False(following!.IsCompleted);
        await DoAsync(story, ActKind.Publish);
        await SeenAsync(story, true);
        importing.SetResult();
        Assert.NotNull(await following);
        await DoAsync(story, ActKind.Withhold);
        await SeenAsync(story, false);
    }

    /// <summary>The services of a verb on the newsroom's data, as of another program.</summary>
    private IHost Verb()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.AddSettings(Newsroom.Settings());
        Program.Add(builder);
        return builder.Build();
    }

    private Task<ActDone> DoAsync(Story story, ActKind kind) =>
        Acts.DoAsync(story.Id, new ActOrder(kind, "test") { Reason = "A reason." }, Cancel);

    private async Task<string[]> CheckAsync()
    {
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        await CheckCommand.RunAsync(Newsroom.Services, output, TextWriter.Null, Cancel);
        return output.ToString().Split('\n');
    }

    private Task<TimeSpan> ReadyAsync() =>
        UntilAsync(() => Task.FromResult(Newsroom.Services.GetRequiredService<SearchIndex>().IsWhole), 30);

    private Task<TimeSpan> SeenAsync(Story story, bool isFound) =>
        UntilAsync(async () => (await NumbersAsync("q=harbour")).Contains(story.Number) == isFound);

    private static async Task AddManyAsync(NewsDb db, string headline, int count)
    {
        var category = await db.Categories.FirstOrDefaultAsync(Cancel) ?? new Category { Name = "Tides", Slug = "tides" };
        for (var i = 0; i < count; i++)
        {
            var number = Interlocked.Increment(ref _numbers);
            // Several in one minute, as an import brings them.
            var at = new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(number / 10);
            await new Site.StoryBuilder(
                number,
                category,
                $"{headline} {number}",
                null,
                $"<p>{string.Concat(Enumerable.Repeat("tide ", i % 7))}</p>",
                at
            ).SaveAsync(db, Cancel);
        }
    }
}
