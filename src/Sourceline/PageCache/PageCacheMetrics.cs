using Sourceline.Telemetry;

namespace Sourceline.PageCache;

/// <summary>Lets whoever runs the server see how much is kept.</summary>
internal sealed class PageCacheMetrics(PageMemory memory, PageStore store, NewsMetrics metrics)
{
    public void Begin()
    {
        metrics.Watch("sourceline.pages.memory", "By", "What the pages in memory take.", () => memory.Size);
        metrics.Watch("sourceline.pages.disk", "By", "What the files of pages take.", () => store.Length);
        metrics.Watch("sourceline.pages.kept", "{page}", "Pages that lie on disk.", () => store.Count);
    }
}
