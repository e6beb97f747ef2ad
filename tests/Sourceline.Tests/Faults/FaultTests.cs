using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;
using Sourceline.Tests.PageCache;

namespace Sourceline.Tests.Faults;

/// <summary>
/// The server is killed without warning, again and again, while stories come in, editors act, readers reply and read. What was
/// acknowledged must be there, once; and the pages must be what the database says. <c>eng/bench-faults</c> runs the long form.
/// </summary>
public abstract class FaultTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    /// <summary>How often it is killed: a few times here, 50 times in the long form.</summary>
    private static readonly int Kills = int.TryParse(
        Environment.GetEnvironmentVariable("SOURCELINE_FAULT_KILLS"),
        CultureInfo.InvariantCulture,
        out var kills
    )
        ? kills
        : 3;

    [Fact]
    public async Task Server_KilledUnderMixedLoad_KeepsWhatItAcknowledged()
    {
        var email = await DeskClient.AddMemberAsync(Newsroom, "Fault Editor");
        await Newsroom.StopServingAsync();
        await using var server = new KilledServer(Newsroom);
        var load = new MixedLoad(server, email);
        for (var round = 0; round < Kills; round++)
        {
            await server.StartAsync(Cancel);
            await load.RunAsync(round, Cancel);
        }
        await server.StartAsync(Cancel);
        TestContext.Current.TestOutputHelper?.WriteLine(load.InWords(Kills));
        Assert.True(
            !load.Acts.IsEmpty && !load.Replies.IsEmpty && !load.Imported.IsEmpty && load.Reads > 0,
            $"There was no load: {load.InWords(Kills)}"
        );
        await AssertLogAsync(load);
        await AssertRepliesAsync(load);
        await AssertImportsAsync(load);
        await AssertDerivedAsync();
        await AssertPagesAsync(server, load);
        await server.StopAsync();
        await AssertCheckAsync(server);
    }

    /// <summary>The log, the numbers, the leans and the search index fit the database, as the operator's own verb finds.</summary>
    private static async Task AssertCheckAsync(KilledServer server)
    {
        using var check = server.Run("check");
        var (output, errors) = (check.StandardOutput.ReadToEndAsync(Cancel), check.StandardError.ReadToEndAsync(Cancel));
        await check.WaitForExitAsync(Cancel);
        Assert.True(check.ExitCode == 0, await output + await errors);
    }

    /// <summary>No act is lost that an editor was told of, none is there twice, and the log has no hole.</summary>
    private async Task AssertLogAsync(MixedLoad load)
    {
        await using var db = Newsroom.OpenDb();
        var sequences = await db.Acts.OrderBy(act => act.Sequence).Select(act => act.Sequence).ToListAsync(Cancel);
        Assert.Equal(Enumerable.Range(1, sequences.Count).Select(n => (long)n), sequences);
        var reasons = (
            await db.Acts.Where(act => act.Reason!.StartsWith("fault-")).Select(act => act.Reason!).ToListAsync(Cancel)
        ).ToLookup(reason => reason);
        foreach (var reason in load.Acts)
            Assert.Single(reasons[reason]);
        // One that was done and not answered may be there; none is there twice.
        Assert.All(reasons, same => Assert.Single(same));
        Assert.All(reasons, same => Assert.Contains(same.Key, load.Asked));
    }

    private async Task AssertRepliesAsync(MixedLoad load)
    {
        await using var db = Newsroom.OpenDb();
        var bodies = (
            await db.Replies.Where(reply => reply.Body.StartsWith("fault-")).Select(reply => reply.Body).ToListAsync(Cancel)
        ).ToLookup(body => body);
        foreach (var body in load.Replies)
            Assert.Single(bodies[body]);
        Assert.All(bodies, same => Assert.Single(same));
    }

    private async Task AssertImportsAsync(MixedLoad load)
    {
        await using var db = Newsroom.OpenDb();
        var ids = await db.Stories.Where(story => story.Origin == MixedLoad.Origin).Select(story => story.OriginId).ToListAsync(Cancel);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Empty(load.Imported.Except(ids));
        Assert.Equal(await db.Stories.CountAsync(Cancel), await db.Stories.Select(story => story.Number).Distinct().CountAsync(Cancel));
    }

    /// <summary>What is kept beside the stories agrees with them.</summary>
    private async Task AssertDerivedAsync()
    {
        await using var db = Newsroom.OpenDb();
        Assert.Equal(
            0,
            await db.Stories.CountAsync(story => !story.Versions.Any(version => version.Number == story.LatestVersion), Cancel)
        );
        Assert.Equal(0, await db.Dependencies.CountAsync(lean => lean.Story!.State != StoryState.Published, Cancel));
        var counted = await db
            .Dependencies.GroupBy(lean => lean.SourceId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(c => c.Key, c => c.Count, Cancel);
        var kept = await db
            .DependencyCounts.Where(count => count.Stories != 0)
            .ToDictionaryAsync(count => count.SourceId, count => count.Stories, Cancel);
        Assert.Equal(counted.OrderBy(c => c.Key), kept.OrderBy(c => c.Key));
    }

    /// <summary>Each story that editors acted on answers as its state says, with the headline that is live.</summary>
    private async Task AssertPagesAsync(KilledServer server, MixedLoad load)
    {
        await using var db = Newsroom.OpenDb();
        var stories = await db
            .Stories.Where(story => load.Numbers.Contains(story.Number))
            .Select(story => new
            {
                story.Number,
                story.State,
                Headline = story.Versions.First(v => v.Number == (story.LiveVersion ?? story.LatestVersion)).Headline,
            })
            .ToListAsync(Cancel);
        Assert.NotEmpty(stories);
        using var client = server.Client();
        foreach (var story in stories)
        {
            using var answer = await client.GetAsync($"/{story.Number}", Cancel);
            var expected = story.State switch
            {
                StoryState.Published => 200,
                StoryState.Killed => 410,
                _ => 404,
            };
            Assert.Equal((story.Number, expected), (story.Number, (int)answer.StatusCode));
            var page = DeskClient.Parse(await answer.Content.ReadAsStringAsync(Cancel)).QuerySelector("h1")!.TextContent.Trim();
            if (expected == 200)
                Assert.Equal(story.Headline, page);
            else
                Assert.NotEqual(story.Headline, page);
        }
    }
}

/// <summary>The embedded database, written to its disk as in earnest.</summary>
public sealed class FaultsOnSqlite(StoringSqliteNewsroom newsroom) : FaultTests(newsroom), IClassFixture<StoringSqliteNewsroom>;

public sealed class FaultsOnPostgres(KeepingPostgresNewsroom newsroom) : FaultTests(newsroom), IClassFixture<KeepingPostgresNewsroom>;
