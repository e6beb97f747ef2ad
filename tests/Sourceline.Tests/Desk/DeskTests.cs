using System.Net;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Desk;

/// <summary>The desk's rooms, walked through as a browser does without JavaScript.</summary>
public abstract class DeskTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task List_ShowsTheStoryUnderItsStateWithItsCounts()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor One");
        var list = await desk.PageAsync($"/desk?q={story.Number}");
        var row = Assert.Single(list.QuerySelectorAll("table.of-stories tbody tr"));
        Assert.Contains("Harbour to close", row.QuerySelector(".headline")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2", "0", "2"], row.QuerySelectorAll("td[data-label]").Select(cell => cell.TextContent.Trim()));
        Assert.Empty((await desk.PageAsync($"/desk?state=Draft&q=no+such+headline")).QuerySelectorAll("tbody tr"));
        Assert.NotEmpty((await desk.PageAsync($"/desk?state=Draft&q=HARBOUR+to")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task List_IsPagedByKeyWithoutGapOrDouble()
    {
        var numbers = new HashSet<string>();
        for (var n = 0; n < 53; n++)
            numbers.Add($"{(await SampleStory.AddAsync(Newsroom, StoryState.Withheld)).Number}");
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Two");
        var seen = new List<string>();
        for (var path = "/desk?state=Withheld"; path is not null; )
        {
            var page = await desk.PageAsync(path);
            seen.AddRange(page.QuerySelectorAll("tbody td:first-child").Select(cell => cell.TextContent.Trim()));
            path = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Superset(numbers, seen.ToHashSet());
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("No. {0}")]
    [InlineData("№{0}")]
    [InlineData("#{0}")]
    public async Task List_NumberTyped_FindsTheStoryInAnyState(string typed)
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Three");
        foreach (var state in (string[])["", "state=Draft&"])
        {
            var words = Uri.EscapeDataString(typed.Replace("{0}", $"{story.Number}", StringComparison.Ordinal));
            var row = Assert.Single((await desk.PageAsync($"/desk?{state}q={words}")).QuerySelectorAll("tbody tr"));
            Assert.Equal(Room(story), row.QuerySelector(".headline a")!.GetAttribute("href"));
        }
        var persian = string.Concat($"{story.Number}".Select(digit => (char)('۰' + digit - '0')));
        Assert.Single((await desk.PageAsync($"/desk?q={Uri.EscapeDataString(persian)}")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task List_WordsTyped_FindStoriesInAllStates()
    {
        var word = $"quayside{Guid.NewGuid():n}";
        foreach (var state in Enum.GetValues<StoryState>())
        {
            var story = await SampleStory.AddAsync(Newsroom, state);
            await using var db = Newsroom.OpenDb();
            await db
                .Versions.Where(v => v.StoryId == story.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.Headline, $"The {word}"), Cancel);
        }
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Fourteen");
        var page = await desk.PageAsync($"/desk?q={word}");
        Assert.Equal(
            ["Draft", "Killed", "Published", "Scheduled", "Taken down", "Under embargo", "Unpublished", "Withheld"],
            page.QuerySelectorAll("tbody .state").Select(cell => cell.TextContent).Order(StringComparer.Ordinal)
        );
        Assert.Null(page.QuerySelector(".filter [name=state]"));
    }

    [Fact]
    public async Task List_OpensOnAllStories_WithCountsByState()
    {
        var withheld = await SampleStory.AddAsync(Newsroom, StoryState.Withheld);
        var draft = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Fifteen");
        var page = await desk.PageAsync("/desk");
        Assert.StartsWith("All", page.QuerySelector(".tabs [aria-current=page]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [Room(draft), Room(withheld)],
            page.QuerySelectorAll("tbody .headline a").Take(2).Select(link => link.GetAttribute("href"))
        );
        await using var db = Newsroom.OpenDb();
        Assert.Equal(
            $"{await db.Stories.CountAsync(s => s.State == StoryState.Draft, Cancel)}",
            page.QuerySelector(".tabs [href='/desk?state=Draft'] .n")!.TextContent
        );
        Assert.Equal($"{await db.Stories.CountAsync(Cancel)}", page.QuerySelector(".tabs [href='/desk'] .n")!.TextContent);
    }

    [Fact]
    public async Task Story_AnyState_SaysWhatReadersSee()
    {
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Sixteen");
        foreach (var state in Enum.GetValues<StoryState>())
        {
            var story = await SampleStory.AddAsync(Newsroom, state);
            var isGone = state is StoryState.Withheld or StoryState.Unpublished or StoryState.Killed or StoryState.TakenDown;
            await using (var db = Newsroom.OpenDb())
            {
                // As after publishing and taking it back: the version that readers saw last is still noted.
                await db
                    .Stories.Where(s => s.Id == story.Id)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(s => s.LiveVersion, isGone || state == StoryState.Published ? 1 : null)
                                .SetProperty(s => s.Notice, isGone ? "The pier is shut." : null),
                        Cancel
                    );
            }
            var page = await desk.PageAsync(Room(story));
            Assert.Equal(
                isGone ? "Readers see a notice in place of the story. The pier is shut."
                    : state == StoryState.Published ? "Readers see version 1."
                    : "Readers do not see this story yet.",
                page.QuerySelector("#seen")!.TextContent.Trim()
            );
            Assert.DoesNotContain("live", page.QuerySelector(".story-head")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Story_ShowsTextStatementsAndLines()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Four");
        var page = await desk.PageAsync(Room(story));
        Assert.Equal("1Harbour to close for a week", "1" + page.QuerySelector("h1.headline")!.TextContent.Trim());
        Assert.Equal("The harbour will close for a week", page.QuerySelector(".desk-text [data-s='1']")!.TextContent);
        Assert.Equal(2, page.QuerySelectorAll("article.statement").Length);
        var line = page.QuerySelector("#s1 .line")!.TextContent;
        foreach (var hand in new[] { "Harbour Gazette", "a senior official", "Ines Vale" })
            Assert.Contains(hand, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_GoesOnToTheNextThatWaits()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Five");
        var page = await desk.PageAsync(Room(story));
        var button = page.QuerySelector("#s1 [data-key=c]")!.GetAttribute("value")!;
        using var answer = await desk.PostAsync(Room(story), $"{Room(story)}?handler=Confirm", ("revision", "1"), ("id", button));
        Assert.EndsWith("#s2", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var after = await desk.PageAsync(Room(story));
        Assert.Contains("confirmed", after.QuerySelector("#s1")!.ClassName!, StringComparison.Ordinal);
        Assert.Contains("Editor Five", after.QuerySelector(".acts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StalePage_IsToldWhoWasFirst()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var first = await DeskClient.EnterAsync(Newsroom, "Editor Six");
        using var second = await DeskClient.EnterAsync(Newsroom, "Editor Seven");
        await first.SubmitAsync($"{Room(story)}/confirm-all", $"{Room(story)}/confirm-all", ("revision", "1"));
        var id = (await second.PageAsync(Room(story))).QuerySelector("#s1 button[formaction*='handler=Reopen']")!.GetAttribute("value")!;
        var late = await second.SubmitAsync(Room(story), $"{Room(story)}?handler=Reopen", ("revision", "1"), ("id", id));
        Assert.Contains("Editor Six has changed this story", late.QuerySelector(".note.refused")!.TextContent, StringComparison.Ordinal);
        using var publish = await second.PostAsync(Room(story), $"{Room(story)}/publish", ("Form.Revision", "1"), ("Form.Reason", "Now."));
        Assert.Equal(HttpStatusCode.Conflict, publish.StatusCode);
        var again = DeskClient.Parse(await publish.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("Editor Six has changed this story", again.QuerySelector(".note.refused")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ("Now.", "2"),
            (again.QuerySelector("#reason")!.TextContent, again.QuerySelector("[name='Form.Revision']")!.GetAttribute("value"))
        );
    }

    [Fact]
    public async Task PublishAndUnpublish_WithAReason()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Nine");
        using var reader = Newsroom.Client();
        var published = await desk.SubmitAsync(Room(story), $"{Room(story)}/publish", ("Form.Revision", "1"), ("Form.Reason", ""));
        Assert.Contains("Published", published.QuerySelector(".note.done")!.TextContent, StringComparison.Ordinal);
        var slug = (await StoryAsync(story)).Slug;
        Assert.Contains("The pier is not safe", await reader.GetStringAsync($"/{story.Number}/{slug}"), StringComparison.Ordinal);

        var refused = await desk.SubmitAsync(Room(story), $"{Room(story)}/publish", ("Form.Revision", "2"));
        Assert.Contains("so it can't be published", refused.QuerySelector(".note.refused")!.TextContent, StringComparison.Ordinal);

        await desk.SubmitAsync(Room(story), $"{Room(story)}/unpublish", ("Form.Revision", "2"), ("Form.Reason", "The pier has opened."));
        Assert.Equal((StoryState.Unpublished, "The pier has opened."), ((await StoryAsync(story)).State, (await StoryAsync(story)).Notice));
        using var gone = await reader.GetAsync($"/{story.Number}/{slug}", Cancel);
        Assert.DoesNotContain("The pier is not safe", await gone.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_UnderEmbargo_SaysUntilWhenAndHowToLiftIt()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await using (var db = Newsroom.OpenDb())
        {
            var due = Newsroom.Clock.GetUtcNow().UtcDateTime.AddHours(3);
            await db.Stories.Where(s => s.Id == story.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.DueUtc, due), Cancel);
        }
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Twelve");
        // 12:00 UTC, in the site's zone.
        const string When = "23 November 2026, 4:30 pm";

        var waiting = await desk.SubmitAsync(Room(story), $"{Room(story)}/publish", ("Form.Revision", "1"));
        Assert.Equal($"Under embargo: the story will be published on {When}.", waiting.QuerySelector(".note.done")!.TextContent.Trim());
        Assert.Null(waiting.QuerySelector("button.main"));
        using var early = await desk.PostAsync(Room(story), $"{Room(story)}/publish", ("Form.Revision", "2"));
        var why = await desk.PageAsync(early.Headers.Location!.OriginalString);
        Assert.Contains(
            "23 November 2026, 4:30 pm (Asia/Kabul). Lift the embargo",
            why.QuerySelector(".note.refused")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            When,
            (await desk.PageAsync($"/desk?state=Embargoed&q={story.Number}")).QuerySelector("tbody .when")!.TextContent,
            StringComparison.Ordinal
        );

        var published = await desk.SubmitAsync(Room(story), $"{Room(story)}/lift-embargo", ("Form.Revision", "2"));
        Assert.Equal("The embargo is lifted and the story is published.", published.QuerySelector(".note.done")!.TextContent.Trim());
    }

    [Fact]
    public async Task Versions_TheNewestAreLinked()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await using (var db = Newsroom.OpenDb())
        {
            for (var number = 2; number <= 60; number++)
            {
                db.Versions.Add(
                    new StoryVersion
                    {
                        StoryId = story.Id,
                        Number = number,
                        Headline = $"Version {number}",
                        Text = $"Version {number}",
                        ContentHash = $"{number}",
                        BodyHtml = "",
                        CreatedBy = "test",
                    }
                );
            }
            await db.SaveChangesAsync(Cancel);
            await db.Stories.Where(s => s.Id == story.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LatestVersion, 60), Cancel);
        }
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Thirteen");
        var links = (await desk.PageAsync(Room(story))).QuerySelectorAll(".versions a").Select(link => link.TextContent);
        Assert.Equal(Enumerable.Range(11, 50).Select(number => $"{number}"), links);
    }

    [Fact]
    public async Task WhatIsNotThere_Gets404()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Ten");
        foreach (var path in new[] { "/desk/story/999999999", $"{Room(story)}?version=9", "/desk/replies/999999999" })
        {
            using var answer = await desk.Browser.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Sources_AreLookedUpByTheirBeginning()
    {
        await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Eleven");
        Assert.Contains("Harbour Gazette", await desk.Browser.GetStringAsync("/desk/source-names?q=The+harb"), StringComparison.Ordinal);
    }

    private static string Room(Story story) => $"/desk/story/{story.Number}";

    private async Task<Story> StoryAsync(Story story)
    {
        await using var db = Newsroom.OpenDb();
        return await db.Stories.AsNoTracking().SingleAsync(s => s.Id == story.Id, Cancel);
    }
}

public sealed class DeskOnSqlite(SqliteNewsroom newsroom) : DeskTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class DeskOnPostgres(PostgresNewsroom newsroom) : DeskTests(newsroom), IClassFixture<PostgresNewsroom>;
