using System.Net;
using Microsoft.EntityFrameworkCore;
using Sourceline.Attribution.Model;
using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Desk;

/// <summary>The review of statements on the page of a story, through real HTTP.</summary>
public abstract class ReviewRoomTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task EditHop_ThroughItsForm()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Eight");
        var hop = (await desk.PageAsync(Room(story)))
            .QuerySelector("#s1 form[action*='handler=EditHop'] [name=id]")!
            .GetAttribute("value")!;
        var edited = await desk.SubmitAsync(
            Room(story),
            $"{Room(story)}?handler=EditHop",
            ("revision", "1"),
            ("id", hop),
            ("Name", "The Harbour Gazette"),
            ("Kind", "Outlet"),
            ("Basis", "Stated"),
            ("Role", "newspaper"),
            ("Words", "Harbour Gazette")
        );
        Assert.Contains("The Harbour Gazette", edited.QuerySelector("#s1 .line")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Statement 1: Harbour Gazette changed to The Harbour Gazette",
            edited.QuerySelector(".acts")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AddHop_Refused_KeepsTheFormOpenAndFilled()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Sixteen");
        var form = (await desk.PageAsync(Room(story))).QuerySelector("#s1 form[action*='handler=AddHop']")!;
        Assert.EndsWith("#s1", form.GetAttribute("action")!, StringComparison.Ordinal);
        var statement = form.QuerySelector("[name=id]")!.GetAttribute("value")!;
        using var refused = await desk.PostAsync(
            Room(story),
            $"{Room(story)}?handler=AddHop",
            ("revision", "1"),
            ("id", statement),
            ("chain", "0"),
            ("position", "1"),
            ("Name", "Reuters"),
            ("Kind", "Outlet"),
            ("Role", "agency"),
            ("Basis", "Carried"),
            ("Words", "the agency")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = DeskClient.Parse(await refused.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("is not in the text", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var again = page.QuerySelector("form#refused")!;
        for (var parent = again.ParentElement; parent?.LocalName != "article"; parent = parent!.ParentElement)
            if (parent!.LocalName == "details")
                Assert.True(parent.HasAttribute("open"));
        Assert.Equal(
            ["Reuters", "agency", "the agency"],
            new[] { "Name", "Role", "Words" }.Select(name => again.QuerySelector($"[name={name}]")!.GetAttribute("value"))
        );
        Assert.Equal(
            ["1", "Outlet", "Carried"],
            new[] { "position", "Kind", "Basis" }.Select(name => again.QuerySelector($"[name={name}] [selected]")!.GetAttribute("value"))
        );
        Assert.Single(page.QuerySelectorAll(".insert[open]"));
    }

    [Fact]
    public async Task EditHop_Late_KeepsTheFormAndSaysWhoWasFirst()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var first = await DeskClient.EnterAsync(Newsroom, "Editor Seventeen");
        using var second = await DeskClient.EnterAsync(Newsroom, "Editor Eighteen");
        var hop = (await second.PageAsync(Room(story)))
            .QuerySelector("#s2 form[action*='handler=EditHop'] [name=id]")!
            .GetAttribute("value")!;
        await first.SubmitAsync($"{Room(story)}/confirm-all", $"{Room(story)}/confirm-all", ("revision", "1"));
        using var late = await second.PostAsync(
            Room(story),
            $"{Room(story)}?handler=EditHop",
            ("revision", "1"),
            ("id", hop),
            ("Name", "Ines Valle"),
            ("Kind", "Person"),
            ("Basis", "Stated")
        );
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var form = DeskClient.Parse(await late.Content.ReadAsStringAsync(Cancel)).QuerySelector("#s2 form#refused")!;
        Assert.Contains("Editor Seventeen has changed this story", form.QuerySelector(".fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ("Ines Valle", "2"),
            (form.QuerySelector("[name=Name]")!.GetAttribute("value"), form.QuerySelector("[name=revision]")!.GetAttribute("value"))
        );
    }

    [Fact]
    public async Task ConfirmAll_AsksFirst_AndCanBeUndone()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Nineteen");
        var room = await desk.PageAsync(Room(story));
        Assert.Equal($"{Room(story)}/confirm-all?version=1", room.QuerySelector(".statements-head a.button")!.GetAttribute("href"));
        var ask = await desk.PageAsync($"{Room(story)}/confirm-all?version=1");
        Assert.Equal("Confirm all 2 statements?", ask.QuerySelector("h1")!.TextContent);
        Assert.Contains("The harbour will close for a week", ask.QuerySelector(".confirm-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Reported by Harbour Gazette, citing a senior official",
            ask.QuerySelector(".confirm-list")!.TextContent,
            StringComparison.Ordinal
        );

        var done = await desk.SubmitAsync($"{Room(story)}/confirm-all", $"{Room(story)}/confirm-all?version=1", ("revision", "1"));
        Assert.Equal("2 statements confirmed.", done.QuerySelector(".note.done")!.TextContent);
        Assert.Equal(2, done.QuerySelectorAll("article.statement.confirmed").Length);
        var act = done.QuerySelector(".undo button")!.GetAttribute("value")!;
        var undone = await desk.SubmitAsync(Room(story), $"{Room(story)}?handler=UndoConfirmAll", ("revision", "2"), ("act", act));
        Assert.Equal(2, undone.QuerySelectorAll("article.statement.proposed").Length);
        Assert.Equal(2, undone.QuerySelectorAll(".hop.proposed").Length - 1);
        Assert.Null(undone.QuerySelector(".undo"));
        Assert.Contains("Confirmation of 2 statements undone", undone.QuerySelector(".acts")!.TextContent, StringComparison.Ordinal);

        var twice = await desk.SubmitAsync(Room(story), $"{Room(story)}?handler=UndoConfirmAll", ("revision", "3"), ("act", act));
        Assert.Contains("nothing to undo", twice.QuerySelector(".note.refused")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polarity_IsShownEditedAndLogged()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Twenty");
        var before = await desk.PageAsync(Room(story));
        Assert.Empty(before.QuerySelectorAll(".polarity"));
        var id = before.QuerySelector("#s2 form[action*='handler=Polarity'] [name=id]")!.GetAttribute("value")!;
        var after = await desk.SubmitAsync(
            Room(story),
            $"{Room(story)}?handler=Polarity",
            ("revision", "1"),
            ("id", id),
            ("polarity", "Denies")
        );
        Assert.Equal("Ines Vale denies this.", after.QuerySelector("#s2 .polarity")!.TextContent);
        Assert.Equal("Denies", after.QuerySelector("#s2 [name=polarity] [selected]")!.GetAttribute("value"));
        Assert.Contains(
            "what the source does changed from “says” to “denies”",
            after.QuerySelector(".acts")!.TextContent,
            StringComparison.Ordinal
        );
        await using var db = Newsroom.OpenDb();
        Assert.Equal(
            Polarity.Denies,
            await db.Statements.Where(s => s.StoryId == story.Id && s.Ordinal == 2).Select(s => s.Polarity).SingleAsync(Cancel)
        );
    }

    [Fact]
    public async Task Answers_AreShownWithTheWordsOfTheText()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await using (var db = Newsroom.OpenDb())
        {
            var version = await db.Versions.SingleAsync(v => v.StoryId == story.Id, Cancel);
            var at = SampleStory.Text.IndexOf("harbour master Ines Vale said", StringComparison.Ordinal);
            version.Answers = [new(AnswerKind.Declined, "Ines Vale", SourceKind.Person, null, "Harbour Gazette", new(at, at + 14), 0.9)];
            await db.SaveChangesAsync(Cancel);
        }
        using var desk = await DeskClient.EnterAsync(Newsroom, "Editor Twenty-one");
        var answer = (await desk.PageAsync(Room(story))).QuerySelector(".answers li")!;
        Assert.StartsWith("Ines Vale declined to comment (asked by Harbour Gazette).", answer.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal("harbour master", answer.QuerySelector("q")!.TextContent);
    }

    private static string Room(Story story) => $"/desk/story/{story.Number}";
}

public sealed class ReviewRoomOnSqlite(SqliteNewsroom newsroom) : ReviewRoomTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class ReviewRoomOnPostgres(PostgresNewsroom newsroom) : ReviewRoomTests(newsroom), IClassFixture<PostgresNewsroom>;
