namespace Sourceline.PageCache;

/// <summary>
/// Opens the store before the first reader is let in, believing it as far as the log goes on from where it was; then writes down from
/// time to time how far the log has been followed, and moves pages out of files that are mostly dead.
/// </summary>
internal sealed partial class StoreKeeper(
    PageStore store,
    CacheInvalidator freshness,
    PageFingerprint fingerprint,
    ILogger<StoreKeeper> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Between two looks for a folder that was deleted.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var followed = store.Open(fingerprint.Bytes);
        if (!await freshness.StartAsync(followed, cancellationToken) && followed is not null)
            store.Clear();
        await freshness.FollowAsync(null);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SaveAsync(cancellationToken);
        // Nobody is served any more, and another program may want the folder.
        store.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A server that is killed before the first pause has its pages already; nobody waits for it.
        await SaveAsync(stoppingToken);
        using var timer = new PeriodicTimer(Look);
        for (var looks = 1; await timer.WaitForNextTickAsync(stoppingToken); looks++)
        {
            if (store.IsLost)
                Restore();
            if (looks % (Pause / Look) != 0)
                continue;
            // Off the readers' threads' turn: a file is 64 MiB.
            await Task.Run(store.Compact, stoppingToken);
            await SaveAsync(stoppingToken);
        }
    }

    private void Restore()
    {
        Lost(log);
        store.Reopen(fingerprint.Bytes);
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (!store.IsOpen)
            return;
        try
        {
            var followed = await freshness.TakeDownAsync(cancellationToken);
            store.Save(fingerprint.Bytes, followed);
        }
#pragma warning disable CA1031 // Without it more is made again after a restart; nothing else is lost.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            CannotSave(log, e);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The folder of cached pages was deleted; it is made again, and pages are cached in it as they are asked for."
    )]
    private static partial void Lost(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be written down which pages lie on disk; it is tried again.")]
    private static partial void CannotSave(ILogger logger, Exception exception);
}
