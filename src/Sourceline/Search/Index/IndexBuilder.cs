using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Settings;

namespace Sourceline.Search.Index;

/// <summary>Puts every public story into an empty index.</summary>
internal sealed class IndexBuilder(NewsDbFactory dbs, PublicStories stories, IOptions<SourcelineOptions> options)
{
    private const int Batch = 200;

    public IndexRules Rules { get; } = IndexRules.Of(options.Value);

    /// <summary>
    /// Fills the index and commits it. Acts that happen meanwhile come after the mark that it leaves, so whoever follows from there
    /// misses none.
    /// </summary>
    /// <param name="progress">Told how many stories are in and how many there are, after each batch.</param>
    public async Task BuildAsync(OpenIndex index, Action<long, long>? progress, CancellationToken cancellationToken)
    {
        index.Clear();
        var (mark, total) = await BeginAsync(cancellationToken);
        var (done, after) = (0L, 0L);
        var next = stories.ReadAfterAsync(after, Batch, cancellationToken);
        while (await next is { Count: > 0 } batch)
        {
            after = batch[^1].Id;
            // The next are read while these are cut into words.
            next = Task.Run(() => stories.ReadAfterAsync(after, Batch, cancellationToken), cancellationToken);
            await Parallel.ForEachAsync(batch, cancellationToken, (story, _) =>
            {
                index.Put(story);
                return ValueTask.CompletedTask;
            });
            done += batch.Count;
            progress?.Invoke(done, Math.Max(total, done));
        }
        index.MarkAt(mark);
        index.Commit();
        index.Refresh();
    }

    private async Task<(IndexMark Mark, long Stories)> BeginAsync(CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        var mark = await IndexMark.NewestAsync(db, Rules, cancellationToken);
        return (mark, await db.Stories.LongCountAsync(story => story.State == StoryState.Published, cancellationToken));
    }
}
