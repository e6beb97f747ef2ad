using Sourceline.Telemetry;

namespace Sourceline.PageCache;

/// <summary>The pages that are kept: sent where they still hold, made where not.</summary>
internal sealed class CachedPages(
    PageMemory memory,
    PageStore store,
    StoredPages stored,
    CacheInvalidator freshness,
    PageRenderer renderer,
    NewsMetrics metrics
)
{
    /// <summary>A page in memory that still holds.</summary>
    public Page? Find(string key)
    {
        if (memory.Find(key) is not { } page)
            return null;
        // The stamp is read first: what is touched while we look raises it, and the page is looked at again.
        var stamp = freshness.Stamp;
        if (page.HeldAt == stamp)
            return page;
        if (!freshness.Holds(page.MadeAt, page.Tags))
        {
            memory.Remove(page);
            return null;
        }
        page.HeldAt = stamp;
        return page;
    }

    /// <summary>Whether a page is kept somewhere and still holds.</summary>
    public bool Holds(string key) => Find(key) is not null || stored.Holds(key);

    /// <summary>Sends a page that is kept and holds; null where there is none.</summary>
    public Task? TrySend(HttpContext context, string key)
    {
        if (Find(key) is not { } page)
            return stored.TrySend(context, key);
        metrics.Sent(PageOrigin.Memory);
        return PageSender.SendAsync(context, page);
    }

    /// <summary>The page as it is now; kept where it may be.</summary>
    /// <param name="key">Path and query.</param>
    /// <param name="keep">False where the address is not the page's own.</param>
    public async Task<Page> MakeAsync(string key, bool keep)
    {
        var page = await renderer.MakeAsync(key);
        if (!keep || !page.IsKept)
            return page;
        page.Hits = Math.Max(page.Hits, (byte)1);
        memory.Keep(page);
        // There are as many pages with a query as anybody cares to ask for.
        if (!key.Contains('?', StringComparison.Ordinal))
            store.Put(page);
        return page;
    }

    /// <summary>Has a page that nobody asked for lie ready on disk.</summary>
    public async Task PrepareAsync(string key)
    {
        if (Holds(key))
            return;
        var page = await renderer.MakeAsync(key);
        if (page.IsKept)
            store.Put(page);
    }
}
