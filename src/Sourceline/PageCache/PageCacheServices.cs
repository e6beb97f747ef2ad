using Microsoft.Extensions.Options;
using Sourceline.EventLog;
using Sourceline.Settings;

namespace Sourceline.PageCache;

/// <summary>How public pages are kept, sent, and made again when they no longer hold.</summary>
public static class PageCacheServices
{
    public static void AddServing(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var services = app.Services;
        services.AddScoped<PageParts>();
        services.AddSingleton<InvalidationRules>();
        services.AddSingleton<CacheInvalidator>();
        services.AddSingleton(provider => new PageMemory(
            provider.GetRequiredService<IOptions<SourcelineOptions>>().Value.Pages.MemoryMegabytes * 1024L * 1024
        ));
        services.AddSingleton(provider =>
            OpenStore(provider.GetRequiredService<IOptions<SourcelineOptions>>().Value, provider.GetRequiredService<ILogger<PageStore>>())
        );
        services.AddSingleton<PageFingerprint>();
        services.AddSingleton<StoredPages>();
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<CachedPages>();
        services.AddSingleton<PageCacheMetrics>();
        services.AddSingleton<PageCheck>();
        services.AddSingleton<Projection, PageProjection>();
        services.AddHostedService<StoreKeeper>();
        services.AddHostedService<PageFiller>();
    }

    /// <summary>Where the pages lie.</summary>
    internal static string FolderOf(SourcelineOptions options) => Path.Combine(options.DataFolder, "pages");

    private static PageStore OpenStore(SourcelineOptions options, ILogger log) =>
        new(FolderOf(options), options.Pages.DiskMegabytes * 1024L * 1024, log);

    /// <summary>The very front: answers for pages that are kept.</summary>
    public static void UseKeptPages(this WebApplication app) => app.UseMiddleware<PageCacheMiddleware>();

    /// <summary>
    /// Routing, and behind it the pages that must be made. What comes after this makes them; what stands before it is not asked for
    /// them, so the error page stands before, and a page that fails is an error to whoever waits for it.
    /// </summary>
    public static void UsePublicPages(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var renderer = app.Services.GetRequiredService<PageRenderer>();
        app.Use(next =>
        {
            renderer.Pipeline = next;
            return next;
        });
        app.Services.GetRequiredService<PageCacheMetrics>().Begin();
        app.UseRouting();
        app.UseMiddleware<RoutedPageMiddleware>();
    }
}
