using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.EventLog;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.EventLog;

public abstract class ActLogTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private ActLog Log => Newsroom.Services.GetRequiredService<ActLog>();

    [Fact]
    public async Task Append_WithoutTransaction_IsRefused()
    {
        await using var db = Newsroom.OpenDb();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Log.AppendAsync(db, Act("x"), Cancel));
    }

    [Fact]
    public async Task Append_RolledBack_LeavesNoActBehind()
    {
        var before = await CountAsync();
        await using (var db = Newsroom.OpenDb())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
            await Log.AppendAsync(db, Act("never"), Cancel);
            await db.SaveChangesAsync(Cancel);
            await transaction.RollbackAsync(Cancel);
        }
        Assert.Equal(before, await CountAsync());
    }

    /// <summary>
    /// Eight writers whose transactions overlap and dawdle between taking a number and committing, and a follower that reads "number
    /// greater than the last". Were numbers given out of the order of commit, it would skip one.
    /// </summary>
    [Fact]
    public async Task ReadAfter_WhileTransactionsInterleave_SkipsNone()
    {
        const int writers = 8;
        const int actsEach = 25;
        var start = await LastAsync();
        using var done = new CancellationTokenSource();
        var follower = FollowAsync(start, done.Token);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, writers),
            new ParallelOptions { MaxDegreeOfParallelism = writers },
            async (writer, _) =>
            {
                var random = new Random(writer);
                for (var i = 0; i < actsEach; i++)
                    await AppendSlowlyAsync(random, roll: i % 7 == 6);
            }
        );
        await done.CancelAsync();
        var seen = await follower;
        await using var db = Newsroom.OpenDb();
        var all = await db
            .Acts.Where(act => act.Sequence > start)
            .OrderBy(act => act.Sequence)
            .Select(act => act.Sequence)
            .ToListAsync(Cancel);
        Assert.Equal(writers * (actsEach - (actsEach / 7)), all.Count);
        Assert.Equal(all, seen);
    }

    private async Task AppendSlowlyAsync(Random random, bool roll)
    {
        await using var db = Newsroom.OpenDb();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancel);
        await Log.AppendAsync(db, Act("interleaved"), Cancel);
        await db.SaveChangesAsync(Cancel);
        await Task.Delay(random.Next(6), Cancel);
        if (roll)
            await transaction.RollbackAsync(Cancel);
        else
            await transaction.CommitAsync(Cancel);
    }

    private async Task<List<long>> FollowAsync(long last, CancellationToken stop)
    {
        var seen = new List<long>();
        while (true)
        {
            var stopping = stop.IsCancellationRequested;
            await using (var db = Newsroom.OpenDb())
            {
                foreach (var act in await ActLog.ReadAfterAsync(db, last, 1000, Cancel))
                {
                    seen.Add(act.Sequence);
                    last = act.Sequence;
                }
            }
            if (stopping)
                return seen;
            await Task.Yield();
        }
    }

    private async Task<long> LastAsync()
    {
        await using var db = Newsroom.OpenDb();
        return await db.Acts.MaxAsync(act => (long?)act.Sequence, Cancel) ?? 0;
    }

    private async Task<int> CountAsync()
    {
        await using var db = Newsroom.OpenDb();
        return await db.Acts.CountAsync(Cancel);
    }

    private static Act Act(string reason) =>
        new()
        {
            Kind = ActKind.Publish,
            Actor = "test",
            Reason = reason,
        };
}

public sealed class ActLogOnSqlite(SqliteNewsroom newsroom) : ActLogTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class ActLogOnPostgres(PostgresNewsroom newsroom) : ActLogTests(newsroom), IClassFixture<PostgresNewsroom>;
