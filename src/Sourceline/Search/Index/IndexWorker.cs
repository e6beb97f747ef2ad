using System.Diagnostics;
using Lucene.Net.Store;
using Sourceline.BackgroundWork;
using Sourceline.PageCache;
using Sourceline.Telemetry;

namespace Sourceline.Search.Index;

/// <summary>Follows the log while the server runs: what is done is found within a fraction of a second, also when it was done elsewhere.</summary>
internal sealed partial class IndexWorker(
    IndexKeeper keeper,
    SearchIndex search,
    LogFollower follower,
    CacheInvalidator pages,
    NewsMetrics metrics,
    ILogger<IndexWorker> log
) : BackgroundService
{
    /// <summary>The signal wakes at once; this finds an index that was put in place of the open one.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Between two takings in: many acts together cost less, and searches keep what they have warmed. After much was taken in, as beside an
    /// import, this rests four times as long as it worked, and still shows every act within a second.
    /// </summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(150);

    private static readonly TimeSpan LongestBreath = TimeSpan.FromMilliseconds(700);

    /// <summary>After something went wrong; no signal, of which there are two a second, ends it.</summary>
    private static readonly TimeSpan LongPause = TimeSpan.FromSeconds(5);

    /// <summary>A commit waits for the disk; what is lost without one is only read from the log again.</summary>
    private static readonly TimeSpan BetweenCommits = TimeSpan.FromSeconds(10);

    private const ConfigureAwaitOptions Quietly = ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;

    private readonly SemaphoreSlim _woken = new(0, 1);
    private bool _told;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        ProcessPriority.RunAsideAsync("search index", () => WorkAsync(stoppingToken));

    // Pauses are of real time: it is the machine that is spared, whatever the newsroom's clock says.
    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        metrics.Watch("sourceline.search.lag", "{act}", "Acts that the search index has not followed yet.", () =>
            Math.Max(0, pages.Position - search.Sequence)
        );
        var committed = Environment.TickCount64;
        var written = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            var (pause, breath) = (Pause, LongPause);
            var begun = Stopwatch.GetTimestamp();
            try
            {
                if (await RoundAsync(stoppingToken))
                    (written, pause) = (true, TimeSpan.Zero);
                if (written && Environment.TickCount64 - committed > BetweenCommits.TotalMilliseconds)
                {
                    search.Own?.Commit();
                    (written, committed) = (false, Environment.TickCount64);
                }
                _told = false;
                breath = BreathAfter(Stopwatch.GetElapsedTime(begun));
            }
#pragma warning disable CA1031 // A database or a disk that is away for a moment must not end the work for good.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Tell(e);
                pause = TimeSpan.Zero;
            }
            await Task.Delay(breath, TimeProvider.System, stoppingToken).ConfigureAwait(Quietly);
            if (pause > TimeSpan.Zero)
                await ((Task)_woken.WaitAsync(pause, stoppingToken)).ConfigureAwait(Quietly);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Closing commits.
        search.Use(null);
    }

    public override void Dispose()
    {
        base.Dispose();
        _woken.Dispose();
    }

    private static TimeSpan BreathAfter(TimeSpan work) => TimeSpan.FromTicks(Math.Clamp(4 * work.Ticks, Breath.Ticks, LongestBreath.Ticks));

    /// <summary>Has it look at the log soon.</summary>
    public Task WakeAsync()
    {
        try
        {
            if (_woken.CurrentCount == 0)
                _woken.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Somebody else woke it between the two, or it has ended.
        }
        return Task.CompletedTask;
    }

    private async Task<bool> RoundAsync(CancellationToken cancellationToken)
    {
        // One whose building broke off, or whose writing, is closed before it is opened again; one that was replaced answers until the other is open.
        if (search.Own is { Mark: null } or { IsSpoiled: true })
            search.Use(null);
        if (search.Own is null || keeper.IsReplaced())
            await OpenAsync(cancellationToken);
        return search.Own is { } own && await follower.FollowAsync(own, refresh: true, cancellationToken);
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await keeper.OpenAsync(null, searched: true, cancellationToken);
        }
        catch (LockObtainFailedException)
        {
            keeper.Borrow();
        }
    }

    private void Tell(Exception e)
    {
        if (_told)
            return;
        _told = true;
        RoundFailed(log, e);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index could not follow the log; it is tried again.")]
    private static partial void RoundFailed(ILogger logger, Exception exception);
}
