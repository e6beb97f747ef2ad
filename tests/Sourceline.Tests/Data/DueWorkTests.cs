using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Data;

public abstract class DueWorkTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    // Jobs of stories that do not exist, due after the newsroom's own clock has stopped: its worker claims none of them.
    private static int _story = 1_000_000;

    private readonly FakeTimeProvider _afternoon = new(new DateTimeOffset(2030, 1, 1, 13, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Claim_ByTwoNodesAtOnce_GivesEachJobOnce()
    {
        await using (var db = Newsroom.OpenDb())
        {
            for (var i = 0; i < 60; i++)
                db.DueJobs.Add(Job());
            await db.SaveChangesAsync(Cancel);
        }
        var claimed = new ConcurrentBag<long>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 6), async (_, _) =>
        {
            var node = new DueWork(_afternoon);
            await using var db = Newsroom.OpenDb();
            for (var round = 0; round < 10; round++)
            {
                foreach (var job in await node.ClaimAsync(db, 10, Cancel))
                    claimed.Add(job.Id);
            }
        });
        Assert.Equal(60, claimed.Count);
        Assert.Equal(60, claimed.Distinct().Count());
        await ClearAsync();
    }

    [Fact]
    public async Task Finish_AfterTheLeaseWentToAnother_IsRefused()
    {
        var first = new DueWork(_afternoon);
        var second = new DueWork(new Later(_afternoon));
        await using var db = Newsroom.OpenDb();
        db.DueJobs.Add(Job());
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
        var node = new DueWork(_afternoon);
        await using var db = Newsroom.OpenDb();
        db.DueJobs.Add(Job());
        await db.SaveChangesAsync(Cancel);
        var job = Assert.Single(await node.ClaimAsync(db, 10, Cancel));
        await node.FailAsync(db, job, "no reason", Cancel);
        Assert.Empty(await node.ClaimAsync(db, 10, Cancel));
        Assert.Single(await new DueWork(new Later(_afternoon)).ClaimAsync(db, 10, Cancel));
        await ClearAsync();
    }

    private static DueJob Job() =>
        new()
        {
            Kind = DueJobKind.Publish,
            StoryId = Interlocked.Increment(ref _story),
            DueUtc = new DateTime(2030, 1, 1, 12, 0, 0, DateTimeKind.Utc),
        };

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
