using System.Net;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Desk.Acting;

/// <summary>The pages on which editors act and write, through real HTTP.</summary>
public abstract class ActPageTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Theory]
    [InlineData(StoryState.Draft, "publish schedule embargo set-date")]
    [InlineData(StoryState.Published, "correct clarify set-date withhold unpublish take-down kill")]
    public async Task Room_OffersWhatTheStateAllows(StoryState state, string verbs)
    {
        var story = await SampleStory.AddAsync(Newsroom, state);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Actor One");
        var room = await desk.PageAsync(Room(story));
        var offered = room.QuerySelectorAll(".do form[action]")
            .Select(form => form.GetAttribute("action")!)
            .Concat(room.QuerySelectorAll(".verbs a").Select(link => link.GetAttribute("href")!))
            .Select(address => address.Split('/')[^1]);
        Assert.Equal(verbs, string.Join(' ', offered));
    }

    [Fact]
    public async Task Correct_WithoutANote_KeepsWhatWasTyped()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Actor Two");
        using var answer = await desk.PostAsync(
            Room(story),
            $"{Room(story)}/correct",
            ("Form.Revision", "1"),
            ("Form.Material", "true"),
            ("Form.Reason", "She rang <b>twice</b>."),
            ("Form.Note", " ")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = DeskClient.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("She rang <b>twice</b>.", page.QuerySelector("#reason")!.TextContent);
        Assert.True(page.QuerySelector("[name='Form.Material'][value=true]")!.HasAttribute("checked"));
        Assert.Equal(
            ("true", "note-hint refused"),
            (page.QuerySelector("#note")!.GetAttribute("aria-invalid"), page.QuerySelector("#note")!.GetAttribute("aria-describedby"))
        );
        Assert.Contains("Enter a note", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kill_NotUnderstood_IsNotDone()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Actor Three");
        using var refused = await desk.PostAsync(
            Room(story),
            $"{Room(story)}/kill",
            ("Form.Revision", "1"),
            ("Form.Reason", "Nobody said so.")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(StoryState.Published, (await StoryAsync(story)).State);
        var killed = await desk.SubmitAsync(
            Room(story),
            $"{Room(story)}/kill",
            ("Form.Revision", "1"),
            ("Form.Reason", "Nobody said so."),
            ("Form.Understood", "true")
        );
        Assert.Contains("Killed", killed.QuerySelector(".note.done")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(killed.QuerySelectorAll(".verbs a, .do form"));
        using var reader = Newsroom.Client();
        using var gone = await reader.GetAsync($"/{story.Number}", Cancel);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.Contains("Nobody said so.", await gone.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TextAndCorrection_TheOldStaysUntilTheNoteIsSent()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Actor Four");
        using var reader = Newsroom.Client();
        var form = await desk.PageAsync($"{Room(story)}/text");
        Assert.StartsWith("The harbour will close for a week", form.QuerySelector("#body")!.TextContent, StringComparison.Ordinal);
        var saved = await desk.SubmitAsync(
            $"{Room(story)}/text",
            $"{Room(story)}/text",
            ("Form.Revision", "1"),
            ("Form.IsHtml", "false"),
            ("Form.Headline", "Harbour to close for a day"),
            ("Form.Body", "It closes for a day & <no> longer.\n\nThe pier is safe.")
        );
        Assert.Contains(
            "Saved as version 2. Readers still see version 1.",
            saved.QuerySelector(".note.done")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("The pier is not safe", await reader.GetStringAsync($"/{story.Number}", Cancel), StringComparison.Ordinal);
        var changes = await desk.PageAsync($"{Room(story)}/correct");
        Assert.Contains("Harbour to close for a week", changes.QuerySelector(".changes del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Harbour to close for a day", changes.QuerySelector(".changes ins")!.TextContent, StringComparison.Ordinal);
        await desk.SubmitAsync(
            $"{Room(story)}/correct",
            $"{Room(story)}/correct",
            ("Form.Revision", "2"),
            ("Form.Material", "true"),
            ("Form.Note", "A day, not a week.")
        );
        var page = DeskClient.Parse(await reader.GetStringAsync($"/{story.Number}", Cancel));
        Assert.Contains("It closes for a day & <no> longer.", page.QuerySelector(".text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A day, not a week.", page.QuerySelector(".corrections")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_ChangedMeanwhile_ShowsBothAndLosesNothing()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var first = await DeskClient.EnterAsync(Newsroom, "Actor Five");
        using var second = await DeskClient.EnterAsync(Newsroom, "Actor Six");
        await first.SubmitAsync(
            $"{Room(story)}/text",
            $"{Room(story)}/text",
            ("Form.Revision", "1"),
            ("Form.Headline", "Hers"),
            ("Form.Body", "Her words.")
        );
        using var late = await second.PostAsync(
            $"{Room(story)}/text",
            $"{Room(story)}/text",
            ("Form.Revision", "1"),
            ("Form.Headline", "His"),
            ("Form.Body", "His words.")
        );
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = DeskClient.Parse(await late.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("Actor Five has changed this story", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Her words.", page.QuerySelector(".meanwhile")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ("His", "His words.", "2"),
            (
                page.QuerySelector("#headline")!.GetAttribute("value"),
                page.QuerySelector("#body")!.TextContent.Trim(),
                page.QuerySelector("[name='Form.Revision']")!.GetAttribute("value")
            )
        );
        using var none = await second.PostAsync(
            $"{Room(story)}/text",
            $"{Room(story)}/text",
            ("Form.Revision", "2"),
            ("Form.Headline", " "),
            ("Form.Body", "His words.")
        );
        Assert.Contains(
            "Enter a headline.",
            DeskClient.Parse(await none.Content.ReadAsStringAsync(Cancel)).QuerySelector("#headline-fault")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Schedule_IsReadInTheSitesTime()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Actor Seven");
        using var never = await desk.PostAsync(Room(story), $"{Room(story)}/schedule", ("Form.Revision", "1"), ("Form.At", "next week"));
        Assert.Equal(
            "next week",
            DeskClient.Parse(await never.Content.ReadAsStringAsync(Cancel)).QuerySelector("#at")!.GetAttribute("value")
        );
        await desk.SubmitAsync(Room(story), $"{Room(story)}/schedule", ("Form.Revision", "1"), ("Form.At", "2026-11-24T06:00"));
        Assert.Equal(new DateTime(2026, 11, 24, 1, 30, 0, DateTimeKind.Utc), (await StoryAsync(story)).DueUtc);
    }

    [Fact]
    public async Task WhatIsNotAllowedOrNotThere_LeadsBackOrNowhere()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Actor Eight");
        using var notAllowed = await desk.Browser.GetAsync($"{Room(story)}/release", Cancel);
        Assert.Equal(Room(story), notAllowed.Headers.Location!.OriginalString);
        foreach (var path in (string[])[$"{Room(story)}/explode", "/desk/story/999999999/kill", "/desk/story/999999999/text"])
        {
            using var nowhere = await desk.Browser.GetAsync(path, Cancel);
            Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
        }
    }

    private static string Room(Story story) => $"/desk/story/{story.Number}";

    private async Task<Story> StoryAsync(Story story)
    {
        await using var db = Newsroom.OpenDb();
        return await db.Stories.AsNoTracking().SingleAsync(s => s.Id == story.Id, Cancel);
    }
}

public sealed class ActPagesOnSqlite(SqliteNewsroom newsroom) : ActPageTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class ActPagesOnPostgres(PostgresNewsroom newsroom) : ActPageTests(newsroom), IClassFixture<PostgresNewsroom>;
