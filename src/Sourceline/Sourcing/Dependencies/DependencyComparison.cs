using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>A run of stories, compared.</summary>
/// <param name="Stories">How many; 0 at the end.</param>
/// <param name="Dependencies">How many dependencies are stored for them.</param>
/// <param name="Last">The id of the last.</param>
/// <param name="Wrong">Those whose stored dependencies or snapshot differ from what their statements say.</param>
internal sealed record ComparedStories(int Stories, int Dependencies, long Last, IReadOnlyList<(long Id, long Number)> Wrong);

/// <summary>Compares stored dependencies and snapshots with the statements of the live versions.</summary>
internal sealed class DependencyComparison(NewsDbFactory dbs)
{
    private const int Batch = 500;

    /// <summary>Compares the next stories after an id. A story that is being acted on may look wrong; those are compared again.</summary>
    public async Task<ComparedStories> NextAsync(long after, CancellationToken cancellationToken)
    {
        var compared = await CompareAsync(after, cancellationToken);
        if (compared.Wrong.Count == 0)
            return compared;
        return compared with { Wrong = [.. compared.Wrong.Intersect((await CompareAsync(after, cancellationToken)).Wrong)] };
    }

    /// <summary>They are asked for by the first and the last id, whatever state they are in.</summary>
    private async Task<ComparedStories> CompareAsync(long after, CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        var stories = await db
            .Stories.Where(story => story.Id > after)
            .OrderBy(story => story.Id)
            .Take(Batch)
            .Select(story => new { story.Id, story.Number })
            .ToListAsync(cancellationToken);
        if (stories.Count == 0)
            return new(0, 0, after, []);
        var last = stories[^1].Id;
        var stored = (
            await db.Dependencies.AsNoTracking().Where(one => one.StoryId > after && one.StoryId <= last).ToListAsync(cancellationToken)
        ).ToLookup(one => one.StoryId);
        var snapshots = await db
            .DependencySnapshots.AsNoTracking()
            .Where(one => one.StoryId > after && one.StoryId <= last)
            .ToDictionaryAsync(one => one.StoryId, one => one.Snapshot, cancellationToken);
        var live = (await LiveStory.ReadAsync(db, after + 1, last, cancellationToken)).ToDictionary(story => story.Id);
        var wrong = new List<(long, long)>();
        foreach (var story in stories)
        {
            var right = live.TryGetValue(story.Id, out var found) ? DependencyRule.Of(found) : [];
            var snapshot = right.Count == 0 ? null : DependencySnapshot.Of(found!);
            if (!Same(stored[story.Id], right) || !snapshots.GetValueOrDefault(story.Id).AsSpan().SequenceEqual(snapshot))
                wrong.Add((story.Id, story.Number));
        }
        return new(stories.Count, stored.Sum(story => story.Count()), last, wrong);
    }

    private static bool Same(IEnumerable<Dependency> stored, IEnumerable<Dependency> right) =>
        stored.Select(Facts).ToHashSet().SetEquals(right.Select(Facts));

    private static (long, DependencyKind, int, int, bool, double, DateTime) Facts(Dependency one) =>
        (one.SourceId, one.Kind, one.Said, one.Relayed, one.Confirmed, Math.Round(one.Confidence, 9), one.PublishedUtc);
}
