using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Attribution.Model;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Formats.Writing;
using Sourceline.PageCache;
using Sourceline.Settings;
using Sourceline.Syndication;
using Sourceline.Web;

namespace Sourceline.Site;

/// <summary>The feeds of the site, of a section and of a source, in RSS, Atom and JSON Feed.</summary>
internal sealed class FeedEndpoints(
    NewsDb db,
    FeedEntries entries,
    SourceReader sources,
    PageParts parts,
    IOptions<SourcelineOptions> options
)
{
    private const int Length = 40;

    private readonly SiteOptions _site = options.Value.Site;

    /// <summary><c>/feed.rss</c>, <c>/feed.atom</c>, <c>/feed.json</c>.</summary>
    public async Task<IResult> OfSiteAsync(string format, CancellationToken cancellationToken)
    {
        var stories = await db.Published().NewestFirst().Take(Length).Cards(db).ToListAsync(cancellationToken);
        parts.Add(PageTag.Stories);
        return await WriteAsync(format, _site.Name, "", stories, cancellationToken);
    }

    /// <summary><c>/category/politics/feed.rss</c> and its like.</summary>
    public async Task<IResult> OfSectionAsync(string slug, string format, CancellationToken cancellationToken)
    {
        var section = await db.Categories.AsNoTracking().FirstOrDefaultAsync(known => known.Slug == slug, cancellationToken);
        if (section is null)
            return Results.NotFound();
        var stories = await db.Published(section.Id).NewestFirst().Take(Length).Cards(db).ToListAsync(cancellationToken);
        parts.Add(PageTag.Category(section.Id));
        return await WriteAsync(format, $"{_site.Name}: {section.Name}", SiteRoutes.Category(section.Slug), stories, cancellationToken);
    }

    /// <summary><c>/source/kommersant/feed.rss</c> and its like: the stories that lean on a source.</summary>
    public async Task<IResult> OfSourceAsync(string slug, string format, CancellationToken cancellationToken)
    {
        var source = await db.Sources.AsNoTracking().FirstOrDefaultAsync(known => known.Slug == slug, cancellationToken);
        if (source is null)
            return Results.NotFound();
        var stories = (await sources.ReadAsync(source.Id, null, cancellationToken)).Stories.Select(story => story.Card).ToList();
        if (stories.Count == 0)
            return Results.NotFound();
        var what = source.Kind == SourceKind.Outlet ? $"through {source.Name}" : source.Name;
        return await WriteAsync(format, $"{_site.Name}: {what}", SiteRoutes.Source(source.Slug), stories, cancellationToken);
    }

    private async Task<IResult> WriteAsync(
        string format,
        string title,
        string page,
        List<StoryCard> stories,
        CancellationToken cancellationToken
    )
    {
        parts.AddStories(stories.Select(story => story.Id));
        var feed = new FeedDocument
        {
            Title = title,
            HomeUrl = new Uri($"{_site.BaseUrl}{(page.Length == 0 ? "/" : page)}"),
            SelfUrl = new Uri($"{_site.BaseUrl}{page}/feed.{format}"),
            Description = page.Length == 0 ? _site.Tagline : null,
            Language = _site.Language,
            Updated =
                stories.Count == 0
                    ? DateTimeOffset.UnixEpoch
                    : stories.Max(story => new DateTimeOffset(story.UpdatedUtc ?? story.PublishedUtc)),
            Entries = [.. await entries.ReadAsync(db, stories.ConvertAll(story => story.Id), parts, cancellationToken)],
        };
        return FeedResponse.Of(format, feed);
    }
}
