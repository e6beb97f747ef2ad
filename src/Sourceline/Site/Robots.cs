using Microsoft.Extensions.Options;
using Sourceline.PageCache;
using Sourceline.Settings;

namespace Sourceline.Site;

/// <summary><c>/robots.txt</c>: all may read, the desk has nothing to read.</summary>
internal static class Robots
{
    public static IResult Get(PageParts parts, IOptions<SourcelineOptions> options)
    {
        parts.Add(PageTag.Nothing);
        return Results.Text(
            $"User-agent: *\nDisallow: /desk\nDisallow: /api/\n\nSitemap: {options.Value.Site.BaseUrl}/sitemap.xml\nSitemap: {options.Value.Site.BaseUrl}/sitemap-news.xml\n",
            "text/plain; charset=utf-8"
        );
    }
}
