using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.Data.Model;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>Whether the leans are those that the statements of the live versions give.</summary>
internal sealed class DependencyCheck(NewsDbFactory dbs) : ConsistencyCheck
{
    private const int Batch = 500;

    public override string Name => "leans";

    public override async Task<string> RunAsync(Findings findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var (all, done, leans, after) = (await CountAsync(cancellationToken), 0L, 0L, 0L);
        while (await LookAsync(after, cancellationToken) is { Stories: > 0 } batch)
        {
            if (batch.Wrong.Count > 0)
            {
                // What changed between the questions is asked for again.
                var again = (await LookAsync(after, cancellationToken)).Wrong;
                foreach (var number in batch.Wrong.Intersect(again)) findings.Add(Wrong(number));
            }
            (done, leans, after) = (done + batch.Stories, leans + batch.Leans, batch.Last);
            findings.LookedAt(done, Math.Max(done, all));
        }
        await using var db = dbs.Create();
        await foreach (var wrong in DependencyCountCheck.WrongAsync(db).WithCancellation(cancellationToken)) findings.Add(wrong.AsFault());
        return string.Create(CultureInfo.InvariantCulture, $"{leans:N0} leans");
    }

    private static Fault Wrong(long number) => new(
        string.Create(CultureInfo.InvariantCulture, $"Story {number} leans otherwise than its statements say."), "Do any act or review on the story; it writes its leans anew.");

    private async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        return await db.Stories.LongCountAsync(cancellationToken);
    }

    /// <summary>Looks at the next stories behind a row. They are asked for by the first and the last row, whatever state they are in.</summary>
    private async Task<Looked> LookAsync(long after, CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        var stories = await db.Stories.Where(story => story.Id > after).OrderBy(story => story.Id).Take(Batch)
            .Select(story => new { story.Id, story.Number }).ToListAsync(cancellationToken);
        if (stories.Count == 0) return new(0, 0, after, []);
        var last = stories[^1].Id;
        var kept = (await db.Dependencies.AsNoTracking().Where(lean => lean.StoryId > after && lean.StoryId <= last).ToListAsync(cancellationToken)).ToLookup(lean => lean.StoryId);
        var told = await db.DependencySnapshots.AsNoTracking().Where(one => one.StoryId > after && one.StoryId <= last).ToDictionaryAsync(one => one.StoryId, one => one.Snapshot, cancellationToken);
        var live = (await LiveStory.ReadAsync(db, after + 1, last, cancellationToken)).ToDictionary(story => story.Id);
        var wrong = new List<long>();
        foreach (var story in stories)
        {
            var right = live.TryGetValue(story.Id, out var on) ? DependencyRule.Of(on) : [];
            var telling = right.Count == 0 ? null : DependencySnapshot.Of(on!);
            if (!Same(kept[story.Id], right) || !told.GetValueOrDefault(story.Id).AsSpan().SequenceEqual(telling)) wrong.Add(story.Number);
        }
        return new(stories.Count, kept.Sum(story => story.Count()), last, wrong);
    }

    private static bool Same(IEnumerable<Dependency> kept, IEnumerable<Dependency> right) => kept.Select(Facts).ToHashSet().SetEquals(right.Select(Facts));

    private static (long, DependencyKind, int, int, bool, double, DateTime) Facts(Dependency lean) =>
        (lean.SourceId, lean.Kind, lean.Said, lean.Relayed, lean.Confirmed, Math.Round(lean.Confidence, 9), lean.PublishedUtc);

    private sealed record Looked(int Stories, int Leans, long Last, List<long> Wrong);
}
