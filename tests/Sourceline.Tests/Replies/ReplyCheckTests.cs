using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.Data.Model;
using Sourceline.Replies;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Replies;

public sealed class ReplyCheckOnSqlite(SqliteNewsroom newsroom) : ReplyCheckTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class ReplyCheckOnPostgres(PostgresNewsroom newsroom) : ReplyCheckTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>What <c>sourceline check</c> finds where the number of a story's replies is not that of the approved ones.</summary>
public abstract class ReplyCheckTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task Check_NumbersThatDiffer_AreNamedByStory_AndNoOthers()
    {
        var stories = new List<Story>();
        for (var n = 0; n < 4; n++) stories.Add(await SampleStory.AddAsync(Newsroom, StoryState.Published));
        await using var db = Newsroom.OpenDb();
        foreach (var state in new[] { ReplyState.Approved, ReplyState.Held, ReplyState.Approved, ReplyState.Spam, ReplyState.Rejected })
            foreach (var story in stories.Take(3)) db.Replies.Add(new Reply { StoryId = story.Id, Name = "Ida", Body = "Well said.", State = state, WrittenUtc = DateTime.UnixEpoch });
        await db.SaveChangesAsync(Cancel);
        await CountAsync(db, stories[0], 2);
        await CountAsync(db, stories[1], 3);
        await CountAsync(db, stories[3], 1);

        var (findings, lookedAt) = await CheckAsync();
        Assert.Equal("15 replies", lookedAt);
        Assert.Equal([.. new[] { (1, 2, 3), (2, 2, 0), (3, 0, 1) }.Select(w => $"Story {stories[w.Item1].Number} has {w.Item2} approved replies and says {w.Item3}.")], findings.Shown);

        await CountAsync(db, stories[1], 2);
        await CountAsync(db, stories[2], 2);
        await CountAsync(db, stories[3], 0);
        Assert.Equal(0, (await CheckAsync()).Findings.Count);
    }

    private static Task<int> CountAsync(NewsDb db, Story story, int count) =>
        db.Stories.Where(s => s.Id == story.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.ReplyCount, count), Cancel);

    private async Task<(Findings Findings, string LookedAt)> CheckAsync()
    {
        var findings = new Findings();
        return (findings, await Newsroom.Services.GetServices<ConsistencyCheck>().OfType<ReplyCheck>().Single().RunAsync(findings, Cancel));
    }
}
