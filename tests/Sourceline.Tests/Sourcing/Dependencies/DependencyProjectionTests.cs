using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.Data.Model;
using Sourceline.EventLog;
using Sourceline.Sourcing.Dependencies;
using Sourceline.Stories.Publishing;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Sourcing.Dependencies;

public sealed class DependencyProjectionsOnSqlite(SqliteNewsroom newsroom)
    : DependencyProjectionTests(newsroom),
        IClassFixture<SqliteNewsroom>;

public sealed class DependencyProjectionsOnPostgres(PostgresNewsroom newsroom)
    : DependencyProjectionTests(newsroom),
        IClassFixture<PostgresNewsroom>;

/// <summary>What <c>sourceline check</c> finds where dependencies or their counts do not match the statements, and that a rebuild repairs it.</summary>
public abstract class DependencyProjectionTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    [Fact]
    public async Task Check_DependenciesThatDiffer_AreNamedByStory_AndRebuildRepairsThem()
    {
        var stories = new List<Story>();
        for (var n = 0; n < 5; n++)
            stories.Add(await PublishedAsync());
        var (cut, empty, over) = (await PublishedAsync(), await PublishedAsync(), await PublishedAsync());
        var draft = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await using var db = Newsroom.OpenDb();
        var ids = stories.ConvertAll(story => story.Id);
        Assert.Equal(0, (await CheckAsync()).Count);

        await db.Dependencies.Where(lean => lean.StoryId == ids[0]).ExecuteDeleteAsync(Cancel);
        await db
            .Dependencies.Where(lean => lean.StoryId == ids[1])
            .ExecuteUpdateAsync(set => set.SetProperty(lean => lean.Said, 7), Cancel);
        await db
            .Stories.Where(story => story.Id == ids[2])
            .ExecuteUpdateAsync(set => set.SetProperty(story => story.State, StoryState.Withheld), Cancel);
        await db
            .Dependencies.Where(lean => lean.StoryId == ids[3])
            .ExecuteUpdateAsync(set => set.SetProperty(lean => lean.StoryId, draft.Id), Cancel);
        // Their leans are right, and what lists tell of them is not.
        await db
            .DependencySnapshots.Where(told => told.StoryId == cut.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(told => told.Snapshot, [1, 2]), Cancel);
        await db.DependencySnapshots.Where(told => told.StoryId == empty.Id).ExecuteDeleteAsync(Cancel);
        await db
            .Versions.Where(version => version.StoryId == over.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(version => version.Headline, "Another"), Cancel);
        var wrong = (await CheckAsync()).Shown.Where(fault => fault.Contains("do not match its statements", StringComparison.Ordinal));
        Assert.Equal(
            [
                .. new[] { stories[0], stories[1], stories[2], stories[3], cut, empty, over, draft }
                    .Select(story => story.Number)
                    .Order()
                    .Select(Otherwise),
            ],
            wrong
        );
        await RebuildAsync();
        Assert.Equal(0, (await CheckAsync()).Count);
        await db.Dependencies.ExecuteDeleteAsync(Cancel);
        await db.DependencySnapshots.ExecuteDeleteAsync(Cancel);
        await db.DependencyCounts.ExecuteDeleteAsync(Cancel);
        await db.Stories.ExecuteUpdateAsync(set => set.SetProperty(story => story.State, StoryState.Killed), Cancel);
    }

    [Fact]
    public async Task Check_CountsThatDiffer_AreNamedBySource_AndRebuildRepairsThem()
    {
        await PublishedAsync();
        await using var db = Newsroom.OpenDb();
        var gazette = await db.Sources.SingleAsync(source => source.Name == "Harbour Gazette", Cancel);
        var nobody = new Source { Name = "Nobody", Slug = $"nobody-{Guid.NewGuid():n}" };
        db.DependencyCounts.Add(new DependencyCount { Source = nobody });
        await db.SaveChangesAsync(Cancel);
        Assert.Equal(0, (await CheckAsync()).Count);
        var kept = await db.DependencyCounts.SingleAsync(count => count.SourceId == gazette.Id, Cancel);
        (kept.SoleSource, kept.Background) = (kept.SoleSource - 1, kept.Background + 1);
        await db.SaveChangesAsync(Cancel);
        Assert.Contains($"on the source in row {gazette.Id} ", Assert.Single((await CheckAsync()).Shown), StringComparison.Ordinal);

        db.DependencyCounts.Remove(kept);
        (await db.DependencyCounts.SingleAsync(count => count.SourceId == nobody.Id, Cancel)).Stories = 3;
        await db.SaveChangesAsync(Cancel);
        var wrong = (await CheckAsync()).Shown;
        Assert.Equal(2, wrong.Count);
        Assert.Contains(wrong, fault =>
            fault.Contains($"on the source in row {gazette.Id} ", StringComparison.Ordinal)
            && fault.EndsWith("but the stored counts are 0 (0, 0, 0).", StringComparison.Ordinal)
        );
        Assert.Contains(wrong, fault => fault.StartsWith($"0 stories depend on the source in row {nobody.Id} ", StringComparison.Ordinal));
        await RebuildAsync();
        Assert.Equal(0, (await CheckAsync()).Count);
        await db.Dependencies.ExecuteDeleteAsync(Cancel);
        await db.DependencySnapshots.ExecuteDeleteAsync(Cancel);
        await db.DependencyCounts.ExecuteDeleteAsync(Cancel);
        await db.Stories.ExecuteUpdateAsync(set => set.SetProperty(story => story.State, StoryState.Killed), Cancel);
    }

    private static string Otherwise(long number) =>
        string.Create(CultureInfo.InvariantCulture, $"The dependencies of story {number} do not match its statements.");

    private DependencyProjection Projection => Newsroom.Services.GetServices<Projection>().OfType<DependencyProjection>().Single();

    private Task<string> RebuildAsync() => Projection.RebuildAsync((_, _) => { }, Cancel);

    private async Task<Findings> CheckAsync()
    {
        var findings = new Findings(Projection.RebuildCommand);
        await Projection.CheckAsync(findings, Cancel);
        Assert.All(findings.Repairs, repair => Assert.Equal("sourceline rebuild dependencies", repair));
        return findings;
    }

    private async Task<Story> PublishedAsync()
    {
        var story = await SampleStory.AddAsync(Newsroom, StoryState.Draft);
        await Newsroom.Services.GetRequiredService<StoryActs>().DoAsync(story.Id, new ActOrder(ActKind.Publish, "Ada"), Cancel);
        return story;
    }
}
