using System.Data;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Hosting;

namespace Sourceline.Statements;

/// <summary>Whether the leans are those that the statements of the live versions give.</summary>
internal sealed class LeanCheck(NewsDbFactory dbs) : NewsroomCheck
{
    private const int Batch = 200;

    public override string Name => "leans";

    public override async Task<string> RunAsync(Action<Fault> report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        var (after, leans) = (0L, 0L);
        while (true)
        {
            await using var db = dbs.Create();
            var ids = await db.Stories.Where(story => story.Id > after).OrderBy(story => story.Id).Select(story => story.Id).Take(Batch).ToListAsync(cancellationToken);
            if (ids.Count == 0)
            {
                await LookAtCountsAsync(db, report, cancellationToken);
                return string.Create(CultureInfo.InvariantCulture, $"{leans:N0} leans");
            }
            after = ids[^1];
            var (count, wrong) = await CompareAsync(db, ids, cancellationToken);
            leans += count;
            if (wrong.Count == 0) continue;
            await using var again = dbs.Create();
            foreach (var (id, number) in (await CompareAsync(again, [.. wrong.Select(story => story.Id)], cancellationToken)).Wrong)
                report(new Fault(string.Create(CultureInfo.InvariantCulture, $"Story {number} leans otherwise than its statements say."), "Do any act or review on the story; it writes its leans anew."));
        }
    }

    /// <summary>The kept numbers against the rows, both as they were at one moment.</summary>
    private static async Task LookAtCountsAsync(NewsDb db, Action<Fault> report, CancellationToken cancellationToken)
    {
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var right = await db.Leans.GroupBy(lean => lean.SourceId).Select(source => new { source.Key, Stories = source.Count() })
            .ToDictionaryAsync(source => source.Key, source => source.Stories, cancellationToken);
        var kept = await db.LeanCounts.AsNoTracking().ToDictionaryAsync(count => count.SourceId, count => count.Stories, cancellationToken);
        foreach (var source in right.Keys.Union(kept.Keys).Where(source => right.GetValueOrDefault(source) != kept.GetValueOrDefault(source)).Order())
        {
            report(new Fault(
                string.Create(CultureInfo.InvariantCulture, $"{right.GetValueOrDefault(source):N0} stories lean on the source in row {source}; the kept number is {kept.GetValueOrDefault(source):N0}."),
                "Correct the row of LeanCounts to what Leans has, with the server stopped."));
        }
    }

    private static async Task<(int Leans, List<(long Id, long Number)> Wrong)> CompareAsync(NewsDb db, List<long> ids, CancellationToken cancellationToken)
    {
        var stories = await db.Stories.AsNoTracking().Where(story => ids.Contains(story.Id)).ToListAsync(cancellationToken);
        var kept = (await db.Leans.AsNoTracking().Where(lean => ids.Contains(lean.StoryId)).ToListAsync(cancellationToken)).ToLookup(lean => lean.StoryId);
        var statements = (await db.Statements.AsNoTracking().Include(statement => statement.Links)
            .Where(statement => ids.Contains(statement.StoryId) && statement.Version!.Number == statement.Version.Story!.LiveVersion && statement.Version.Story.State == StoryState.Published)
            .OrderBy(statement => statement.Ordinal).ToListAsync(cancellationToken)).ToLookup(statement => statement.StoryId);
        var wrong = new List<(long, long)>();
        foreach (var story in stories)
        {
            var right = story is { State: StoryState.Published, PublishedUtc: { } published } ? LeanKeeper.Of(story.Id, published, [.. statements[story.Id]]) : [];
            if (!Same(kept[story.Id], right)) wrong.Add((story.Id, story.Number));
        }
        return (kept.Sum(story => story.Count()), wrong);
    }

    private static bool Same(IEnumerable<Lean> kept, IEnumerable<Lean> right) => Keys(kept).SetEquals(Keys(right));

    private static HashSet<(long, LeanKind, int, int, bool, double, DateTime)> Keys(IEnumerable<Lean> leans) =>
        [.. leans.Select(lean => (lean.SourceId, lean.Kind, lean.Said, lean.Relayed, lean.Confirmed, Math.Round(lean.Confidence, 9), lean.PublishedUtc))];
}
