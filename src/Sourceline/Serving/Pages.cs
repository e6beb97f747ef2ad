namespace Sourceline.Serving;

/// <summary>The pages that are kept: found where they still hold, made where not.</summary>
internal sealed class Pages(PageMemory memory, Freshness freshness, PageRenderer renderer)
{
    /// <summary>A page in memory that still holds.</summary>
    public Page? Find(string key)
    {
        if (memory.Find(key) is not { } page) return null;
        // The stamp is read first: what is touched while we look raises it, and the page is looked at again.
        var stamp = freshness.Stamp;
        if (page.HeldAt == stamp) return page;
        if (!freshness.Holds(page.MadeAt, page.Tags))
        {
            memory.Remove(page);
            return null;
        }
        page.HeldAt = stamp;
        return page;
    }

    /// <summary>The page as it is now; kept where it may be.</summary>
    /// <param name="key">Path and query.</param>
    /// <param name="keep">False where the address is not the page's own.</param>
    public async Task<Page> MakeAsync(string key, bool keep)
    {
        var page = await renderer.MakeAsync(key);
        page.Hits = Math.Max(page.Hits, (byte)1);
        if (keep && page.IsKept) memory.Keep(page);
        return page;
    }
}
