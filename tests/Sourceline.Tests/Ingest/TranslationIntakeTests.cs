using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Formats;
using Sourceline.Ingest;
using Sourceline.Stories.Publishing;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Ingest;

public sealed class TranslationIntakeOnSqlite(SqliteNewsroom newsroom) : TranslationIntakeTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class TranslationIntakeOnPostgres(PostgresNewsroom newsroom)
    : TranslationIntakeTests(newsroom),
        IClassFixture<PostgresNewsroom>;

/// <summary>What comes in as translations of one another, and what editors have said of them before.</summary>
public abstract class TranslationIntakeTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private static int _sets;

    private readonly string _set = $"set {Interlocked.Increment(ref _sets)}";

    private TranslationActs Translations => Newsroom.Services.GetRequiredService<TranslationActs>();

    [Fact]
    public async Task Receive_ItemsOfASet_AreStoriesOfOne()
    {
        var english = await ReceiveAsync(Item("en") with { TranslationKey = _set });
        var french = await ReceiveAsync(Item("fr") with { TranslationKey = _set });
        Assert.Equal((_set, false), (english.TranslationKey, english.TranslationByDesk));
        Assert.Equal(_set, french.TranslationKey);
        Assert.Null((await ReceiveAsync(Item("de"))).TranslationKey);
    }

    [Fact]
    public async Task Receive_SameItemNowWithItsSet_MakesNoNewVersion()
    {
        var before = await ReceiveAsync(Item("en"));
        var after = await ReceiveAsync(Item("en") with { TranslationKey = _set });
        Assert.Equal(
            (_set, 1, before.Revision + 1, before.UpdatedUtc),
            (after.TranslationKey, after.LatestVersion, after.Revision, after.UpdatedUtc)
        );
        await using var db = Newsroom.OpenDb();
        Assert.Equal(
            [ActKind.Publish, ActKind.LinkTranslation],
            await db.Acts.Where(act => act.StoryId == after.Id).OrderBy(act => act.Sequence).Select(act => act.Kind).ToListAsync(Cancel)
        );
        Assert.Equal(after.Revision, (await ReceiveAsync(Item("en") with { TranslationKey = _set })).Revision);
        Assert.Equal(_set, (await ReceiveAsync(Item("en"))).TranslationKey);
    }

    [Fact]
    public async Task Receive_OlderVersion_IsNotBelievedInItsSet()
    {
        await ReceiveAsync(Item("en") with { Version = 2 });
        Assert.Null((await ReceiveAsync(Item("en") with { Version = 1, Headline = "Older", TranslationKey = _set })).TranslationKey);
    }

    [Fact]
    public async Task Receive_WhatAnEditorDecidedOn_Stays()
    {
        var english = await ReceiveAsync(Item("en") with { TranslationKey = _set });
        await Translations.UnlinkAsync(new TranslationOrder(english.Id, "Editor"), Cancel);
        Assert.Null((await ReceiveAsync(Item("en") with { TranslationKey = _set })).TranslationKey);
        Assert.Null((await ReceiveAsync(Item("en") with { TranslationKey = _set, BodyHtml = "<p>Other words.</p>" })).TranslationKey);
    }

    [Fact]
    public async Task Receive_AnotherTranslationLater_JoinsTheSetThatAnEditorAddedTo()
    {
        var english = await ReceiveAsync(Item("en") with { TranslationKey = _set });
        var ours = await ReceiveAsync(Item("fa"));
        await Translations.LinkAsync(new TranslationOrder(ours.Id, "Editor"), english.Number, Cancel);
        var french = await ReceiveAsync(Item("fr") with { TranslationKey = _set });
        await using var db = Newsroom.OpenDb();
        Assert.Equal(
            [english.Id, ours.Id, french.Id],
            await db
                .Stories.Where(story => story.TranslationKey == _set)
                .OrderBy(story => story.Id)
                .Select(story => story.Id)
                .ToListAsync(Cancel)
        );
    }

    [Fact]
    public async Task Receive_AnotherSetForAStoryThatAnEditorNamedTheOtherTo_ChangesNothing()
    {
        var english = await ReceiveAsync(Item("en") with { TranslationKey = _set });
        var ours = await ReceiveAsync(Item("fa"));
        await Translations.LinkAsync(new TranslationOrder(ours.Id, "Editor"), english.Number, Cancel);
        Assert.Equal(_set, (await ReceiveAsync(Item("en") with { TranslationKey = $"{_set}, grown" })).TranslationKey);
    }

    private NewsItem Item(string language) =>
        new()
        {
            Origin = "languages.example",
            Id = $"{_set} {language}",
            Language = language,
            Headline = $"Quay {language}",
            BodyHtml = "<p>The quay was rebuilt.</p>",
            Published = new DateTimeOffset(2021, 7, 19, 9, 12, 0, TimeSpan.Zero),
        };

    private async Task<Story> ReceiveAsync(NewsItem item)
    {
        var outcome = await Newsroom
            .Services.GetRequiredService<StoryIntake>()
            .ReceiveAsync(
                [new IncomingItem(item, NewsFormat.Wxr, "test", ReadOnlyMemory<byte>.Empty, new Position(0, 1))],
                new IntakeOptions(true, "import"),
                Cancel
            );
        await using var db = Newsroom.OpenDb();
        return await db.Stories.AsNoTracking().SingleAsync(story => story.Id == outcome[0].StoryId, Cancel);
    }
}
