using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Formats;
using Sourceline.Ingest;
using Sourceline.Stories.Html;
using Sourceline.Stories.Publishing;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Ingest;

public abstract class IntakeTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private static int _ids;

    private readonly string _origin = $"wire{Interlocked.Increment(ref _ids)}.example";

    [Fact]
    public async Task Receive_SameItemAgain_ChangesNothing()
    {
        var item = Item("a");
        var first = await ReceiveAsync(true, item);
        var acts = await ActsAsync();
        var again = await ReceiveAsync(true, item);
        Assert.Equal(IntakeResult.Stored, first.Result);
        Assert.Equal(IntakeResult.Unchanged, again.Result);
        Assert.Equal(first.Number, again.Number);
        Assert.Equal(acts, await ActsAsync());
    }

    [Fact]
    public async Task Receive_ChangedItem_MakesANewVersionAndKeepsTheOld()
    {
        await ReceiveAsync(true, Item("a"));
        var changed = await ReceiveAsync(true, Item("a") with { BodyHtml = "<p>Other words.</p>" });
        Assert.Equal(IntakeResult.NewVersion, changed.Result);
        await using var db = Newsroom.OpenDb();
        var story = await db.Stories.Include(s => s.Versions).SingleAsync(s => s.Id == changed.StoryId, Cancel);
        Assert.Equal(2, story.LiveVersion);
        Assert.Equal(
            ["<p>The quay was rebuilt.</p>", "<p>Other words.</p>"],
            story.Versions.OrderBy(v => v.Number).Select(v => v.BodyHtml)
        );
    }

    [Fact]
    public async Task Receive_SameItemTwiceInABatch_CountsInOrder()
    {
        var outcomes = await ReceiveAllAsync(
            true,
            Item("a"),
            Item("a") with
            {
                Headline = "Another",
            },
            Item("a") with
            {
                Headline = "Another",
            }
        );
        Assert.Equal([IntakeResult.Stored, IntakeResult.NewVersion, IntakeResult.Unchanged], outcomes.Select(o => o.Result));
    }

    [Fact]
    public async Task Receive_NumberHeldByAnother_TakesOneAboveAllAndKeepsTheAddress()
    {
        var number = 5000 + Interlocked.Increment(ref _ids);
        await ReceiveAsync(true, Item("a") with { Number = number });
        var clash = await ReceiveAsync(true, Item("b") with { Number = number, Url = $"https://{_origin}/2021/07/{_origin}-b/" });
        Assert.True(clash.Number > number);
        Assert.Contains(clash.Notes, note => note.Contains($"No. {number} is held", StringComparison.Ordinal));
        await using var db = Newsroom.OpenDb();
        Assert.Equal(clash.StoryId, (await db.StoryAddresses.SingleAsync(a => a.Path == $"/2021/07/{_origin}-b", Cancel)).StoryId);
        var next = await ReceiveAsync(true, Item("c"));
        Assert.True(next.Number > clash.Number);
    }

    [Fact]
    public async Task Receive_WithoutPublish_WaitsAsADraftWithItsDate()
    {
        var outcome = await ReceiveAsync(false, Item("a"));
        var story = await StoryAsync(outcome.StoryId);
        Assert.Equal(StoryState.Draft, story.State);
        Assert.Null(story.LiveVersion);
        await DoAsync(outcome, ActKind.Publish);
        story = await StoryAsync(outcome.StoryId);
        Assert.Equal(StoryState.Published, story.State);
        Assert.Equal(new DateTime(2021, 7, 19, 9, 12, 0, DateTimeKind.Utc), story.PublishedUtc);
    }

    [Fact]
    public async Task Receive_Embargoed_PublishesItselfWhenDue()
    {
        var until = Newsroom.Clock.GetUtcNow().AddHours(2);
        var outcome = await ReceiveAsync(true, Item("a") with { EmbargoedUntil = until, Published = null });
        Assert.Equal(StoryState.Embargoed, (await StoryAsync(outcome.StoryId)).State);
        Newsroom.Clock.Advance(TimeSpan.FromHours(2.1));
        for (var wait = 0; wait < 100 && (await StoryAsync(outcome.StoryId)).State != StoryState.Published; wait++)
        {
            Newsroom.Clock.Advance(TimeSpan.FromSeconds(6));
            await Task.Delay(50, Cancel);
        }
        var story = await StoryAsync(outcome.StoryId);
        Assert.Equal(StoryState.Published, story.State);
        await using var db = Newsroom.OpenDb();
        Assert.False(await db.DueJobs.AnyAsync(j => j.StoryId == outcome.StoryId, Cancel));
        Assert.Equal(1, await db.Acts.CountAsync(a => a.StoryId == outcome.StoryId && a.Kind == ActKind.Publish, Cancel));
    }

    [Fact]
    public async Task Publish_DraftUnderEmbargo_WaitsForItsEnd()
    {
        var outcome = await ReceiveAsync(false, Item("a") with { EmbargoedUntil = Newsroom.Clock.GetUtcNow().AddDays(30) });
        await DoAsync(outcome, ActKind.Publish);
        Assert.Equal(StoryState.Embargoed, (await StoryAsync(outcome.StoryId)).State);
    }

    [Fact]
    public async Task Receive_Canceled_IsKilledAndCannotBePublished()
    {
        var outcome = await ReceiveAsync(true, Item("a") with { Status = PublishingStatus.Canceled });
        Assert.Equal(StoryState.Killed, (await StoryAsync(outcome.StoryId)).State);
        await Assert.ThrowsAsync<ActRefusedException>(() => DoAsync(outcome, ActKind.Publish));
    }

    [Fact]
    public async Task Receive_OlderVersion_IsNotTaken()
    {
        await ReceiveAsync(true, Item("a") with { Version = 3 });
        var older = await ReceiveAsync(true, Item("a") with { Version = 2, Headline = "Older" });
        Assert.Equal(IntakeResult.Unchanged, older.Result);
        Assert.Equal(1, (await StoryAsync(older.StoryId)).LatestVersion);
    }

    [Fact]
    public async Task Receive_Replies_KeepStateAndThreadAndHideTheEmail()
    {
        var item = Item("a") with
        {
            Replies =
            [
                new ItemReply
                {
                    Id = "1",
                    Name = "Ada",
                    Email = "ada@mail.example",
                    Body = "First &amp; <b>bold</b>",
                    State = ItemReplyState.Approved,
                },
                new ItemReply
                {
                    Id = "2",
                    ParentId = "1",
                    Name = "Bo",
                    Email = "bo@mail.example",
                    Body = "Second",
                    State = ItemReplyState.Held,
                },
            ],
        };
        var outcome = await ReceiveAsync(true, item);
        await ReceiveAsync(true, item);
        await using var db = Newsroom.OpenDb();
        var replies = await db.Replies.Where(r => r.StoryId == outcome.StoryId).OrderBy(r => r.Id).ToListAsync(Cancel);
        Assert.Equal(["First & bold", "Second"], replies.Select(r => r.Body));
        Assert.Equal(replies[0].Id, replies[1].ParentId);
        Assert.Equal(1, (await StoryAsync(outcome.StoryId)).ReplyCount);
        Assert.DoesNotContain(
            "ada@mail.example",
            System.Text.Encoding.Latin1.GetString(replies[0].ProtectedEmail!),
            StringComparison.Ordinal
        );
        Assert.Equal("ada@mail.example", Newsroom.Services.GetRequiredService<EmailCipher>().Reveal(replies[0].ProtectedEmail!));
    }

    [Fact]
    public async Task Receive_Raw_IsKeptByteForByte()
    {
        byte[] raw = [0, 1, 254, 255, 10];
        var incoming = new IncomingItem(Item("a"), NewsFormat.NinjsLines, "a.jsonl", raw, new Position(1, 1));
        var outcome = (await Intake.ReceiveAsync([incoming], new IntakeOptions(true, "test"), Cancel))[0];
        await using var db = Newsroom.OpenDb();
        var kept = await db.WireItems.Include(w => w.Payload).SingleAsync(w => w.StoryId == outcome.StoryId, Cancel);
        Assert.Equal(raw, kept.Payload!.Bytes);
    }

    [Fact]
    public async Task Unpublish_ThenPublish_WorksAndIsLogged()
    {
        var outcome = await ReceiveAsync(true, Item("a"));
        await Acts.DoAsync(outcome.StoryId, new ActOrder(ActKind.Unpublish, "Editor") { Reason = "Wrong desk" }, Cancel);
        Assert.Equal("Wrong desk", (await StoryAsync(outcome.StoryId)).Notice);
        await DoAsync(outcome, ActKind.Publish);
        await using var db = Newsroom.OpenDb();
        var kinds = await db.Acts.Where(a => a.StoryId == outcome.StoryId).OrderBy(a => a.Sequence).Select(a => a.Kind).ToListAsync(Cancel);
        Assert.Equal([ActKind.Publish, ActKind.Unpublish, ActKind.Publish], kinds);
    }

    [Fact]
    public async Task Receive_UnchangedAfterADeskCorrection_KeepsTheCorrection()
    {
        var first = await ReceiveAsync(true, Item("a"));
        var corrected = StoryHtml.Clean("Quay a", null, "<p>The quay was repaired.</p>");
        await Acts.DoAsync(
            first.StoryId,
            new ActOrder(ActKind.CorrectMaterial, "Editor") { Text = corrected, Note = "Repaired, not rebuilt." },
            Cancel
        );
        var again = await ReceiveAsync(true, Item("a"));
        Assert.Equal(IntakeResult.Unchanged, again.Result);
        Assert.Equal(2, (await StoryAsync(first.StoryId)).LiveVersion);
    }

    [Theory]
    [InlineData(true, PublishingStatus.Canceled, StoryState.Killed)]
    [InlineData(false, PublishingStatus.Canceled, StoryState.Killed)]
    [InlineData(true, PublishingStatus.Withheld, StoryState.Withheld)]
    public async Task Receive_StoppedWhileItWaits_DoesNotPublishItself(bool publish, PublishingStatus status, StoryState expected)
    {
        var embargoed = Item("a") with { EmbargoedUntil = Newsroom.Clock.GetUtcNow().AddDays(3) };
        var first = await ReceiveAsync(true, embargoed);
        await ReceiveAsync(publish, embargoed with { Status = status });
        Assert.Equal(expected, (await StoryAsync(first.StoryId)).State);
        Assert.Empty(await JobsAsync(first.StoryId));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Receive_LaterEmbargo_PutsTheStoryOff(bool publish)
    {
        var until = Newsroom.Clock.GetUtcNow().AddDays(3);
        var first = await ReceiveAsync(true, Item("a") with { EmbargoedUntil = until });
        await ReceiveAsync(publish, Item("a") with { EmbargoedUntil = until.AddDays(4) });
        Assert.Equal(StoryState.Embargoed, (await StoryAsync(first.StoryId)).State);
        Assert.Equal(until.AddDays(4).UtcDateTime, Assert.Single(await JobsAsync(first.StoryId)).DueUtc);
    }

    [Fact]
    public async Task Receive_DraftThatGainsAnEmbargo_KeepsItAtTheDesk()
    {
        var first = await ReceiveAsync(false, Item("a"));
        await ReceiveAsync(false, Item("a") with { EmbargoedUntil = Newsroom.Clock.GetUtcNow().AddDays(3) });
        Assert.Equal(StoryState.Embargoed, (await DoAsync(first, ActKind.Publish)).State);
    }

    [Fact]
    public async Task Receive_ChangedDateAndLanguage_AreTaken()
    {
        await ReceiveAsync(true, Item("a"));
        var date = new DateTimeOffset(2021, 7, 20, 6, 0, 0, TimeSpan.Zero);
        var again = await ReceiveAsync(true, Item("a") with { Published = date, Language = "fa" });
        var story = await StoryAsync(again.StoryId);
        Assert.Equal(date.UtcDateTime, story.PublishedUtc);
        Assert.Equal("fa", story.Language);
    }

    [Fact]
    public async Task Receive_PublishedAndUpdatedAtItsOrigin_KeepsBothTimes()
    {
        var updated = new DateTimeOffset(2021, 7, 19, 15, 0, 0, TimeSpan.Zero);
        var outcome = await ReceiveAsync(true, Item("a") with { Updated = updated });
        var story = await StoryAsync(outcome.StoryId);
        Assert.Equal((Item("a").Published!.Value.UtcDateTime, updated.UtcDateTime), (story.PublishedUtc, story.UpdatedUtc));
    }

    [Fact]
    public async Task Receive_NumberBeyondAllReason_IsReplaced()
    {
        var outcome = await ReceiveAsync(true, Item("a") with { Number = long.MaxValue });
        var next = await ReceiveAsync(true, Item("b"));
        Assert.True(outcome.Number < 1_000_000_000_000);
        Assert.True(next.Number > outcome.Number);
        Assert.Contains(outcome.Notes, note => note.Contains("too high", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Update_ToAVersionThatWaited_KeepsWhatWasConfirmedMeanwhile()
    {
        const string said = "<p>“The quay will be rebuilt by spring,” Ilse Tarn said.</p>";
        var first = await ReceiveAsync(true, Item("a") with { BodyHtml = said });
        await ReceiveAsync(false, Item("a") with { BodyHtml = "<p>It rained.</p>" + said });
        await using (var db = Newsroom.OpenDb())
        {
            var live = await db
                .Statements.Include(s => s.Hops)
                .SingleAsync(s => s.StoryId == first.StoryId && s.Version!.Number == 1, Cancel);
            live.Review = Review.Confirmed;
            foreach (var link in live.Hops)
                link.Review = Review.Confirmed;
            await db.SaveChangesAsync(Cancel);
        }
        await DoAsync(first, ActKind.Update);
        await using var after = Newsroom.OpenDb();
        var shown = await after
            .Statements.Include(s => s.Hops)
            .SingleAsync(s => s.StoryId == first.StoryId && s.Version!.Number == 2, Cancel);
        Assert.Equal(2, (await StoryAsync(first.StoryId)).LiveVersion);
        Assert.Equal(Review.Confirmed, shown.Review);
        Assert.All(shown.Hops, link => Assert.Equal(Review.Confirmed, link.Review));
        Assert.True((await after.Dependencies.FirstAsync(l => l.StoryId == first.StoryId, Cancel)).Confirmed);
    }

    [Fact]
    public async Task Receive_TextInAnotherLanguageThanTheSites_IsReadInItsOwn()
    {
        var outcome = await ReceiveAsync(
            true,
            Item("a") with
            {
                BodyHtml = "<p>«Мост закрыт, и до осени его не откроют», — сказал мэр Иван Рощин.</p>",
            }
        );
        await using var db = Newsroom.OpenDb();
        var link = Assert.Single(await db.StatementHops.Where(l => l.Statement!.StoryId == outcome.StoryId).ToListAsync(Cancel));
        Assert.Equal(("Иван Рощин", Sourceline.Attribution.Model.Basis.Stated), (link.Name, link.Basis));
    }

    [Fact]
    public async Task Receive_ToldToThisSiteItself_HasNoHandOfIts()
    {
        var outcome = await ReceiveAsync(
            true,
            Item("a") with
            {
                BodyHtml = "<p>The ferry will sail again, Ilse Tarn told The Test Courier newspaper on Friday.</p>",
            }
        );
        await using var db = Newsroom.OpenDb();
        Assert.DoesNotContain(await db.StatementHops.Where(l => l.Statement!.StoryId == outcome.StoryId).ToListAsync(Cancel), l =>
            l.Name.Contains("Test Courier", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Act_OnARevisionThatHasPassed_IsRefused()
    {
        var outcome = await ReceiveAsync(true, Item("a"));
        var seen = (await StoryAsync(outcome.StoryId)).Revision;
        await Acts.DoAsync(
            outcome.StoryId,
            new ActOrder(ActKind.Unpublish, "Editor") { Reason = "Wrong desk", SeenRevision = seen },
            Cancel
        );
        await Assert.ThrowsAsync<ActRefusedException>(() =>
            Acts.DoAsync(outcome.StoryId, new ActOrder(ActKind.Publish, "Another") { SeenRevision = seen }, Cancel)
        );
    }

    private StoryIntake Intake => Newsroom.Services.GetRequiredService<StoryIntake>();

    private StoryActs Acts => Newsroom.Services.GetRequiredService<StoryActs>();

    private Task<ActDone> DoAsync(IntakeOutcome story, ActKind kind) => Acts.DoAsync(story.StoryId, new ActOrder(kind, "Editor"), Cancel);

    private NewsItem Item(string id) =>
        new()
        {
            Origin = _origin,
            Id = id,
            Headline = $"Quay {id}",
            BodyHtml = "<p>The quay was rebuilt.</p>",
            Categories = ["Harbour"],
            Published = new DateTimeOffset(2021, 7, 19, 9, 12, 0, TimeSpan.Zero),
        };

    private async Task<IntakeOutcome> ReceiveAsync(bool publish, NewsItem item) => (await ReceiveAllAsync(publish, item))[0];

    private Task<IReadOnlyList<IntakeOutcome>> ReceiveAllAsync(bool publish, params NewsItem[] items) =>
        Intake.ReceiveAsync(
            [
                .. items.Select(
                    (item, index) =>
                        new IncomingItem(item, NewsFormat.Ninjs, "test", ReadOnlyMemory<byte>.Empty, new Position(0, index + 1))
                ),
            ],
            new IntakeOptions(publish, "test"),
            Cancel
        );

    private async Task<Story> StoryAsync(long id)
    {
        await using var db = Newsroom.OpenDb();
        return await db.Stories.AsNoTracking().SingleAsync(s => s.Id == id, Cancel);
    }

    private async Task<List<DueJob>> JobsAsync(long storyId)
    {
        await using var db = Newsroom.OpenDb();
        return await db.DueJobs.AsNoTracking().Where(j => j.StoryId == storyId).ToListAsync(Cancel);
    }

    private async Task<int> ActsAsync()
    {
        await using var db = Newsroom.OpenDb();
        return await db.Acts.CountAsync(Cancel);
    }
}

public sealed class IntakeOnSqlite(SqliteNewsroom newsroom) : IntakeTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class IntakeOnPostgres(PostgresNewsroom newsroom) : IntakeTests(newsroom), IClassFixture<PostgresNewsroom>;
