using Sourceline.Telemetry;

namespace Sourceline.PageCache;

/// <summary>Lets whoever runs the server see how much is kept.</summary>
internal sealed class PageCacheMetrics(PageMemory memory, PageStore store, NewsMetrics metrics)
{
    public void Begin()
    {
        metrics.Watch("sourceline.pages.memory", "By", "Bytes of cached pages in memory.", () => memory.Size);
        metrics.Watch("sourceline.pages.disk", "By", "Bytes of cached pages on disk.", () => store.Length);
        metrics.Watch("sourceline.pages.kept", "{page}", "Number of cached pages on disk.", () => store.Count);
    }
}
