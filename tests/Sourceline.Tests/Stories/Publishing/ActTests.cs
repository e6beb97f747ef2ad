using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Stories.Html;
using Sourceline.Stories.Publishing;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Stories.Publishing;

/// <summary>What becomes of a story by each act, on the database alone.</summary>
public abstract class ActTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private static readonly StoryText Other = StoryHtml.Clean(
        "Harbour to close for a day",
        null,
        "<p>It closes for a day, the Harbour Gazette said.</p>"
    );

    [Fact]
    public async Task Draft_LeavesTheOldTextBeforeReaders_UntilItIsCorrected()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        var saved = await DoAsync(story, new(ActKind.Draft, "Ada") { Text = Other });
        Assert.Equal((2, StoryState.Published), (saved.Version, saved.State));
        Assert.Equal((1, 2), await VersionsAsync(story));
        await DoAsync(
            story,
            new(ActKind.CorrectMaterial, "Ada") { Note = "It closes for a day, not a week.", Reason = "The harbour master rang." }
        );
        Assert.Equal((2, 2), await VersionsAsync(story));
        await using var db = Newsroom.OpenDb();
        var act = await db.Acts.Where(a => a.StoryId == story.Id).OrderByDescending(a => a.Sequence).FirstAsync(Cancel);
        Assert.Equal(
            (ActKind.CorrectMaterial, 2, "Ada", "It closes for a day, not a week.", "The harbour master rang."),
            (act.Kind, act.Version, act.Actor, act.Note, act.Reason)
        );
        using var reader = Newsroom.Client();
        var page = await reader.GetStringAsync($"/{story.Number}/harbour-to-close-for-a-day", Cancel);
        Assert.Contains("not a week", page, StringComparison.Ordinal);
        Assert.DoesNotContain("harbour master rang", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithholdReleaseKill_ShowTheReasonAndNoText()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        await DoAsync(story, new(ActKind.Withhold, "Ada") { Reason = "A source has withdrawn." });
        Assert.Equal("A source has withdrawn.", (await StoryAsync(story)).Notice);
        await DoAsync(story, new(ActKind.Release, "Ada") { Reason = "It was another source." });
        Assert.Equal((StoryState.Published, null), ((await StoryAsync(story)).State, (await StoryAsync(story)).Notice));
        await DoAsync(story, new(ActKind.Kill, "Ada") { Reason = "Nobody said so." });
        await RefusedAsync(story, new(ActKind.Draft, "Ada") { Text = Other }, "is killed");
        await RefusedAsync(story, new(ActKind.Publish, "Ada"), "is killed");
    }

    [Fact]
    public async Task Schedule_OfWhatWasPublic_KeepsItsNoticeAndSaysNoReason()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        await DoAsync(story, new(ActKind.Unpublish, "Ada") { Reason = "The pier has opened." });
        var at = Newsroom.Clock.GetUtcNow().UtcDateTime.AddHours(2);
        await DoAsync(story, new(ActKind.Schedule, "Ada") { TimeUtc = at, Reason = "For the evening." });
        var waiting = await StoryAsync(story);
        Assert.Equal((StoryState.Scheduled, at, "The pier has opened."), (waiting.State, waiting.DueUtc, waiting.Notice));
        await DoAsync(story, new(ActKind.Embargo, "Ada") { TimeUtc = at.AddHours(1) });
        await using var db = Newsroom.OpenDb();
        Assert.Equal(at.AddHours(1), (await db.DueJobs.SingleAsync(j => j.StoryId == story.Id, Cancel)).DueUtc);
    }

    [Fact]
    public async Task WhatIsMissingOrTooMuch_IsRefusedByName()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        await RefusedAsync(story, new(ActKind.Kill, "Ada") { Reason = "  \n " }, "Enter a reason", nameof(ActOrder.Reason));
        await RefusedAsync(story, new(ActKind.CorrectMinor, "Ada"), "Enter a note", nameof(ActOrder.Note));
        await RefusedAsync(
            story,
            new(ActKind.Clarify, "Ada") { Note = new string('x', 2001) },
            "2,001 characters. The limit is 2,000",
            nameof(ActOrder.Note)
        );
        await RefusedAsync(
            story,
            new(ActKind.Withhold, "Ada") { Reason = "Why", Note = "No" },
            "can have a note to readers",
            nameof(ActOrder.Note)
        );
        await RefusedAsync(story, new(ActKind.Update, "Ada"), "There is no newer version");
        await RefusedAsync(story, new(ActKind.Release, "Ada"), $"Story {story.Number} is published, so it can't be released.");
        var draft = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await RefusedAsync(draft, new(ActKind.Schedule, "Ada"), "Enter a date", nameof(ActOrder.TimeUtc));
        await RefusedAsync(
            draft,
            new(ActKind.Embargo, "Ada") { TimeUtc = Newsroom.Clock.GetUtcNow().UtcDateTime },
            "has passed",
            nameof(ActOrder.TimeUtc)
        );
        Assert.Equal((1, 1), ((await StoryAsync(story)).Revision, (await StoryAsync(draft)).Revision));
    }

    [Fact]
    public async Task SameText_IsNoNewVersion()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        await DoAsync(story, new(ActKind.Update, "Ada") { Text = Other });
        await RefusedAsync(story, new(ActKind.Draft, "Ada") { Text = Other }, "has not changed");
        await RefusedAsync(story, new(ActKind.CorrectMinor, "Ada") { Text = Other, Note = "None." }, "has not changed");
        Assert.Equal((2, 2), await VersionsAsync(story));
    }

    [Fact]
    public async Task ManyEditorsAtOnce_OneActsAndTheOthersAreTold()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        var acts = Enumerable
            .Range(1, 8)
            .Select(n =>
                Task.Run(() =>
                    TryAsync(
                        story,
                        new(ActKind.Draft, $"Editor {n}")
                        {
                            Text = StoryHtml.Clean($"Headline {n}", null, "<p>Words.</p>"),
                            SeenRevision = 1,
                        }
                    )
                )
            );
        var results = await Task.WhenAll(acts);
        Assert.Single(results, refused => refused is null);
        Assert.All(results.OfType<ActRefusedException>(), refused => Assert.True(refused.IsLate, refused.Message));
        Assert.Equal((1, 2), await VersionsAsync(story));
    }

    [Fact]
    public async Task ManyWritersAtOnce_WhoSawNothing_NeverBreakTheStory()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        var results = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(n =>
                    Task.Run(() =>
                        TryAsync(
                            story,
                            new(ActKind.Update, $"Editor {n}") { Text = StoryHtml.Clean($"Headline {n}", null, $"<p>Words {n}.</p>") }
                        )
                    )
                )
        );
        Assert.All(results.OfType<ActRefusedException>(), refused => Assert.True(refused.IsLate, refused.Message));
        var done = results.Count(refused => refused is null);
        Assert.Equal((done + 1, done + 1), await VersionsAsync(story));
        await using var db = Newsroom.OpenDb();
        Assert.Equal(done, await db.Acts.CountAsync(a => a.StoryId == story.Id, Cancel));
        Assert.Equal(done + 1, await db.Versions.CountAsync(v => v.StoryId == story.Id, Cancel));
    }

    private StoryActs Acts => Newsroom.Services.GetRequiredService<StoryActs>();

    private Task<ActDone> DoAsync(Story story, ActOrder order) => Acts.DoAsync(story.Id, order, Cancel);

    private async Task<ActRefusedException?> TryAsync(Story story, ActOrder order)
    {
        try
        {
            await DoAsync(story, order);
            return null;
        }
        catch (ActRefusedException refused)
        {
            return refused;
        }
    }

    private async Task RefusedAsync(Story story, ActOrder order, string words, string? about = null)
    {
        var refused = await TryAsync(story, order);
        Assert.NotNull(refused);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Equal(about, refused.About);
    }

    private async Task<Story> StoryAsync(Story story)
    {
        await using var db = Newsroom.OpenDb();
        return await db.Stories.AsNoTracking().SingleAsync(s => s.Id == story.Id, Cancel);
    }

    private async Task<(int? Live, int Latest)> VersionsAsync(Story story)
    {
        var now = await StoryAsync(story);
        return (now.LiveVersion, now.LatestVersion);
    }
}

public sealed class ActsOnSqlite(SqliteNewsroom newsroom) : ActTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class ActsOnPostgres(PostgresNewsroom newsroom) : ActTests(newsroom), IClassFixture<PostgresNewsroom>;
