using System.Globalization;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.EventLog;
using Sourceline.Settings;

namespace Sourceline.PageCache;

/// <summary>The cached public pages. Its rebuild drops all of them; the server makes each again when it is asked for, and the rest in the background.</summary>
internal sealed class PageProjection(
    NewsDbFactory dbs,
    ActLog log,
    CacheInvalidator invalidator,
    PageStore store,
    PageCheck check,
    IOptions<SourcelineOptions> options,
    ILogger<PageStore> stores
) : Projection
{
    public override string Name => "pages";

    public override string Title => "the cached public pages";

    public override Task<long?> PositionAsync(CancellationToken cancellationToken)
    {
        if (invalidator.Position >= 0)
            return Task.FromResult<long?>(invalidator.Position);
        try
        {
            return Task.FromResult(PageStoreIndex.Read(PageCacheServices.FolderOf(options.Value))?.Followed.Position);
        }
        catch (InvalidDataException)
        {
            return Task.FromResult<long?>(null);
        }
    }

    /// <summary>Pages are stale from the moment at which this returns.</summary>
    public override Task ApplyAsync(long? upTo) => invalidator.FollowAsync(upTo);

    public override async Task<string> RebuildAsync(Action<long, long> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        await using var db = dbs.Create();
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            // To every server that runs on this database, each of its pages is older than this act.
            await Rebuilds.LogAsync(log, db, this, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        var dropped = store.IsOpen ? Clear(store) : ClearClosed();
        if (dropped is not { } pages)
            return "all pages dropped; the running server makes them again";
        progress(pages, pages);
        return string.Create(CultureInfo.InvariantCulture, $"{pages:N0} pages dropped; the server makes them again");
    }

    public override Task<string> CheckAsync(Findings findings, CancellationToken cancellationToken) =>
        check.RunAsync(findings, cancellationToken);

    /// <summary>Null where a server has them open, which drops them by itself.</summary>
    private int? ClearClosed()
    {
        var folder = PageCacheServices.FolderOf(options.Value);
        if (!Directory.Exists(folder))
            return 0;
        var pages = CountIndexed(folder);
        using var closed = new PageStore(folder, long.MaxValue, stores);
        // Of no fingerprint, so that nothing in it is believed.
        closed.Open([]);
        if (!closed.IsOpen)
            return null;
        closed.Clear();
        return pages;
    }

    private static int CountIndexed(string folder)
    {
        try
        {
            return PageStoreIndex.Read(folder)?.Slots().Count ?? 0;
        }
        catch (InvalidDataException)
        {
            return 0;
        }
    }

    private static int Clear(PageStore store)
    {
        var pages = store.Count;
        store.Clear();
        return pages;
    }
}
