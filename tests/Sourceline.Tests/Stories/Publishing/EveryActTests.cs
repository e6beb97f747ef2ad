using Sourceline.Cli;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Stories.Publishing;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Stories.Publishing;

/// <summary>Walks every kind of act through everything that has to know it, so that none is forgotten anywhere.</summary>
public sealed class EveryActTests
{
    private static readonly string[] Languages = ["en", "ru", "fa"];

    public static TheoryData<ActKind> Kinds => [.. Enum.GetValues<ActKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_IsInTheRegistryAndTheTable(ActKind kind)
    {
        var act = ActRegistry.Of(kind);
        Assert.Equal(kind, act.Kind);
        Assert.Equal(1, ActRegistry.All.Count(one => one.Kind == kind));
        Assert.NotEmpty(act.Transitions);
        // A state may be left in one way only by one who acts.
        Assert.All(act.Transitions.GroupBy(line => line.From), from =>
            Assert.All((Actors[])[Actors.Editor, Actors.Clock, Actors.Origin], by =>
                Assert.True(from.Count(line => line.By.HasFlag(by)) <= 1, $"{kind} from {from.Key} by {by}")
            )
        );
        Assert.True(
            act.IsFinal == act.Transitions.All(line => line.To is StoryState.Killed or StoryState.TakenDown),
            $"{kind}: nothing leads back from where it leads."
        );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_HasWordsInEveryLanguage(ActKind kind)
    {
        var act = ActRegistry.Of(kind);
        var keys = act.Words;
        Assert.Equal(
            (act.Verb is not null, act is { Verb: not null, HasOwnForm: false }),
            (keys.Help is not null && keys.Refused is not null, keys.Label is not null)
        );
        // What waits for a time is answered with that time.
        Assert.Equal(keys.Label is not null && act.Time != ActTime.Future, keys.Done is not null);
        foreach (var language in Languages)
        {
            var words = new Localizer(language, isStrict: true);
            using var history = new StringWriter();
            words.Html(keys.History, Tag.Isolated, "Mina").WriteTo(history, System.Text.Encodings.Web.HtmlEncoder.Default);
            Assert.Contains("<bdi>Mina</bdi>", history.ToString(), StringComparison.Ordinal);
            foreach (var key in new[] { keys.Label, keys.Help, keys.Done, keys.NoteHeading }.OfType<string>())
                Assert.NotEmpty(words[key]);
            foreach (var state in Transition.AllStates.Where(state => act.Verb is not null && act.After(state, Actors.Editor) is null))
            {
                var refused = act.Refusal(StoryIn(state), SiteTimes.Oslo);
                Assert.Contains(words.Digits(18343), refused.In(words), StringComparison.Ordinal);
                Assert.Equal(refused.Message, refused.In(Localizer.English));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_WithAName_IsACommandAndAPageOfTheDesk(ActKind kind)
    {
        var act = ActRegistry.Of(kind);
        var command = ActCommand.Create(_ => { });
        if (act.Verb is not { } verb)
        {
            Assert.DoesNotContain(ActRegistry.AllowedIn(StoryState.Published), one => one.Kind == kind);
            return;
        }
        Assert.Matches($"(?m)^  {verb} ", ((DetailedCommand)command).Details);
        Assert.DoesNotContain(command.Parse($"18343 {verb}").Errors, error => error.Message.Contains("VERB", StringComparison.Ordinal));
        Assert.Contains(act, ActRegistry.Find(verb));
        Assert.Equal(!act.HasOwnForm, ActVerb.Find(verb)?.Acts.Contains(act) ?? false);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_MakesStaleWhatItChanges(ActKind kind)
    {
        var act = ActRegistry.Of(kind);
        Assert.False(act.Stale.HasFlag(InvalidationScope.Everything), $"What {kind} makes stale is not decided.");
        const InvalidationScope Whole = InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations;
        var appears = act.Transitions.Any(line =>
            line.From != line.To && (line.From == StoryState.Published || line.To == StoryState.Published)
        );
        if (appears || act.Time != ActTime.None)
            Assert.Equal(Whole, act.Stale & Whole);
        if (act.ShowsLatest)
            Assert.True(
                act.Stale.HasFlag(InvalidationScope.Sources | InvalidationScope.Translations),
                $"{kind} shows another text, with other sources and a new URL."
            );
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Kind_WithANote_HasAHeadingForReaders(ActKind kind)
    {
        var act = ActRegistry.Of(kind);
        Assert.Equal(act.IsRevision, act.Words.NoteHeading is not null);
        Assert.True(!act.NeedsNote || act.IsRevision, $"{kind} needs a note that nobody sees.");
    }

    [Fact]
    public void Help_FitsTheScreen() =>
        Assert.All(((DetailedCommand)ActCommand.Create(_ => { })).Details.Split('\n'), line => Assert.True(line.Length <= 100, line));

    private static Story StoryIn(StoryState state) =>
        new()
        {
            Number = 18343,
            Origin = "desk",
            OriginId = "1",
            Language = "en",
            Slug = "s",
            State = state,
            DueUtc = new DateTime(2026, 5, 4, 7, 0, 0, DateTimeKind.Utc),
        };
}

/// <summary>The same on the pages: the history at the desk, and what readers see under the story.</summary>
public abstract class EveryActOnPagesTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task EveryKind_IsToldInTheHistory_AndItsNoteToReaders()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        await using (var db = Newsroom.OpenDb())
        {
            foreach (var (at, kind) in Enum.GetValues<ActKind>().Index())
            {
                var time = Newsroom.Clock.GetUtcNow().UtcDateTime.AddMinutes(at);
                db.Acts.Add(
                    new Act
                    {
                        Sequence = 1000 + at,
                        Kind = kind,
                        StoryId = story.Id,
                        Actor = "Mina",
                        Note = $"Note of {kind}.",
                        AtUtc = time,
                    }
                );
            }
            await db.SaveChangesAsync(Cancel);
        }
        using var desk = await DeskClient.EnterAsync(Newsroom, "Historian");
        var history = (await desk.PageAsync($"/desk/story/{story.Number}")).QuerySelector(".acts")!.TextContent;
        using var reader = Newsroom.Client();
        var changes = DeskClient.Parse(await reader.GetStringAsync($"/{story.Number}", Cancel)).QuerySelector(".corrections")!.TextContent;
        foreach (var act in ActRegistry.All)
        {
            using var words = new StringWriter();
            Localizer.English.Html(act.Words.History, Tag.Isolated, "Mina").WriteTo(words, System.Text.Encodings.Web.HtmlEncoder.Default);
            Assert.Contains(
                words.ToString().Replace("<bdi>", "", StringComparison.Ordinal).Replace("</bdi>", "", StringComparison.Ordinal),
                history,
                StringComparison.Ordinal
            );
            Assert.Equal((act.Kind, act.IsRevision), (act.Kind, changes.Contains($"Note of {act.Kind}.", StringComparison.Ordinal)));
        }
    }
}

public sealed class EveryActOnPagesOnSqlite(SqliteNewsroom newsroom) : EveryActOnPagesTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class EveryActOnPagesOnPostgres(PostgresNewsroom newsroom) : EveryActOnPagesTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>The site's time in a place.</summary>
internal static class SiteTimes
{
    public static SiteTime Oslo { get; } =
        new(
            Microsoft.Extensions.Options.Options.Create(
                new global::Sourceline.Settings.SourcelineOptions { Site = { TimeZone = "Europe/Oslo" } }
            )
        );
}
