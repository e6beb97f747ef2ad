using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.Data.Model;
using Sourceline.EventLog;
using Sourceline.Replies;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Replies;

public sealed class ReplyCountsOnSqlite(SqliteNewsroom newsroom) : ReplyCountProjectionTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class ReplyCountsOnPostgres(PostgresNewsroom newsroom) : ReplyCountProjectionTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>What <c>sourceline check</c> finds where the number of a story's replies is not that of the approved ones.</summary>
public abstract class ReplyCountProjectionTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task Check_CountsThatDiffer_AreNamedByStory_AndRebuildRepairsThem()
    {
        var stories = new List<Story>();
        for (var n = 0; n < 4; n++)
            stories.Add(await SampleStory.AddAsync(Newsroom, StoryState.Published));
        await using var db = Newsroom.OpenDb();
        foreach (var state in new[] { ReplyState.Approved, ReplyState.Held, ReplyState.Approved, ReplyState.Spam, ReplyState.Rejected })
        foreach (var story in stories.Take(3))
            db.Replies.Add(
                new Reply
                {
                    StoryId = story.Id,
                    Name = "Ida",
                    Body = "Well said.",
                    State = state,
                    WrittenUtc = DateTime.UnixEpoch,
                }
            );
        await db.SaveChangesAsync(Cancel);
        await CountAsync(db, stories[0], 2);
        await CountAsync(db, stories[1], 3);
        await CountAsync(db, stories[3], 1);

        var (findings, lookedAt) = await CheckAsync();
        Assert.Equal("15 replies", lookedAt);
        Assert.Equal(
            [
                .. new[] { (1, 2, 3), (2, 2, 0), (3, 0, 1) }.Select(w =>
                    $"Story {stories[w.Item1].Number} has {w.Item2} approved replies, but its stored count is {w.Item3}."
                ),
            ],
            findings.Shown
        );

        Assert.Equal(["sourceline rebuild replies"], findings.Repairs);
        var before = await ActLog.LastAsync(db, Cancel);
        Assert.Equal("the counts of 3 stories repaired", await Projection.RebuildAsync((_, _) => { }, Cancel));
        Assert.Equal(0, (await CheckAsync()).Findings.Count);
        Assert.Equal([2, 2, 2, 0], await db.Stories.OrderBy(s => s.Number).Select(s => s.ReplyCount).ToListAsync(Cancel));
        // What readers see has changed, so the log says it: cached pages follow the log.
        var act = Assert.Single(await ActLog.ReadAfterAsync(db, before, 10, Cancel));
        Assert.Equal((ActKind.Rebuild, null, "replies"), (act.Kind, act.StoryId, act.Reason));
        await Projection.RebuildAsync((_, _) => { }, Cancel);
        Assert.Equal(act.Sequence, await ActLog.LastAsync(db, Cancel));
    }

    private Projection Projection => Newsroom.Services.GetServices<Projection>().OfType<ReplyCountProjection>().Single();

    private static Task<int> CountAsync(NewsDb db, Story story, int count) =>
        db.Stories.Where(s => s.Id == story.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.ReplyCount, count), Cancel);

    private async Task<(Findings Findings, string LookedAt)> CheckAsync()
    {
        var findings = new Findings(Projection.RebuildCommand);
        return (findings, await Projection.CheckAsync(findings, Cancel));
    }
}
