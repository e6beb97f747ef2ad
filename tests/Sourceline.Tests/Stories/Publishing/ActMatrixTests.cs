using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data.Model;
using Sourceline.Formats;
using Sourceline.Ingest;
using Sourceline.Stories.Html;
using Sourceline.Stories.Publishing;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Stories.Publishing;

/// <summary>
/// Every state with every act: where it leads and what it does to the story's row. A row is told as "state, version that readers see, date,
/// time that it waits for, notice, update", with words for the values; - is none.
/// </summary>
public abstract class ActMatrixTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private static readonly DateTime Old = new(2026, 11, 2, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Set = new(2026, 11, 10, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime AtOrigin = new(2021, 7, 19, 9, 12, 0, DateTimeKind.Utc);

    private static readonly Dictionary<StoryState, string> ByEditors = new()
    {
        [StoryState.Draft] = """
            Publish: Published 2 old - - -
            Schedule: Scheduled - old time - -
            Embargo: Embargoed - old time - -
            SetDate: Draft - set - - -
            Draft: Draft - old - - -
            """,
        [StoryState.Scheduled] = """
            Publish: Published 2 now - - -
            Schedule: Scheduled - old time - -
            Embargo: Embargoed - old time - -
            BackToDraft: Draft - old - - -
            Draft: Scheduled - old tomorrow - -
            TakeDown: TakenDown - old - why -
            Kill: Killed - old - why -
            """,
        [StoryState.Embargoed] = """
            LiftEmbargo: Published 2 now - - -
            Embargo: Embargoed - old time - -
            BackToDraft: Draft - old tomorrow - -
            Draft: Embargoed - old tomorrow - -
            TakeDown: TakenDown - old - why -
            Kill: Killed - old - why -
            """,
        [StoryState.Published] = """
            Update: Published 2 old - - now
            CorrectMinor: Published 2 old - - now
            CorrectMaterial: Published 2 old - - now
            Clarify: Published 2 old - - now
            SetDate: Published 1 set - - -
            Draft: Published 1 old - - -
            Withhold: Withheld 1 old - why -
            Unpublish: Unpublished 1 old - why -
            TakeDown: TakenDown 1 old - why -
            Kill: Killed 1 old - why -
            """,
        [StoryState.Withheld] = """
            SetDate: Withheld 1 set - before -
            Release: Published 1 old - - -
            Draft: Withheld 1 old - before -
            TakeDown: TakenDown 1 old - why -
            Kill: Killed 1 old - why -
            """,
        [StoryState.Unpublished] = """
            Publish: Published 2 old - - now
            Schedule: Scheduled 1 old time before -
            Embargo: Embargoed 1 old time before -
            SetDate: Unpublished 1 set - before -
            Draft: Unpublished 1 old - before -
            TakeDown: TakenDown 1 old - why -
            Kill: Killed 1 old - why -
            """,
        [StoryState.Killed] = "",
        [StoryState.TakenDown] = "",
    };

    /// <summary>What an item asks for, and the act that follows.</summary>
    private static readonly Dictionary<StoryState, string> ByOrigins = new()
    {
        [StoryState.Draft] = """
            published: Publish Published 3 origin - - -
            canceled: Kill Killed - origin - canceled -
            withheld: Withhold Withheld - origin - withheld -
            embargoed: Embargo Embargoed - origin time - -
            scheduled: Schedule Scheduled - time time - -
            draft: Receive Draft - origin - - -
            """,
        [StoryState.Scheduled] = """
            published: Publish Published 3 origin - - -
            canceled: Kill Killed - origin - canceled -
            withheld: Withhold Withheld - origin - withheld -
            embargoed: Embargo Embargoed - origin time - -
            scheduled: Schedule Scheduled - time time - -
            draft: BackToDraft Draft - origin - - -
            """,
        [StoryState.Embargoed] = """
            published: Publish Published 3 origin - - -
            canceled: Kill Killed - origin - canceled -
            withheld: Withhold Withheld - origin - withheld -
            embargoed: Embargo Embargoed - origin time - -
            scheduled: Schedule Scheduled - time time - -
            draft: BackToDraft Draft - origin - - -
            """,
        [StoryState.Published] = """
            published: Update Published 3 origin - - now
            canceled: Kill Killed 1 origin - canceled -
            withheld: Withhold Withheld 1 origin - withheld -
            embargoed: Receive Published 1 origin - - -
            scheduled: Receive Published 1 old - - -
            draft: Receive Published 1 origin - - -
            """,
        [StoryState.Withheld] = OnlyReceived("Withheld"),
        [StoryState.Unpublished] = OnlyReceived("Unpublished"),
        [StoryState.Killed] = OnlyReceived("Killed"),
        [StoryState.TakenDown] = OnlyReceived("TakenDown"),
    };

    private static int _ids;

    public static TheoryData<StoryState> States => [.. Transition.AllStates];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Editor_EveryAct_DoesToTheRowWhatTheTableSays(StoryState state)
    {
        var lines = new List<string>();
        foreach (
            var act in ActRegistry.All.Where(act =>
                act.Verb is not null && act.Kind is not (ActKind.LinkTranslation or ActKind.UnlinkTranslation)
            )
        )
        {
            var story = await AddAsync(state);
            var order = new ActOrder(act.Kind, "Ada")
            {
                Reason = act.NeedsReason ? "why" : null,
                Note = act.NeedsNote ? "What was wrong." : null,
                TimeUtc = act.Time switch
                {
                    ActTime.Future => Later,
                    ActTime.Past => Set,
                    _ => null,
                },
                Text = act.Kind == ActKind.Draft ? StoryHtml.Clean("Quay open again", null, "<p>It is open again.</p>") : null,
            };
            try
            {
                var done = await Newsroom.Services.GetRequiredService<StoryActs>().DoAsync(story.Id, order, Cancel);
                Assert.Equal((story.Number, act.Kind, state), (done.Number, done.Kind, done.Before));
                lines.Add($"{act.Kind}: {await TellAsync(story)}");
            }
            catch (ActRefusedException refused)
            {
                Assert.Contains(
                    global::Sourceline.Localization.Localizer.English.Digits(story.Number),
                    refused.Message,
                    StringComparison.Ordinal
                );
                Assert.Equal(story.Revision, (await StoryAsync(story)).Revision);
            }
        }
        Assert.Equal(ByEditors[state].ReplaceLineEndings("\n"), string.Join('\n', lines));
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Origin_EveryChange_DoesToTheRowWhatTheTableSays(StoryState state)
    {
        var lines = new List<string>();
        foreach (var asks in (string[])["published", "canceled", "withheld", "embargoed", "scheduled", "draft"])
        {
            var story = await AddAsync(state);
            var item = new NewsItem
            {
                Origin = story.Origin,
                Id = story.OriginId,
                Headline = "Quay open again",
                BodyHtml = "<p>It is open again.</p>",
                Published = AtOrigin,
            };
            item = asks switch
            {
                "canceled" => item with { Status = PublishingStatus.Canceled },
                "withheld" => item with { Status = PublishingStatus.Withheld },
                "embargoed" => item with { EmbargoedUntil = Later },
                "scheduled" => item with { Published = Later, Stage = NewsItemStage.Scheduled },
                "draft" => item with { Stage = NewsItemStage.Draft },
                _ => item,
            };
            await ReceiveAsync(item);
            await using var db = Newsroom.OpenDb();
            var act = await db.Acts.SingleAsync(one => one.StoryId == story.Id, Cancel);
            lines.Add($"{asks}: {act.Kind} {await TellAsync(story)}");
        }
        Assert.Equal(ByOrigins[state].ReplaceLineEndings("\n"), string.Join('\n', lines));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Publishing_ByAnybody_ClearsTheNotice(bool isImport)
    {
        var story = await AddAsync(StoryState.Unpublished);
        var acts = Newsroom.Services.GetRequiredService<StoryActs>();
        await acts.DoAsync(story.Id, new ActOrder(ActKind.Schedule, "Ada") { TimeUtc = Later }, Cancel);
        Assert.Equal("before", (await StoryAsync(story)).Notice);
        if (isImport)
            await ReceiveAsync(
                new NewsItem
                {
                    Origin = story.Origin,
                    Id = story.OriginId,
                    Headline = "Quay open again",
                    BodyHtml = "<p>Open.</p>",
                    Published = AtOrigin,
                }
            );
        else
            await acts.DoAsync(story.Id, new ActOrder(ActKind.Publish, "Ada"), Cancel);
        Assert.Equal((StoryState.Published, null), ((await StoryAsync(story)).State, (await StoryAsync(story)).Notice));
    }

    private static string OnlyReceived(string state) =>
        string.Join(
            '\n',
            ((string[])["published", "canceled", "withheld", "embargoed", "scheduled", "draft"]).Select(asks =>
                $"{asks}: Receive {state} 1 {(asks == "scheduled" ? "old" : "origin")} - before -"
            )
        );

    private DateTime Now => Newsroom.Clock.GetUtcNow().UtcDateTime;

    private DateTime Tomorrow => Now.AddDays(1);

    private DateTime Later => Now.AddDays(2);

    private Task<IReadOnlyList<IntakeOutcome>> ReceiveAsync(NewsItem item) =>
        Newsroom
            .Services.GetRequiredService<StoryIntake>()
            .ReceiveAsync(
                [new IncomingItem(item, NewsFormat.Ninjs, "test", ReadOnlyMemory<byte>.Empty, new Position(0, 1))],
                new IntakeOptions(true, "import"),
                Cancel
            );

    /// <summary>A story with two versions, of which readers see the first where it was ever public.</summary>
    private async Task<Story> AddAsync(StoryState state)
    {
        var id = Interlocked.Increment(ref _ids);
        var (waits, isNew) = (
            state is StoryState.Scheduled or StoryState.Embargoed,
            state is StoryState.Draft or StoryState.Scheduled or StoryState.Embargoed
        );
        await using var db = Newsroom.OpenDb();
        var category = await db.Categories.FirstOrDefaultAsync(Cancel) ?? new Category { Name = "Harbour", Slug = "harbour" };
        var story = new Story
        {
            Number = 600_000 + id,
            Origin = "matrix.example",
            OriginId = $"{id}",
            State = state,
            Language = "en",
            Slug = "quay",
            Category = category,
            LatestVersion = 2,
            LiveVersion = isNew ? null : 1,
            PublishedUtc = Old,
            DueUtc = waits ? Tomorrow : null,
            ReceivedUtc = Old,
            Revision = 1,
            Notice = isNew || state == StoryState.Published ? null : "before",
        };
        foreach (var number in (int[])[1, 2])
        {
            story.Versions.Add(
                new StoryVersion
                {
                    Number = number,
                    Headline = $"Quay {number}",
                    Text = $"Quay {number}\n\nWords.",
                    BodyHtml = "<p>Words.</p>",
                    ContentHash = $"{id}-{number}",
                    CreatedUtc = Old,
                    CreatedBy = "test",
                }
            );
        }
        db.Stories.Add(story);
        await db.SaveChangesAsync(Cancel);
        if (waits)
            db.DueJobs.Add(
                new DueJob
                {
                    Kind = DueJobKind.Publish,
                    StoryId = story.Id,
                    DueUtc = Tomorrow,
                }
            );
        await db.SaveChangesAsync(Cancel);
        return story;
    }

    private async Task<Story> StoryAsync(Story story)
    {
        await using var db = Newsroom.OpenDb();
        return await db.Stories.AsNoTracking().SingleAsync(s => s.Id == story.Id, Cancel);
    }

    private async Task<string> TellAsync(Story before)
    {
        var story = await StoryAsync(before);
        await using var db = Newsroom.OpenDb();
        var job = await db.DueJobs.AsNoTracking().SingleOrDefaultAsync(one => one.StoryId == story.Id, Cancel);
        Assert.Equal(story.State is StoryState.Scheduled or StoryState.Embargoed ? story.DueUtc : null, job?.DueUtc);
        var notice = story.Notice switch
        {
            null => "-",
            "Canceled at its origin." => "canceled",
            "Withheld at its origin." => "withheld",
            var words => words,
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{story.State} {(story.LiveVersion is { } live ? live : "-")} {Name(story.PublishedUtc)} {Name(story.DueUtc)} {notice} {Name(story.UpdatedUtc)}"
        );
    }

    private string Name(DateTime? time) =>
        time is null ? "-"
        : time == Old ? "old"
        : time == Set ? "set"
        : time == AtOrigin ? "origin"
        : time == Tomorrow ? "tomorrow"
        : time == Later ? "time"
        : time == Now ? "now"
        : $"{time:s}";
}

public sealed class ActMatrixOnSqlite(SqliteNewsroom newsroom) : ActMatrixTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class ActMatrixOnPostgres(PostgresNewsroom newsroom) : ActMatrixTests(newsroom), IClassFixture<PostgresNewsroom>;
