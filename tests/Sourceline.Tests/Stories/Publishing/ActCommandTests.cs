using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Stories.Publishing;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Stories.Publishing;

/// <summary><c>sourceline act</c>, as a process: what it says and how it ends.</summary>
public abstract class ActCommandTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task Act_FromDraftToKilled_SaysWhereTheStoryStands()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        var published = await ActAsync(story, "publish", "--by", "Mina");
        Assert.Equal(
            (0, "", true),
            (
                published.Code,
                published.Errors,
                published.Output.StartsWith($"No. {story.Number} is published (was a draft); version 1, act ", StringComparison.Ordinal)
            )
        );
        var corrected = await ActAsync(
            story,
            "correct",
            "--material",
            "--headline",
            "Harbour to close for a day",
            "--note",
            "A day, not a week.",
            "--by",
            "Mina"
        );
        Assert.True(corrected.Code == 0, corrected.Errors);
        Assert.Contains("version 2", corrected.Output, StringComparison.Ordinal);
        var killed = await ActAsync(story, "kill", "--reason", "Nobody said so.");
        Assert.Contains("is killed (was published)", killed.Output, StringComparison.Ordinal);
        await using var db = Newsroom.OpenDb();
        var acts = await db.Acts.Where(a => a.StoryId == story.Id).OrderBy(a => a.Sequence).ToListAsync(Cancel);
        Assert.Equal([ActKind.Publish, ActKind.CorrectMaterial, ActKind.Kill], acts.Select(a => a.Kind));
        Assert.Equal(("Mina", "A day, not a week."), (acts[1].Actor, acts[1].Note));
    }

    [Fact]
    public async Task Act_ThatCannotBe_EndsWithOneOrTwoAndSaysWhy()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await EndsAsync(1, $"Story {story.Number} is a draft, so it can't be killed.", story.Number, "kill", "--reason", "x");
        await EndsAsync(2, "--reason: Enter a reason", story.Number, "unpublish");
    }

    [Fact]
    public async Task Act_OnTranslations_LinksAndUnlinksAsTheDeskDoes()
    {
        var (english, french, second) = (await AddAsync("en"), await AddAsync("fr"), await AddAsync("en"));
        var linked = await ActAsync(french, "link-translation", "--of", $"{english.Number}", "--by", "Mina", "--revision", "1");
        Assert.Equal((0, ""), (linked.Code, linked.Errors));
        Assert.Matches($@"^No\. {french.Number} is a translation of No\. {english.Number}; act \d+, revision 2\.\n$", linked.Output);
        await EndsAsync(1, "are both in English", second.Number, "link-translation", "--of", $"{french.Number}");
        await EndsAsync(1, "There is no story 999999999999.", second.Number, "link-translation", "--of", "999999999999");
        await EndsAsync(1, "Mina has changed this story", french.Number, "unlink-translation", "--revision", "1");
        var parted = await ActAsync(french, "unlink-translation");
        Assert.Matches($@"^No\. {french.Number} is no translation of another story; act \d+, revision 3\.\n$", parted.Output);
        await EndsAsync(1, $"Story {french.Number} is not linked with any translation.", french.Number, "unlink-translation");
        await using var db = Newsroom.OpenDb();
        var acts = await db.Acts.Where(a => a.StoryId == french.Id).OrderBy(a => a.Sequence).ToListAsync(Cancel);
        Assert.Equal([ActKind.LinkTranslation, ActKind.UnlinkTranslation], acts.Select(a => a.Kind));
        Assert.Equal(("Mina", $"a translation of No. {english.Number}"), (acts[0].Actor, acts[0].Reason));
    }

    [Theory]
    [InlineData("act 2 link-translation", "needs --of")]
    [InlineData("act 2 unlink-translation --of 1", "--of can be used only with link-translation")]
    [InlineData("act 2 publish --of 1", "--of can be used only with link-translation")]
    [InlineData("act 2 link-translation --of one", "'one'")]
    [InlineData("act 2 link-translation --of 1 --note n --body b", "--note, --body can't be used with link-translation")]
    [InlineData("act 1 explode", "VERB must be publish, ")]
    [InlineData("act 1 publish --minor", "can be used only with correct")]
    [InlineData("act 1 correct --minor --material", "not both")]
    [InlineData("act one publish", "'one'")]
    public void Act_InWrongWords_IsNotBegun(string words, string says)
    {
        var errors = ActCommand.Create(_ => { }).Parse(words["act ".Length..]).Errors.Select(error => error.Message);
        Assert.Contains(says, string.Join(' ', errors), StringComparison.Ordinal);
    }

    private async Task<Story> AddAsync(string language)
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
        await using var db = Newsroom.OpenDb();
        await db.Stories.Where(s => s.Id == story.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Language, language), Cancel);
        return story;
    }

    private Task<VerbRun> ActAsync(Story story, params string[] words) => Verbs.RunAsync(Newsroom, ["act", $"{story.Number}", .. words]);

    private async Task EndsAsync(int code, string says, long number, params string[] words)
    {
        var run = await Verbs.RunAsync(Newsroom, ["act", $"{number}", .. words]);
        Assert.Equal((string.Join(' ', words), code), (string.Join(' ', words), run.Code));
        Assert.Contains(says, run.Errors, StringComparison.Ordinal);
    }
}

public sealed class ActCommandOnSqlite(SqliteNewsroom newsroom) : ActCommandTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class ActCommandOnPostgres(PostgresNewsroom newsroom) : ActCommandTests(newsroom), IClassFixture<PostgresNewsroom>;
