using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.EventLog;
using Sourceline.Localization;
using Sourceline.Sourcing;
using Sourceline.Sourcing.Dependencies;
using Sourceline.Stories.Html;
using Sourceline.Stories.Publishing;
using Sourceline.Stories.Reviewing;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Sourcing.Dependencies;

/// <summary>What leans on a source: kept with every act, listed on the desk and by the verb.</summary>
public abstract class DependencyTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task Counts_AfterActsAndReviews_AreThoseOfTheRows()
    {
        var first = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        var second = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await DoAsync(first, ActKind.Publish);
        await DoAsync(second, ActKind.Publish);
        await AssertCountsAsync();
        await DoAsync(second, ActKind.Withhold, reason: "Checked.");
        await AssertCountsAsync();
        await DoAsync(second, ActKind.Release);
        await Acts.DoAsync(
            first.Id,
            new ActOrder(ActKind.Update, "Ada")
            {
                Text = StoryHtml.Clean("Harbour opens", null, "<p>The harbour is open, the Skell Tribune reported on Friday.</p>"),
            },
            Cancel
        );
        await AssertCountsAsync();
        await using (var db = Newsroom.OpenDb())
        {
            var statement = await db.Statements.FirstAsync(s => s.StoryId == second.Id, Cancel);
            var reviews = new Reviews(db, Newsroom.Services.GetRequiredService<StoryTransactions>(), Localizer.English, Newsroom.Clock);
            var revision = (await db.Stories.AsNoTracking().SingleAsync(s => s.Id == second.Id, Cancel)).Revision;
            await reviews.RejectAsync(new ReviewOf(second.Id, revision, "Ada"), statement.Id, Cancel);
        }
        await AssertCountsAsync();
        await DoAsync(second, ActKind.Kill, reason: "Nobody said so.");
        await AssertCountsAsync();
    }

    [Fact]
    public async Task Counts_ActsAtOnce_LoseNone()
    {
        var stories = new List<Story>();
        for (var n = 0; n < 12; n++)
            stories.Add(await SampleStory.AddAsync(Newsroom, StoryState.Draft));
        await Task.WhenAll(stories.Select(story => Task.Run(() => DoAsync(story, ActKind.Publish))));
        await AssertCountsAsync();
    }

    [Fact]
    public async Task Find_ByNameAliasOrPart_AndNeverByGuess()
    {
        await using (var db = Newsroom.OpenDb())
        {
            var sources = new SourceRegistry(db);
            await sources.FindOrAddAsync("Skell Maritime Press", SourceKind.Outlet, ["SMP"], Cancel);
            await sources.FindOrAddAsync("Odo Brannock", SourceKind.Person, [], Cancel);
            await sources.FindOrAddAsync("Vera Brannock", SourceKind.Person, [], Cancel);
            await db.SaveChangesAsync(Cancel);
        }
        Assert.Equal("Skell Maritime Press", (await FindAsync("the  SKELL maritime press")).Found?.Name);
        Assert.Equal("Skell Maritime Press", (await FindAsync("SMP")).Found?.Name);
        Assert.Equal("Skell Maritime Press", (await FindAsync("maritime")).Found?.Name);
        Assert.Equal("Odo Brannock", (await FindAsync("odo-brannock")).Found?.Name);
        var several = await FindAsync("Brannock");
        Assert.Null(several.Found);
        Assert.Equal(["Odo Brannock", "Vera Brannock"], several.Candidates.Select(one => one.Name));
        Assert.Empty((await FindAsync("%")).Candidates);
        var run = await Verbs.RunAsync(Newsroom, "leans", "Brannock");
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains("Vera Brannock (person): no story leans on it", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeedStory_KommersantsAreListed_AndThePressAgencysAreNot()
    {
        var imported = await Verbs.RunAsync(Newsroom, "import", SharedData.Path("seed/story-18343.txt"), "--publish", "--no-media");
        Assert.True(imported.Code == 0, imported.Errors);
        var kommersant = await JsonAsync("Kommersant");
        var sentences = kommersant
            .GetProperty("stories")
            .EnumerateArray()
            .Single(story => story.GetProperty("number").GetInt64() == 18343)
            .GetProperty("sentences")
            .EnumerateArray()
            .Select(s => s.GetProperty("sentence").GetString()!)
            .ToList();
        Assert.Contains(sentences, s => s.Contains("the Kommersant newspaper reported on Saturday", StringComparison.Ordinal));
        Assert.DoesNotContain(sentences, s => s.Contains("Associated Press", StringComparison.Ordinal));
        var agency = (await JsonAsync("AP"))
            .GetProperty("stories")[0]
            .GetProperty("sentences")
            .EnumerateArray()
            .Select(s => s.GetProperty("sentence").GetString()!)
            .ToList();
        Assert.Contains(agency, s => s.Contains("Associated Press", StringComparison.Ordinal));
        Assert.Empty(agency.Intersect(sentences));
        Assert.Equal("one of several", kommersant.GetProperty("stories")[0].GetProperty("lean").GetString());
    }

    [Fact]
    public async Task Leans_AreListedByDayAndKindInEachFormat()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await DoAsync(story, ActKind.Publish);
        var text = await Verbs.RunAsync(Newsroom, "leans", "Harbour Gazette", "--from", "2026-11-23", "--to", "2026-11-23");
        Assert.Contains(
            $"No. {story.Number}  23 November 2026  one of several  Harbour to close for a week",
            text.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "  - The harbour will close for a week, the Harbour Gazette reported on Friday, citing a senior official.",
            text.Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            $"{story.Number}",
            (await Verbs.RunAsync(Newsroom, "leans", "Harbour Gazette", "--to", "2026-11-22")).Output,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            $"{story.Number}",
            (await Verbs.RunAsync(Newsroom, "leans", "Harbour Gazette", "--kind", "background")).Output,
            StringComparison.Ordinal
        );
        var none = await Verbs.RunAsync(Newsroom, "leans", "Harbour Gazette", "--to", "2026-11-22");
        Assert.StartsWith(
            "Of the stories asked for, Harbour Gazette (news outlet): no story leans on it.",
            none.Output,
            StringComparison.Ordinal
        );
        using var several = JsonDocument.Parse(
            (await Verbs.RunAsync(Newsroom, "leans", "Harbour Gazette", "--kind", "several", "--format", "json")).Output
        );
        var counted = several.RootElement.GetProperty("source");
        Assert.Equal(several.RootElement.GetProperty("stories").GetArrayLength(), counted.GetProperty("oneOfSeveral").GetInt32());
        Assert.Equal(counted.GetProperty("oneOfSeveral").GetInt32(), counted.GetProperty("stories").GetInt32());
        Assert.Equal(0, counted.GetProperty("soleSource").GetInt32());
        var csv = (await Verbs.RunAsync(Newsroom, "leans", "Harbour Gazette", "--format", "csv")).Output.Split('\n');
        Assert.StartsWith("number,published,lean,", csv[0], StringComparison.Ordinal);
        Assert.Contains(csv, line =>
            line.StartsWith(
                $"{story.Number},2026-11-23T13:30:00+04:30,one of several,Harbour to close for a week,passed on,\"The harbour",
                StringComparison.Ordinal
            )
        );
        Assert.Equal(2, (await Verbs.RunAsync(Newsroom, "leans", "Harbour Gazette", "--from", "yesterday")).Code);
    }

    [Fact]
    public async Task Desk_ListsSourcesAndWhatLeansOnThem()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await DoAsync(story, ActKind.Publish);
        using var desk = await DeskClient.EnterAsync(Newsroom, "Source Reader");
        Assert.Contains(
            "Harbour Gazette",
            (await desk.PageAsync("/desk/sources")).QuerySelector(".of-sources")!.TextContent,
            StringComparison.Ordinal
        );
        using var found = await desk.Browser.GetAsync("/desk/sources?q=harbour+gazette", Cancel);
        Assert.Equal("/desk/source/harbour-gazette", found.Headers.Location!.OriginalString);
        var page = await desk.PageAsync("/desk/source/harbour-gazette?from=2026-11-23");
        Assert.Contains(
            "citing a senior official.",
            page.QuerySelector($".leaning li:has(a[href='/desk/story/{story.Number}']) .sentence")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull((await desk.PageAsync("/desk/source/harbour-gazette?kind=Background")).QuerySelector(".empty"));
        Assert.NotNull((await desk.PageAsync("/desk/source/harbour-gazette?to=2026-11-22")).QuerySelector(".empty"));
        using var nobody = await desk.Browser.GetAsync("/desk/source/nobody", Cancel);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, nobody.StatusCode);
    }

    private StoryActs Acts => Newsroom.Services.GetRequiredService<StoryActs>();

    private Task<ActDone> DoAsync(Story story, ActKind kind, string? reason = null) =>
        Acts.DoAsync(story.Id, new ActOrder(kind, "Ada") { Reason = reason }, Cancel);

    private async Task<SourcesFound> FindAsync(string words)
    {
        await using var db = Newsroom.OpenDb();
        return await new SourceFinder(db).FindAsync(words, Cancel);
    }

    private async Task<JsonElement> JsonAsync(string source)
    {
        var run = await Verbs.RunAsync(Newsroom, "leans", source, "--format", "json");
        Assert.True(run.Code == 0, run.Errors);
        using var json = JsonDocument.Parse(run.Output);
        return json.RootElement.Clone();
    }

    private async Task AssertCountsAsync()
    {
        await using var db = Newsroom.OpenDb();
        var rows = await db
            .Dependencies.GroupBy(l => l.SourceId)
            .Select(g => new
            {
                Source = g.Key,
                All = g.Count(),
                Sole = g.Count(l => l.Kind == DependencyKind.SoleSource),
                Several = g.Count(l => l.Kind == DependencyKind.OneOfSeveral),
            })
            .OrderBy(c => c.Source)
            .ToListAsync(Cancel);
        var kept = await db.DependencyCounts.Where(c => c.Stories != 0).OrderBy(c => c.SourceId).ToListAsync(Cancel);
        Assert.NotEmpty(kept);
        Assert.Equal(
            rows.Select(c => (c.Source, c.All, c.Sole, c.Several, c.All - c.Sole - c.Several)),
            kept.Select(c => (c.SourceId, c.Stories, c.SoleSource, c.OneOfSeveral, c.Background))
        );
    }
}

public sealed class DependenciesOnSqlite(SqliteNewsroom newsroom) : DependencyTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class DependenciesOnPostgres(PostgresNewsroom newsroom) : DependencyTests(newsroom), IClassFixture<PostgresNewsroom>;
