using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Sourceline.Data.Checks;
using Sourceline.EventLog;

namespace Sourceline.Search.Index;

/// <summary>The search index. In the server <see cref="IndexWorker"/> keeps it in step; a command that adds many acts does so where no server has it open.</summary>
internal sealed class SearchProjection(
    IndexFolder folder,
    IndexBuilder builder,
    IndexWorker worker,
    IndexFollowing following,
    IndexCheck check
) : Projection
{
    public override string Name => "search";

    public override string Title => "the search index";

    public override Task<long?> PositionAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (folder.Current() is not { } path)
                return Task.FromResult<long?>(null);
            using var directory = FSDirectory.Open(path);
            if (!DirectoryReader.IndexExists(directory))
                return Task.FromResult<long?>(null);
            using var reader = DirectoryReader.Open(directory);
            return Task.FromResult(IndexMark.Read(reader.IndexCommit.UserData)?.Sequence);
        }
        catch (Exception e) when (IndexCheck.IsDamage(e))
        {
            return Task.FromResult<long?>(null);
        }
    }

    /// <summary>Wakes the worker and returns at once: nobody who acts waits for an index.</summary>
    public override Task ApplyAsync(long? upTo) => worker.WakeAsync();

    public override Task<TimeSpan?> FollowAsync(Task until, CancellationToken cancellationToken) =>
        following.FollowAsync(until, cancellationToken);

    /// <summary>Builds another index beside the one in use and puts it in its place when it is whole. A server takes it up by itself.</summary>
    public override async Task<string> RebuildAsync(Action<long, long> progress, CancellationToken cancellationToken)
    {
        var next = folder.Next();
        var stories = 0L;
        try
        {
            using var index = OpenIndex.Open(next, searched: false);
            await builder.BuildAsync(index, (done, total) => progress(stories = done, total), cancellationToken);
        }
        catch
        {
            IndexFolder.Delete(next);
            throw;
        }
        // A server that has the index before open deletes it when it leaves it.
        folder.Use(next);
        return string.Create(CultureInfo.InvariantCulture, $"{stories:N0} stories indexed");
    }

    public override Task<string> CheckAsync(Findings findings, CancellationToken cancellationToken) =>
        check.RunAsync(findings, cancellationToken);
}
