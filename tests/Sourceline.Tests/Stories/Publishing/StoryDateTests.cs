using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data.Model;
using Sourceline.Stories.Publishing;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Stories.Publishing;

/// <summary>A story appears under the time at which it appeared, and its date can be corrected.</summary>
public abstract class StoryDateTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Theory]
    [InlineData(ActKind.Schedule)]
    [InlineData(ActKind.Embargo)]
    public async Task Clock_DatesAStoryByTheTimeThatItWaitedFor(ActKind kind)
    {
        var (story, due) = (await DatedAsync(days: -4), Now.AddHours(2));
        await DoAsync(story, new ActOrder(kind, "Ada") { TimeUtc = due });
        Newsroom.Clock.Advance(TimeSpan.FromHours(2.1));
        await UntilPublishedAsync(story);
        Assert.Equal(due, (await StoryAsync(story)).PublishedUtc);
        using var reader = Newsroom.Client();
        var feed = await reader.GetStringAsync("/feed.json", Cancel);
        using var json = System.Text.Json.JsonDocument.Parse(feed);
        var first = json.RootElement.GetProperty("items")[0];
        Assert.Contains($"/{story.Number}", first.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(due, first.GetProperty("date_published").GetDateTimeOffset().UtcDateTime);
    }

    [Fact]
    public async Task Clock_AfterTheServerWasAway_DatesAStoryByTheMomentAtWhichItAppears()
    {
        var (story, due) = (await DatedAsync(days: -4), Now.AddHours(2));
        await DoAsync(story, new ActOrder(ActKind.Schedule, "Ada") { TimeUtc = due });
        Newsroom.Clock.Advance(TimeSpan.FromDays(3));
        await UntilPublishedAsync(story);
        Assert.True((await StoryAsync(story)).PublishedUtc >= due.AddDays(2));
    }

    [Fact]
    public async Task Draft_KeepsTheDateThatItCameWith()
    {
        var story = await DatedAsync(days: -400);
        await DoAsync(story, new ActOrder(ActKind.Publish, "Ada"));
        Assert.Equal(story.PublishedUtc, (await StoryAsync(story)).PublishedUtc);
    }

    [Fact]
    public async Task SetDate_MovesTheStoryInTheArchiveAndIsLogged()
    {
        var story = await DatedAsync(days: -10);
        await DoAsync(story, new ActOrder(ActKind.Publish, "Ada"));
        var date = new DateTime(2024, 2, 29, 8, 30, 0, DateTimeKind.Utc);
        await DoAsync(story, new ActOrder(ActKind.SetDate, "Ada") { TimeUtc = date, Reason = "The paper edition was dated so." });
        await using var db = Newsroom.OpenDb();
        var act = await db.Acts.Where(one => one.StoryId == story.Id).OrderByDescending(one => one.Sequence).FirstAsync(Cancel);
        Assert.Equal((ActKind.SetDate, date, story.PublishedUtc, "Ada"), (act.Kind, act.TimeUtc, act.DateBeforeUtc, act.Actor));
        Assert.Equal((date, null), ((await StoryAsync(story)).PublishedUtc, (await StoryAsync(story)).UpdatedUtc));
        using var reader = Newsroom.Client();
        Assert.Contains($"/{story.Number}/", await reader.GetStringAsync("/archive/2024/02/29", Cancel), StringComparison.Ordinal);
        var before = story.PublishedUtc!.Value.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);
        using var day = await reader.GetAsync($"/archive/{before}", Cancel);
        Assert.DoesNotContain($"/{story.Number}/", await day.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.All(await db.Dependencies.Where(one => one.StoryId == story.Id).Select(one => one.PublishedUtc).ToListAsync(Cancel), at =>
            Assert.Equal(date, at)
        );
        var future = await Assert.ThrowsAsync<ActRefusedException>(() =>
            DoAsync(story, new ActOrder(ActKind.SetDate, "Ada") { TimeUtc = Now.AddHours(1) })
        );
        Assert.Equal(nameof(ActOrder.TimeUtc), future.About);
    }

    [Fact]
    public async Task Embargo_CannotBePublishedPast_AndLiftingItSaysSo()
    {
        var (story, due) = (await DatedAsync(days: -4), Now.AddDays(1));
        await DoAsync(story, new ActOrder(ActKind.Embargo, "Ada") { TimeUtc = due });
        var refused = await Assert.ThrowsAsync<ActRefusedException>(() => DoAsync(story, new ActOrder(ActKind.Publish, "Ada")));
        Assert.Equal(ActKind.LiftEmbargo, refused.Instead?.Kind);
        Assert.StartsWith($"Can't publish story {story.Number}: it is under embargo until ", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("(Asia/Kabul).", refused.Message, StringComparison.Ordinal);
        // A draft is bound by the embargo too.
        await DoAsync(story, new ActOrder(ActKind.BackToDraft, "Ada"));
        await DoAsync(story, new ActOrder(ActKind.Publish, "Ada"));
        Assert.Equal((StoryState.Embargoed, due), ((await StoryAsync(story)).State, (await StoryAsync(story)).DueUtc));
        await DoAsync(story, new ActOrder(ActKind.LiftEmbargo, "Ada"));
        Assert.Equal((StoryState.Published, Now), ((await StoryAsync(story)).State, (await StoryAsync(story)).PublishedUtc));
    }

    private DateTime Now => Newsroom.Clock.GetUtcNow().UtcDateTime;

    private async Task<Story> DatedAsync(int days)
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await using var db = Newsroom.OpenDb();
        story.PublishedUtc = Now.AddDays(days);
        await db
            .Stories.Where(s => s.Id == story.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.PublishedUtc, story.PublishedUtc), Cancel);
        return story;
    }

    private Task<ActDone> DoAsync(Story story, ActOrder order) =>
        Newsroom.Services.GetRequiredService<StoryActs>().DoAsync(story.Id, order, Cancel);

    private async Task UntilPublishedAsync(Story story)
    {
        for (var wait = 0; wait < 200 && (await StoryAsync(story)).State != StoryState.Published; wait++)
        {
            Newsroom.Clock.Advance(TimeSpan.FromSeconds(6));
            await Task.Delay(50, Cancel);
        }
    }

    private async Task<Story> StoryAsync(Story story)
    {
        await using var db = Newsroom.OpenDb();
        return await db.Stories.AsNoTracking().SingleAsync(s => s.Id == story.Id, Cancel);
    }
}

public sealed class StoryDatesOnSqlite(SqliteNewsroom newsroom) : StoryDateTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class StoryDatesOnPostgres(PostgresNewsroom newsroom) : StoryDateTests(newsroom), IClassFixture<PostgresNewsroom>;
