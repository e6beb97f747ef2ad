using System.Net;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Desk;

public sealed class TranslationRoomOnSqlite(SqliteNewsroom newsroom) : TranslationRoomTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class TranslationRoomOnPostgres(PostgresNewsroom newsroom) : TranslationRoomTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>How an editor says that stories are translations of one another, and takes it back, through real HTTP.</summary>
public abstract class TranslationRoomTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private static int _editors;

    [Fact]
    public async Task Link_TwoStories_ShowsEachOnTheOthersPageAndOnTheSite()
    {
        var (english, french) = (await AddAsync("en"), await AddAsync("fr"));
        using var desk = await EnterAsync();
        var room = await desk.SubmitAsync(
            Room(french),
            $"{Room(french)}?handler=Link",
            ("revision", "1"),
            ("translationOf", $" {english.Number} ")
        );
        Assert.Contains("are now linked as translations", room.QuerySelector(".note.done")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Room(english), room.QuerySelector("#translations li a")!.GetAttribute("href"));
        Assert.Contains($"a translation of No. {english.Number}", room.QuerySelector(".acts")!.TextContent, StringComparison.Ordinal);
        var other = await desk.PageAsync(Room(english));
        Assert.Equal(Room(french), other.QuerySelector("#translations li a")!.GetAttribute("href"));
        Assert.Contains($"a translation of No. {french.Number}", other.QuerySelector(".acts")!.TextContent, StringComparison.Ordinal);
        using var reader = Newsroom.Client();
        var page = DeskClient.Parse(await reader.GetStringAsync($"/{english.Number}", Cancel));
        Assert.Equal("Français", page.QuerySelector(".also a")!.TextContent);
    }

    [Fact]
    public async Task Unlink_OneOfThree_LeavesTheOthersTogether()
    {
        var (english, french, persian) = (await AddAsync("en"), await AddAsync("fr"), await AddAsync("fa"));
        using var desk = await EnterAsync();
        await LinkAsync(desk, french, english);
        await LinkAsync(desk, persian, french);
        var room = await desk.SubmitAsync(Room(french), $"{Room(french)}?handler=Unlink", ("revision", "3"));
        Assert.Empty(room.QuerySelectorAll("#translations li"));
        Assert.Equal(
            ["fa"],
            (await desk.PageAsync(Room(english))).QuerySelectorAll("#translations li a").Select(link => link.GetAttribute("lang"))
        );
        using var again = await desk.PostAsync(Room(french), $"{Room(french)}?handler=Unlink", ("revision", "4"));
        Assert.Contains($"Story {french.Number} is not linked with any translation.", await RefusalAsync(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_StoriesOfTwoSets_MakesOneOfThem()
    {
        var (english, french, persian, german) = (await AddAsync("en"), await AddAsync("fr"), await AddAsync("fa"), await AddAsync("de"));
        using var desk = await EnterAsync();
        await LinkAsync(desk, french, english);
        await LinkAsync(desk, german, persian);
        await LinkAsync(desk, german, french);
        await using var db = Newsroom.OpenDb();
        var set = await db
            .Stories.Where(story => story.Id == english.Id || story.Id == french.Id || story.Id == persian.Id || story.Id == german.Id)
            .ToListAsync(Cancel);
        Assert.NotNull(Assert.Single(set.Select(story => story.TranslationKey).Distinct()));
        Assert.Contains(await db.Acts.Where(act => act.StoryId == persian.Id).Select(act => act.Reason).ToListAsync(Cancel), reason =>
            reason == $"a translation of No. {french.Number}"
        );
    }

    [Fact]
    public async Task Link_WhatCannotBe_SaysWhyAndKeepsWhatWasTyped()
    {
        var (english, french, second, killed) = (
            await AddAsync("en"),
            await AddAsync("fr"),
            await AddAsync("en"),
            await AddAsync("de", StoryState.Killed)
        );
        using var desk = await EnterAsync();
        await LinkAsync(desk, french, english);
        foreach (
            var (typed, why) in new[]
            {
                ("999999999999", "There is no story 999999999999."),
                ($"{french.Number}", "can't be a translation of itself"),
                ("No. 7", "Enter only the number of a story"),
                ("", "Enter only the number of a story"),
                ($"{second.Number}", $"Stories {english.Number} and {second.Number} are both in English"),
                ($"{killed.Number}", $"Story {killed.Number} is killed, so it can't be linked"),
                ($"{english.Number}", $"Story {english.Number} is already one of the translations"),
            }
        )
        {
            using var refused = await desk.PostAsync(
                Room(french),
                $"{Room(french)}?handler=Link",
                ("revision", "2"),
                ("translationOf", typed)
            );
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var page = DeskClient.Parse(await refused.Content.ReadAsStringAsync(Cancel));
            Assert.Contains(why, page.QuerySelector("#no-translation")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(
                (typed, "true"),
                (
                    page.QuerySelector("#translation-of")!.GetAttribute("value") ?? "",
                    page.QuerySelector("#translation-of")!.GetAttribute("aria-invalid")
                )
            );
        }
    }

    [Fact]
    public async Task Link_InPlaceOfOneThatIsGoneForGood_IsPossible()
    {
        var (english, gone, french) = (await AddAsync("en"), await AddAsync("fr"), await AddAsync("fr"));
        using var desk = await EnterAsync();
        await LinkAsync(desk, gone, english);
        await desk.SubmitAsync(
            Room(gone),
            $"{Room(gone)}/kill",
            ("Form.Revision", "2"),
            ("Form.Reason", "Wrong."),
            ("Form.Understood", "true")
        );
        await LinkAsync(desk, french, english);
        Assert.Contains(
            "Killed",
            (await desk.PageAsync(Room(french))).QuerySelector("#translations ul")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Link_ChangedMeanwhile_IsNotDone()
    {
        var (english, french) = (await AddAsync("en"), await AddAsync("fr"));
        using var desk = await EnterAsync();
        await desk.SubmitAsync(Room(french), $"{Room(french)}/unpublish", ("Form.Revision", "1"), ("Form.Reason", "Wrong desk."));
        using var late = await desk.PostAsync(
            Room(french),
            $"{Room(french)}?handler=Link",
            ("revision", "1"),
            ("translationOf", $"{english.Number}")
        );
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("has changed this story", await RefusalAsync(late), StringComparison.Ordinal);
        await using var db = Newsroom.OpenDb();
        Assert.Null((await db.Stories.SingleAsync(story => story.Id == french.Id, Cancel)).TranslationKey);
    }

    [Fact]
    public async Task Link_ByTwoEditorsAtOnce_LetsOneStoryOfALanguageIn()
    {
        using var first = await EnterAsync();
        using var second = await EnterAsync();
        for (var round = 0; round < 8; round++)
        {
            var (english, german, french, other) = (await AddAsync("en"), await AddAsync("de"), await AddAsync("fr"), await AddAsync("fr"));
            await LinkAsync(first, german, english);
            // Each names another of the set: no story is touched by both.
            var answers = await Task.WhenAll(
                first.PostAsync(Room(french), $"{Room(french)}?handler=Link", ("revision", "1"), ("translationOf", $"{english.Number}")),
                second.PostAsync(Room(other), $"{Room(other)}?handler=Link", ("revision", "1"), ("translationOf", $"{german.Number}"))
            );
            Assert.Equal(
                [HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity],
                answers.Select(answer => answer.StatusCode).Order()
            );
            var late = answers.Single(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity);
            Assert.Contains("are both in French", await RefusalAsync(late), StringComparison.Ordinal);
            await using var db = Newsroom.OpenDb();
            Assert.Equal(
                ["de", "en", "fr"],
                await db
                    .Stories.Where(s => s.TranslationKey == db.Stories.Single(e => e.Id == english.Id).TranslationKey)
                    .Select(s => s.Language)
                    .Order()
                    .ToListAsync(Cancel)
            );
            foreach (var answer in answers)
                answer.Dispose();
        }
    }

    [Fact]
    public async Task Link_WithoutThePagesToken_IsRefused()
    {
        var (english, french) = (await AddAsync("en"), await AddAsync("fr"));
        using var desk = await EnterAsync();
        using var form = new FormUrlEncodedContent([
            KeyValuePair.Create("revision", "1"),
            KeyValuePair.Create("translationOf", $"{english.Number}"),
        ]);
        using var answer = await desk.Browser.PostAsync($"{Room(french)}?handler=Link", form, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private Task<DeskClient> EnterAsync() => DeskClient.EnterAsync(Newsroom, $"Translator {Interlocked.Increment(ref _editors)}");

    private async Task<Story> AddAsync(string language, StoryState state = StoryState.Published)
    {
        var story = await SampleStory.AddAsync(Newsroom, state);
        await using var db = Newsroom.OpenDb();
        await db.Stories.Where(s => s.Id == story.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Language, language), Cancel);
        return story;
    }

    private static async Task LinkAsync(DeskClient desk, Story story, Story other)
    {
        var revision = (await desk.PageAsync(Room(story))).QuerySelector("#translations input[name=revision]")!.GetAttribute("value")!;
        await desk.SubmitAsync(Room(story), $"{Room(story)}?handler=Link", ("revision", revision), ("translationOf", $"{other.Number}"));
    }

    private static async Task<string> RefusalAsync(HttpResponseMessage answer) =>
        DeskClient.Parse(await answer.Content.ReadAsStringAsync(Cancel)).QuerySelector("#no-translation")!.TextContent;

    private static string Room(Story story) => $"/desk/story/{story.Number}";
}
