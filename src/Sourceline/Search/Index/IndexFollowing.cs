using System.Diagnostics;
using Lucene.Net.Store;
using Sourceline.EventLog;

namespace Sourceline.Search.Index;

/// <summary>Keeps the index in step for a verb, where no server has it open.</summary>
internal sealed class IndexFollowing(IndexKeeper keeper, SearchIndex search, LogFollower follower)
{
    /// <summary>Between two looks at the log: the acts of several batches together cost less.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>What a killed verb has to take in again.</summary>
    private static readonly TimeSpan BetweenCommits = TimeSpan.FromSeconds(5);

    /// <inheritdoc cref="Projection.FollowAsync"/>
    public async Task<TimeSpan?> FollowAsync(Task until, CancellationToken cancellationToken)
    {
        if (await TryFollowAsync(until, cancellationToken) is not (var worked, var gaveWay))
            return null;
        if (!gaveWay)
            return worked;
        // A server that was started meanwhile has it; should that end first, this goes on where it stopped.
        await Task.WhenAny(until, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        return worked + ((await TryFollowAsync(until, cancellationToken))?.Worked ?? TimeSpan.Zero);
    }

    /// <summary>Null where another program keeps the index.</summary>
    private async Task<(TimeSpan Worked, bool GaveWay)?> TryFollowAsync(Task until, CancellationToken cancellationToken)
    {
        try
        {
            var begun = Stopwatch.GetTimestamp();
            await keeper.OpenAsync(null, searched: false, cancellationToken);
            var opening = Stopwatch.GetElapsedTime(begun);
            var (worked, gaveWay) = await FollowAsync(search.Own!, until, cancellationToken);
            return (opening + worked, gaveWay);
        }
        catch (LockObtainFailedException)
        {
            return null;
        }
        finally
        {
            // Closing commits what was taken in.
            search.Use(null);
        }
    }

    private async Task<(TimeSpan Worked, bool GaveWay)> FollowAsync(OpenIndex index, Task until, CancellationToken cancellationToken)
    {
        var (worked, committed) = (TimeSpan.Zero, Stopwatch.GetTimestamp());
        while (true)
        {
            var last = until.IsCompleted;
            var begun = Stopwatch.GetTimestamp();
            var more = await follower.FollowAsync(index, refresh: false, cancellationToken);
            if (Stopwatch.GetElapsedTime(committed) > BetweenCommits)
            {
                index.Commit();
                committed = Stopwatch.GetTimestamp();
            }
            worked += Stopwatch.GetElapsedTime(begun);
            if (index.IsAskedFor)
                return (worked, true);
            if (more)
                continue;
            if (last)
                return (worked, false);
            await Task.WhenAny(until, Task.Delay(Pause, TimeProvider.System, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
