using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Demo;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Demo;

public sealed class DemoNewsroomOnSqliteTests(SqliteNewsroom newsroom) : DemoNewsroomTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class DemoNewsroomOnPostgresTests(PostgresNewsroom newsroom) : DemoNewsroomTests(newsroom), IClassFixture<PostgresNewsroom>;

public abstract class DemoNewsroomTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task Load_EmptyNewsroom_IsFilledOnce()
    {
        await LoadAsync();
        Assert.False(await LoadAsync());

        await using var db = Newsroom.OpenDb();
        Assert.Equal(44, await db.Stories.CountAsync(Cancel));
        Assert.Equal(6, await db.Categories.CountAsync(Cancel));
        Assert.Equal(32, await db.Replies.CountAsync(Cancel));
        Assert.Equal(StoryState.Draft, (await StoryAsync(db, 1242)).State);
        Assert.Equal(StoryState.Scheduled, (await StoryAsync(db, 1244)).State);
        Assert.Equal(StoryState.Published, (await StoryAsync(db, 1201)).State);

        var corrected = await StoryAsync(db, 1209);
        Assert.Equal(2, corrected.LiveVersion);
        Assert.True(
            await db.Acts.AnyAsync(
                a => a.StoryId == corrected.Id && a.Kind == ActKind.CorrectMinor && a.Note!.Contains("12 kilometres"),
                Cancel
            )
        );

        var confirmed = await StoryAsync(db, 1216);
        Assert.True(await db.Statements.AnyAsync(s => s.StoryId == confirmed.Id && s.Review == Review.Confirmed, Cancel));
        Assert.False(await db.Statements.AnyAsync(s => s.StoryId == confirmed.Id && s.Review == Review.Proposed, Cancel));

        var now = Newsroom.Clock.GetUtcNow().UtcDateTime;
        var newest = await db.Stories.Where(s => s.State == StoryState.Published).MaxAsync(s => s.PublishedUtc, Cancel);
        Assert.InRange(newest!.Value, now.AddDays(-7.5), now);
        Assert.Empty(await db.Users.ToListAsync(Cancel));
    }

    [Fact]
    public async Task Load_AfterOneThatWasInterrupted_DoesTheRest()
    {
        await LoadAsync();
        // What is left of one that was killed after the stories were in: an act of a later day was not done.
        await using (var db = Newsroom.OpenDb())
        {
            var story = await StoryAsync(db, 1235);
            await db.Acts.Where(a => a.StoryId == story.Id && a.Kind == ActKind.ReviewStatements).ExecuteDeleteAsync(Cancel);
            await db
                .Statements.Where(s => s.StoryId == story.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Review, Review.Proposed), Cancel);
        }

        Assert.True(await LoadAsync());
        Assert.False(await LoadAsync());

        await using var after = Newsroom.OpenDb();
        var confirmed = await StoryAsync(after, 1235);
        Assert.False(await after.Statements.AnyAsync(s => s.StoryId == confirmed.Id && s.Review == Review.Proposed, Cancel));
        Assert.Equal(1, await after.Acts.CountAsync(a => a.StoryId == confirmed.Id && a.Kind == ActKind.ReviewStatements, Cancel));
        Assert.Equal(2, (await StoryAsync(after, 1209)).LatestVersion);
    }

    private async Task<bool> LoadAsync()
    {
        await using var scope = Newsroom.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DemoNewsroom>().LoadAsync(Cancel);
    }

    private static Task<Story> StoryAsync(NewsDb db, long number) => db.Stories.SingleAsync(s => s.Number == number, Cancel);
}
