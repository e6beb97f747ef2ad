using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing;

/// <summary>Keeps the job that publishes a story in step with the story.</summary>
internal static class DueTimes
{
    /// <summary>A scheduled or embargoed story has one job, due when the story is; any other has none. The story must have its id.</summary>
    public static async Task FollowAsync(NewsDb db, Story story, CancellationToken cancellationToken)
    {
        var job = await db.DueJobs.SingleOrDefaultAsync(j => j.StoryId == story.Id && j.Kind == DueJobKind.Publish, cancellationToken);
        if (story.State is not (StoryState.Scheduled or StoryState.Embargoed))
        {
            if (job is not null)
                db.DueJobs.Remove(job);
            return;
        }
        if (job is null)
            db.DueJobs.Add(
                new DueJob
                {
                    Kind = DueJobKind.Publish,
                    StoryId = story.Id,
                    DueUtc = story.DueUtc!.Value,
                }
            );
        else
            job.DueUtc = story.DueUtc!.Value;
    }
}
