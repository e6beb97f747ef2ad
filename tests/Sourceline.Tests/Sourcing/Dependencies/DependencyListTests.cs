using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Sourcing.Dependencies;
using Sourceline.Stories.Html;
using Sourceline.Stories.Publishing;
using Sourceline.Tests.Newsrooms;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Tests.Sourcing.Dependencies;

public sealed class DependencyListOnSqlite(SqliteNewsroom newsroom) : DependencyListTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class DependencyListOnPostgres(PostgresNewsroom newsroom) : DependencyListTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>How what leans on a source is listed: in order, by pages, each sentence once.</summary>
public abstract class DependencyListTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private const string Sentence = "Harbour to close for a week";

    [Fact]
    public async Task ReadAsync_PagesOfStoriesOfOneMoment_GiveEachOnceWithItsSentences()
    {
        List<long> published = [];
        for (var n = 0; n < 5; n++)
        {
            var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
            await PublishAsync(story);
            published.Add(story.Id);
        }
        await using var db = Newsroom.OpenDb();
        var which = new DependencyQuery(await SourceAsync(db, "Harbour Gazette"));
        var expected = await db
            .Dependencies.Where(lean => lean.SourceId == which.SourceId)
            .OrderByDescending(lean => lean.PublishedUtc)
            .ThenByDescending(lean => lean.StoryId)
            .Select(lean => lean.StoryId)
            .ToListAsync(Cancel);
        List<DependentStory> listed = [];
        (DateTime, long)? after = null;
        while (await new DependencyReader(db).ReadAsync(which, after, 2, Cancel) is { Count: > 0 } page)
        {
            listed.AddRange(page);
            after = (page[^1].PublishedUtc, page[^1].Id);
        }
        Assert.Equal(expected, listed.Select(story => story.Id));
        // Another test may have published stories of its own.
        Assert.All(published, id => Assert.Contains(id, expected));
        Assert.All(listed.Where(story => published.Contains(story.Id)), story =>
            Assert.StartsWith("The harbour will close", story.Sentences[0].Words, StringComparison.Ordinal)
        );
        Assert.Empty(await new DependencyReader(db).ReadAsync(which with { Kind = DependencyKind.Background }, null, 2, Cancel));
    }

    [Theory]
    [InlineData(1, 2, int.MaxValue)]
    [InlineData(2, 1, int.MaxValue)]
    [InlineData(50, 500, int.MaxValue)]
    [InlineData(1, 1, 2)]
    public async Task PagesAsync_OfAnySize_ComeInOrderAndWhole_AndMayBeLeft(int first, int page, int wanted)
    {
        for (var n = 0; n < 12; n++)
            await PublishAsync(await SampleStory.AddAsync(Newsroom, StoryState.Draft));
        await using var db = Newsroom.OpenDb();
        var which = new DependencyQuery(await SourceAsync(db, "Harbour Gazette"));
        // One that left the site without its leans being taken back, as a story may between the reading of its lean and of its telling.
        var gone = await db
            .Dependencies.Where(lean => lean.SourceId == which.SourceId)
            .OrderByDescending(lean => lean.StoryId)
            .Select(lean => lean.StoryId)
            .FirstAsync(Cancel);
        await db.DependencySnapshots.Where(told => told.StoryId == gone).ExecuteDeleteAsync(Cancel);
        await db
            .Stories.Where(story => story.Id == gone)
            .ExecuteUpdateAsync(set => set.SetProperty(story => story.State, StoryState.Withheld), Cancel);
        var expected = (await new DependencyReader(db).ReadAsync(which, null, 1000, Cancel)).ConvertAll(story => story.Id);
        Assert.DoesNotContain(gone, expected);
        List<long> listed = [];
        await foreach (
            var stories in new DependencyList(new DependencyReader(db)) { FirstPage = first, Page = page }.PagesAsync(which, Cancel)
        )
        {
            listed.AddRange(stories.Select(story => story.Id));
            if (listed.Count >= wanted)
                break;
        }
        Assert.Equal(expected.Take(wanted), listed);
        await db.Dependencies.Where(lean => lean.StoryId == gone).ExecuteDeleteAsync(Cancel);
    }

    [Fact]
    public async Task ReadAsync_OlderVersionsRejectedLinksAndGuesses_AreLeftOut()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await PublishAsync(story);
        await using var db = Newsroom.OpenDb();
        var reader = new DependencyReader(db);
        // The official is Vale by a guess that nobody has confirmed: of the two sentences hers is the second.
        var vale = await OfAsync(reader, await SourceAsync(db, "Ines Vale"), story);
        Assert.Equal(["\"The pier is not safe,\" harbour master Ines Vale said."], vale!.Sentences.Select(sentence => sentence.Words));
        await Acts.DoAsync(
            story.Id,
            new ActOrder(ActKind.Update, "Ada")
            {
                Text = StoryHtml.Clean("Harbour opens", null, "<p>The harbour is open, the Harbour Gazette reported on Friday.</p>"),
            },
            Cancel
        );
        var gazette = await OfAsync(reader, await SourceAsync(db, "Harbour Gazette"), story);
        Assert.Equal(
            ["The harbour is open, the Harbour Gazette reported on Friday."],
            gazette!.Sentences.Select(sentence => sentence.Words)
        );
        Assert.Null(await OfAsync(reader, await SourceAsync(db, "Ines Vale"), story));
    }

    [Fact]
    public async Task TwoStatementsInOneSentence_AreListedUnderItOnce_WithWhatEachSays()
    {
        var story = await TwoInOneAsync("Tidal Courier");
        using var json = JsonDocument.Parse((await Verbs.RunAsync(Newsroom, "leans", "Tidal Courier", "--format", "json")).Output);
        var sentence = Assert.Single(json.RootElement.GetProperty("stories")[0].GetProperty("sentences").EnumerateArray());
        Assert.Equal(Sentence, sentence.GetProperty("sentence").GetString());
        Assert.Equal(
            ["Harbour", "for a week"],
            sentence.GetProperty("statements").EnumerateArray().Select(one => one.GetProperty("words").GetString())
        );

        var csv = (await Verbs.RunAsync(Newsroom, "leans", "Tidal Courier", "--format", "csv")).Output.Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );
        Assert.Equal(2, csv.Length);
        Assert.StartsWith(
            $"{story.Number},2026-11-23T13:30:00+04:30,sole source,{Sentence},said | passed on,{Sentence},2026-11-20 | 2026-11-21,2026-11-20 | 2026-11-21,,",
            csv[1],
            StringComparison.Ordinal
        );
        Assert.Contains(
            ",\"Reported by Tidal Courier; their source is not stated. | Reported by Tidal Courier, citing a clerk.\",confirmed | proposed,",
            csv[1],
            StringComparison.Ordinal
        );

        var text = (await Verbs.RunAsync(Newsroom, "leans", "Tidal Courier")).Output;
        Assert.Single(text.Split('\n'), line => line == $"  - {Sentence}");
        Assert.Contains(
            "    Reported by Tidal Courier on Friday 20 November 2026; their source is not stated. Confirmed by an editor.",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "    Reported by Tidal Courier, citing a clerk; said on Saturday 21 November 2026. Not yet checked by an editor.",
            text,
            StringComparison.Ordinal
        );

        using var desk = await DeskClient.EnterAsync(Newsroom, "Twice Reader");
        var listed = Assert.Single((await desk.PageAsync("/desk/source/tidal-courier")).QuerySelectorAll(".leaning li li"));
        Assert.Equal("proposed", listed.ClassName);
        Assert.Equal(2, listed.QuerySelectorAll(".hint").Length);
    }

    [Fact]
    public async Task TwoStatementsThatSayTheSameOfTheirWay_AreSaidOnce()
    {
        await TwoInOneAsync("Quay Observer", same: true);
        var text = (await Verbs.RunAsync(Newsroom, "leans", "Quay Observer")).Output;
        Assert.Single(text.Split('\n'), line => line.Contains("Friday 20 November 2026", StringComparison.Ordinal));
        var csv = (await Verbs.RunAsync(Newsroom, "leans", "Quay Observer", "--format", "csv")).Output;
        Assert.Contains(",said,Harbour to close for a week,2026-11-20,2026-11-20,", csv, StringComparison.Ordinal);
    }

    private StoryActs Acts => Newsroom.Services.GetRequiredService<StoryActs>();

    private Task<ActDone> PublishAsync(Story story) => Acts.DoAsync(story.Id, new ActOrder(ActKind.Publish, "Ada"), Cancel);

    private static async Task<long> SourceAsync(NewsDb db, string name) =>
        (await db.Sources.SingleAsync(source => source.Name == name, Cancel)).Id;

    private static async Task<DependentStory?> OfAsync(DependencyReader reader, long source, Story story) =>
        (await reader.ReadAsync(new DependencyQuery(source), null, 50, Cancel)).Find(leaning => leaning.Id == story.Id);

    /// <summary>A story whose headline holds two statements of a paper: one that it said on Friday, one that it passed on from a clerk on Saturday.</summary>
    private async Task<Story> TwoInOneAsync(string paper, bool same = false)
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await using (var db = Newsroom.OpenDb())
        {
            var version = await db.Versions.Include(v => v.Statements).SingleAsync(v => v.StoryId == story.Id, Cancel);
            version.Statements.Clear();
            await db.SaveChangesAsync(Cancel);
            var source = await new global::Sourceline.Sourcing.SourceRegistry(db).FindOrAddAsync(paper, SourceKind.Outlet, [], Cancel);
            version.Statements.Add(Said(story, 1, new TextSpan(0, 7), 20, Review.Confirmed, Link(0, paper, SourceKind.Outlet, source)));
            StatementHop[] way = same
                ? [Link(0, paper, SourceKind.Outlet, source)]
                : [Link(0, paper, SourceKind.Outlet, source), Link(1, "a clerk", SourceKind.Unnamed, null)];
            version.Statements.Add(Said(story, 2, new TextSpan(17, 27), same ? 20 : 21, same ? Review.Confirmed : Review.Proposed, way));
            await db.SaveChangesAsync(Cancel);
        }
        await PublishAsync(story);
        return story;
    }

    private static Statement Said(Story story, int ordinal, TextSpan words, int day, Review review, params StatementHop[] links)
    {
        var statement = new Statement
        {
            StoryId = story.Id,
            Ordinal = ordinal,
            Key = $"key {ordinal}",
            Evidence = "evidence",
            Kind = StatementKind.Indirect,
            Content = [words],
            DateFrom = new DateOnly(2026, 11, day),
            DateTo = new DateOnly(2026, 11, day),
            Confidence = 0.9,
            Review = review,
        };
        // To confirm a statement confirms its links.
        foreach (var link in links)
            link.Review = review;
        statement.Hops.AddRange(links);
        return statement;
    }

    private static StatementHop Link(int position, string name, SourceKind kind, Source? source) =>
        new()
        {
            Position = position,
            Name = name,
            Kind = kind,
            Basis = Basis.Stated,
            Confidence = 0.9,
            Source = source,
        };
}
