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
            if (ids.Count == 0) return string.Create(CultureInfo.InvariantCulture, $"{leans:N0} leans");
            after = ids[^1];
            var (count, wrong) = await CompareAsync(db, ids, cancellationToken);
            leans += count;
            if (wrong.Count == 0) continue;
            await using var again = dbs.Create();
            foreach (var (id, number) in (await CompareAsync(again, [.. wrong.Select(story => story.Id)], cancellationToken)).Wrong)
                report(new Fault(string.Create(CultureInfo.InvariantCulture, $"Story {number} leans otherwise than its statements say."), "Do any act or review on the story; it writes its leans anew."));
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
