using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.EventLog;

namespace Sourceline.Search.Index;

/// <summary>Keeps an index in step with the log of acts.</summary>
internal sealed class LogFollower(NewsDbFactory dbs, PublicStories stories, IndexBuilder builder)
{
    /// <summary>Acts taken at once.</summary>
    private const int Batch = 500;

    /// <summary>Takes the next acts of the log in; false where there are none.</summary>
    /// <param name="refresh">Whether searches are to see them at once; small segments are written for it.</param>
    public async Task<bool> FollowAsync(OpenIndex index, bool refresh, CancellationToken cancellationToken)
    {
        List<Act> acts;
        await using (var db = dbs.Create())
            acts = await ActLog.ReadAfterAsync(db, index.Mark!.Sequence, Batch, cancellationToken);
        if (acts.Count == 0)
            return false;
        await TakeInAsync(index, [.. acts.Select(act => act.StoryId).OfType<long>().Distinct()], cancellationToken);
        index.MarkAt(IndexMark.Of(acts[^1], builder.Rules));
        if (refresh)
            index.Refresh();
        return true;
    }

    /// <summary>Whatever was done to the stories, the index gets them as they are now: to do it twice changes nothing.</summary>
    private async Task TakeInAsync(OpenIndex index, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        foreach (var some in ids.Chunk(200))
        {
            var live = await stories.ReadAsync(some, cancellationToken);
            foreach (var story in live)
                index.Put(story);
            foreach (var gone in some.Except(live.Select(story => story.Id)))
                index.Remove(gone);
        }
    }
}
