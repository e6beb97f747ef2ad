using Sourceline.Hosting;
using Sourceline.Search.Index;

namespace Sourceline.Search;

/// <summary>The search of the archive: its index, its page, its programs' interface.</summary>
public static class SearchServices
{
    private static readonly string[] Reading = ["GET", "HEAD"];

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
        services.AddHostedService<IndexWorker>();
        services.AddSingleton<NewsroomCheck, IndexCheck>();
        services.AddScoped<FoundStories>();
        services.AddScoped<Searcher>();
        services.AddScoped<SearchApi>();
        services.AddScoped<SearchFeeds>();
    }

    public static void MapSearch(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var site = app.MapGroup("").WithMetadata(new PublicPageAttribute());
        site.MapMethods("/api/search", Reading, (HttpContext context, SearchApi api) => api.GetAsync(context));
        site.MapMethods("/search/feed.{format:regex(^(rss|atom|json)$)}", Reading,
            (string format, HttpRequest request, SearchFeeds feeds, CancellationToken cancellationToken) => feeds.GetAsync(format, request, cancellationToken));
    }
}
