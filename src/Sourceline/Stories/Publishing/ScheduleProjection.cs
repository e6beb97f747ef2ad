using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.Data.Model;
using Sourceline.EventLog;

namespace Sourceline.Stories.Publishing;

/// <summary>The jobs that publish scheduled and embargoed stories; <see cref="DueTimes"/> keeps them in the transaction of each act.</summary>
internal sealed class ScheduleProjection(NewsDbFactory dbs) : InlineProjection(dbs)
{
    private readonly NewsDbFactory _dbs = dbs;

    public override string Name => "schedule";

    public override string Title => "when scheduled and embargoed stories publish themselves";

    public override async Task<string> CheckAsync(Findings findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        await using var db = _dbs.Create();
        foreach (var number in await Wrong(db).OrderBy(story => story.Number).Select(story => story.Number).ToListAsync(cancellationToken))
            findings.Add(string.Create(CultureInfo.InvariantCulture, $"The schedule does not match the state of story {number}."));
        var orphans = await Orphans(db).CountAsync(cancellationToken);
        if (orphans > 0)
            findings.Add(string.Create(CultureInfo.InvariantCulture, $"{orphans:N0} jobs belong to a story that does not exist."));
        var jobs = await db.DueJobs.CountAsync(cancellationToken);
        return jobs == 1 ? "1 job" : string.Create(CultureInfo.InvariantCulture, $"{jobs:N0} jobs");
    }

    public override async Task<string> RebuildAsync(Action<long, long> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        List<long> wrong;
        await using (var db = _dbs.Create())
        {
            wrong = await Wrong(db).Select(story => story.Id).ToListAsync(cancellationToken);
            await Orphans(db).ExecuteDeleteAsync(cancellationToken);
        }
        var done = 0L;
        foreach (var some in wrong.Chunk(StoryRepairs.Batch))
        {
            await StoryRepairs.RunAsync(_dbs, some, RepairAsync, cancellationToken);
            progress(done += some.Length, wrong.Count);
        }
        return string.Create(
            CultureInfo.InvariantCulture,
            $"the jobs of {wrong.Count:N0} {(wrong.Count == 1 ? "story" : "stories")} repaired"
        );
    }

    private static async Task RepairAsync(NewsDb db, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        foreach (var story in await db.Stories.Where(story => ids.Contains(story.Id)).ToListAsync(cancellationToken))
            await DueTimes.FollowAsync(db, story, cancellationToken);
    }

    /// <summary>A job that failed is tried again later than its story says.</summary>
    private static IQueryable<Story> Wrong(NewsDb db) =>
        db.Stories.Where(story =>
            (story.State == StoryState.Scheduled || story.State == StoryState.Embargoed)
                ? story.DueUtc != null
                    && !db.DueJobs.Any(job =>
                        job.StoryId == story.Id && job.Kind == DueJobKind.Publish && (job.DueUtc == story.DueUtc || job.Attempts > 0)
                    )
                : db.DueJobs.Any(job => job.StoryId == story.Id && job.Kind == DueJobKind.Publish)
        );

    private static IQueryable<DueJob> Orphans(NewsDb db) => db.DueJobs.Where(job => !db.Stories.Any(story => story.Id == job.StoryId));
}
