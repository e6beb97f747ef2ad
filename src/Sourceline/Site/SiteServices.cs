using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;
using Sourceline.PageCache;
using Sourceline.Site.Pictures;
using Sourceline.Web;

namespace Sourceline.Site;

/// <summary>What readers see: pages, feeds, the sitemap, media.</summary>
public static class SiteServices
{
    public static void AddSite(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var services = app.Services;
        services.AddScoped<PageHead>();
        services.AddScoped<MissingPages>();
        services.AddScoped<StoryReader>();
        services.AddScoped<SourceReader>();
        services.AddScoped<Calendar>();
        services.AddScoped<FeedEndpoints>();
        services.AddScoped<Sitemap>();
        services.AddScoped<NewsSitemap>();
        services.AddScoped<MediaEndpoint>();
        services.AddScoped<SocialPictureEndpoint>();
        services.Configure<MvcOptions>(options => options.Filters.Add<NotFoundFilter>());
        // Letters of all scripts go out as they are: as numbers a Persian page is three times as large.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    public static void MapSite(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseFontCaching();
        // None of these reads a query.
        var site = app.MapGroup("").WithMetadata(new PublicPageAttribute { Query = "" });
        site.MapMethods("/robots.txt", ReadMethods.All, Robots.Get);
        site.MapMethods("/sitemap.xml", ReadMethods.All, (Sitemap sitemap, CancellationToken cancellationToken) =>
            sitemap.IndexAsync(cancellationToken)
        );
        site.MapMethods("/sitemap-news.xml", ReadMethods.All, (NewsSitemap sitemap, CancellationToken cancellationToken) =>
            sitemap.GetAsync(cancellationToken)
        );
        // Without leading zeros: each address would be kept as another page.
        site.MapMethods(
            "/sitemap-{part:regex(^(0|[1-9][0-9]{{0,14}})$)}.xml",
            ReadMethods.All,
            (long part, Sitemap sitemap, CancellationToken cancellationToken) => sitemap.PartAsync(part, cancellationToken)
        );
        site.MapMethods(
            "/{number:long}/picture.png",
            ReadMethods.All,
            (long number, SocialPictureEndpoint pictures, CancellationToken cancellationToken) =>
                pictures.GetAsync(number, cancellationToken)
        );
        MapFeeds(site);
        app.MapMethods(
            "/media/{name}",
            ReadMethods.All,
            (string name, MediaEndpoint media, HttpResponse response, CancellationToken cancellationToken) =>
                media.GetAsync(name, response, cancellationToken)
        );
    }

    private static void MapFeeds(RouteGroupBuilder site)
    {
        site.MapMethods(
            "/feed.{format:regex(^(rss|atom|json)$)}",
            ReadMethods.All,
            (string format, FeedEndpoints feeds, CancellationToken cancellationToken) => feeds.OfSiteAsync(format, cancellationToken)
        );
        site.MapMethods(
            "/category/{slug}/feed.{format:regex(^(rss|atom|json)$)}",
            ReadMethods.All,
            (string slug, string format, FeedEndpoints feeds, CancellationToken cancellationToken) =>
                feeds.OfSectionAsync(slug, format, cancellationToken)
        );
        site.MapMethods(
            "/source/{slug}/feed.{format:regex(^(rss|atom|json)$)}",
            ReadMethods.All,
            (string slug, string format, FeedEndpoints feeds, CancellationToken cancellationToken) =>
                feeds.OfSourceAsync(slug, format, cancellationToken)
        );
    }

    /// <summary>Fonts carry their version in the address that the style sheet asks for, so an answer holds for ever.</summary>
    private static void UseFontCaching(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (context.Request.Path.StartsWithSegments("/fonts", StringComparison.Ordinal) && context.Request.Query.ContainsKey("v"))
                {
                    context.Response.OnStarting(
                        static state =>
                        {
                            var response = (HttpResponse)state;
                            if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                                response.Headers.CacheControl = "public, max-age=31536000, immutable";
                            return Task.CompletedTask;
                        },
                        context.Response
                    );
                }
                return next(context);
            }
        );
}
