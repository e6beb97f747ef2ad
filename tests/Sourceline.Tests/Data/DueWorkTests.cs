using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Data;

public abstract class DueWorkTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    // Jobs of stories that do not exist: the newsroom's own worker finds nothing to claim before the clock moves on.
    private static int _story = 1_000_000;

    [Fact]
    public async Task Claim_ByTwoNodesAtOnce_GivesEachJobOnce()
    {
        var due = Newsroom.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1);
        await using (var db = Newsroom.OpenDb())
        {
            for (var i = 0; i < 60; i++) db.DueJobs.Add(Job(due));
            await db.SaveChangesAsync(Cancel);
        }
        var claimed = new ConcurrentBag<long>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 6), async (_, _) =>
        {
            var node = new DueWork(Newsroom.Clock);
            await using var db = Newsroom.OpenDb();
            for (var round = 0; round < 10; round++)
            {
                foreach (var job in await node.ClaimAsync(db, 10, Cancel)) claimed.Add(job.Id);
            }
        });
        Assert.Equal(60, claimed.Count);
        Assert.Equal(60, claimed.Distinct().Count());
        await ClearAsync();
    }

    [Fact]
    public async Task Finish_AfterTheLeaseWentToAnother_IsRefused()
    {
        var first = new DueWork(Newsroom.Clock);
        var second = new DueWork(new Later(Newsroom.Clock));
        await using var db = Newsroom.OpenDb();
        db.DueJobs.Add(Job(Newsroom.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1)));
        await db.SaveChangesAsync(Cancel);
        var job = Assert.Single(await first.ClaimAsync(db, 10, Cancel));
        Assert.Empty(await first.ClaimAsync(db, 10, Cancel));
        Assert.Single(await second.ClaimAsync(db, 10, Cancel));
        Assert.False(await first.FinishAsync(db, job.Id, Cancel));
        Assert.True(await second.FinishAsync(db, job.Id, Cancel));
    }

    [Fact]
    public async Task Fail_GivesTheJobBackForLater()
    {
        var node = new DueWork(Newsroom.Clock);
        await using var db = Newsroom.OpenDb();
        db.DueJobs.Add(Job(Newsroom.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1)));
        await db.SaveChangesAsync(Cancel);
        var job = Assert.Single(await node.ClaimAsync(db, 10, Cancel));
        await node.FailAsync(db, job, "no reason", Cancel);
        Assert.Empty(await node.ClaimAsync(db, 10, Cancel));
        Assert.Single(await new DueWork(new Later(Newsroom.Clock)).ClaimAsync(db, 10, Cancel));
        await ClearAsync();
    }

    private static DueJob Job(DateTime due) => new() { Kind = DueJobKind.Publish, StoryId = Interlocked.Increment(ref _story), DueUtc = due };

    private async Task ClearAsync()
    {
        await using var db = Newsroom.OpenDb();
        await db.DueJobs.ExecuteDeleteAsync(Cancel);
    }

    private sealed class Later(TimeProvider clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + DueWork.Lease + TimeSpan.FromMinutes(1);
    }
}

public sealed class DueWorkOnSqlite(SqliteNewsroom newsroom) : DueWorkTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class DueWorkOnPostgres(PostgresNewsroom newsroom) : DueWorkTests(newsroom), IClassFixture<PostgresNewsroom>;
