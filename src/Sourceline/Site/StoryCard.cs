using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;

namespace Sourceline.Site;

/// <summary>A story in a list.</summary>
public sealed record StoryCard(
    long Id,
    long Number,
    string Slug,
    string Headline,
    string? Lead,
    DateTime PublishedUtc,
    DateTime? UpdatedUtc,
    string Language,
    string Section,
    string SectionSlug,
    string? Byline,
    int Replies
)
{
    public string Address => Sourceline.Web.SiteRoutes.Story(Number, Slug);

    public string Direction => TextDirection.Of(Language);
}

/// <summary>Lists of published stories, newest first, read along an index and cut by key.</summary>
internal static class StoryLists
{
    /// <summary>The published stories of a section, or of all.</summary>
    public static IQueryable<Story> Published(this NewsDb db, int? category = null)
    {
        var stories = db.Stories.AsNoTracking().Where(story => story.State == StoryState.Published && story.PublishedUtc != null);
        return category is { } id ? stories.Where(story => story.CategoryId == id) : stories;
    }

    /// <summary>Those older than a story.</summary>
    /// <remarks>"At or before" comes first so that both databases begin in the index there, instead of reading up to it.</remarks>
    public static IQueryable<Story> Before(this IQueryable<Story> stories, StoryKey? key) =>
        key is not { } at
            ? stories
            : stories.Where(story => story.PublishedUtc <= at.PublishedUtc && (story.PublishedUtc < at.PublishedUtc || story.Id < at.Id));

    public static IQueryable<Story> NewestFirst(this IQueryable<Story> stories) =>
        stories.OrderByDescending(story => story.PublishedUtc).ThenByDescending(story => story.Id);

    /// <summary>The stories with what a list shows of their live versions; the order stays.</summary>
    public static IQueryable<StoryCard> Cards(this IQueryable<Story> stories, NewsDb db) =>
        from story in stories
        from version in db.Versions.Where(version => version.StoryId == story.Id && version.Number == story.LiveVersion)
        select new StoryCard(
            story.Id,
            story.Number,
            story.Slug,
            version.Headline,
            version.Lead,
            story.PublishedUtc!.Value,
            story.UpdatedUtc,
            story.Language,
            story.Category!.Name,
            story.Category.Slug,
            version.Byline,
            story.ReplyCount
        );

    /// <summary>Where a list goes on: after the story of this number. Null for a number that never was public: a story on its way has a date too.</summary>
    public static Task<StoryKey?> KeyAsync(this NewsDb db, long number, CancellationToken cancellationToken) =>
        db
            .Stories.AsNoTracking()
            .Where(story => story.Number == number && story.LiveVersion != null && story.PublishedUtc != null)
            .Select(story => (StoryKey?)new StoryKey(story.PublishedUtc!.Value, story.Id))
            .FirstOrDefaultAsync(cancellationToken);
}

/// <summary>A story's place in a list.</summary>
public readonly record struct StoryKey(DateTime PublishedUtc, long Id);
