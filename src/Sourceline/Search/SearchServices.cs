using Microsoft.AspNetCore.ResponseCompression;
using Sourceline.EventLog;
using Sourceline.Search.Index;
using Sourceline.Web;

namespace Sourceline.Search;

/// <summary>The search of the archive: its index, its page, its programs' interface.</summary>
public static class SearchServices
{
    public static void AddSearch(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var services = app.Services;
        services.AddSingleton<IndexFolder>();
        services.AddSingleton<SearchIndex>();
        services.AddSingleton<PublicStories>();
        services.AddSingleton<IndexBuilder>();
        services.AddSingleton<LogFollower>();
        services.AddSingleton<IndexKeeper>();
        services.AddSingleton<IndexWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<IndexWorker>());
        services.AddSingleton<IndexFollowing>();
        services.AddSingleton<IndexCheck>();
        services.AddSingleton<Projection, SearchProjection>();
        services.AddScoped<FoundStories>();
        services.AddScoped<Searcher>();
        services.AddScoped<SearchApi>();
        services.AddScoped<SearchFeeds>();
        // Nothing in an answer is secret, so its size over TLS tells nobody anything.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes,
                "application/rss+xml",
                "application/atom+xml",
                "application/feed+json",
                "application/problem+json",
            ];
        });
    }

    public static void MapSearch(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        // A search is asked for once: its answer is made and sent, and not kept like a page.
        app.UseWhen(IsSearch, search => search.UseResponseCompression());
        app.MapMethods("/api/search", ReadMethods.All, (HttpContext context, SearchApi api) => api.GetAsync(context));
        app.MapMethods(
            "/search/feed.{format:regex(^(rss|atom|json)$)}",
            ReadMethods.All,
            (string format, HttpContext context, SearchFeeds feeds, CancellationToken cancellationToken) =>
                feeds.GetAsync(format, context, cancellationToken)
        );
    }

    private static bool IsSearch(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/search", StringComparison.Ordinal)
        || context.Request.Path.StartsWithSegments("/api/search", StringComparison.Ordinal);
}
