using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Stories.Publishing;

namespace Sourceline.PageCache;

/// <summary>
/// Decides what acts touch, from the log and the rows as they stand, so that every node that follows the log comes to the same. Where a
/// story stood before is not known any more and need not be: a page that showed it is made of the story.
/// </summary>
internal sealed class InvalidationRules(SiteTime time)
{
    /// <summary>The tags that the acts touch; null where they touch everything.</summary>
    public async Task<HashSet<ulong>?> ReadAsync(NewsDb db, IReadOnlyList<Act> acts, CancellationToken cancellationToken)
    {
        var reaches = new Dictionary<long, InvalidationScope>();
        var touched = new HashSet<ulong> { PageTag.AnyAct.Value };
        foreach (var act in acts)
        {
            var reach = ActRegistry.Of(act.Kind).Stale;
            if (reach.HasFlag(InvalidationScope.Everything) || act.StoryId is not { } story)
                return null;
            reaches[story] = reaches.GetValueOrDefault(story) | reach;
            // The lists of the day that it had before have one story less.
            if (act.DateBeforeUtc is { } before)
                TouchDay(touched, before);
        }
        List<long> ids = [.. reaches.Keys];
        // What never was public is on no page.
        var stories = await db
            .Stories.AsNoTracking()
            .Where(story => ids.Contains(story.Id) && story.LiveVersion != null)
            .Select(story => new
            {
                story.Id,
                story.Number,
                story.CategoryId,
                story.PublishedUtc,
                story.TranslationKey,
            })
            .ToListAsync(cancellationToken);
        var sets = new HashSet<string>();
        foreach (var story in stories)
        {
            Touch(touched, PageTag.Story(story.Id), PageTag.Numbers(story.Number / PageTag.NumberRange));
            if (reaches[story.Id].HasFlag(InvalidationScope.Lists))
                TouchLists(touched, story.CategoryId, story.PublishedUtc);
            if (!reaches[story.Id].HasFlag(InvalidationScope.Translations))
                continue;
            Touch(touched, PageTag.Alternate(story.Id));
            if (story.TranslationKey is { } key)
                sets.Add(key);
        }
        if (sets.Count > 0)
            await TouchTranslationsAsync(touched, db, sets, cancellationToken);
        ids = [.. stories.Select(story => story.Id).Where(id => reaches[id].HasFlag(InvalidationScope.Sources))];
        if (ids.Count > 0)
            await TouchSourcesAsync(touched, db, ids, cancellationToken);
        return touched;
    }

    private void TouchLists(HashSet<ulong> touched, int category, DateTime? publishedUtc)
    {
        Touch(touched, PageTag.Stories, PageTag.Category(category));
        if (publishedUtc is { } utc)
            TouchDay(touched, utc);
    }

    private void TouchDay(HashSet<ulong> touched, DateTime utc)
    {
        var day = time.Day(utc);
        Touch(touched, PageTag.Day(day), PageTag.Month(day), PageTag.Year(day.Year));
    }

    /// <summary>A set that a story has left is not known any more: the pages of its stories are made of <see cref="PageTag.Alternate"/>.</summary>
    private static async Task TouchTranslationsAsync(
        HashSet<ulong> touched,
        NewsDb db,
        HashSet<string> sets,
        CancellationToken cancellationToken
    )
    {
        foreach (var key in sets)
            Touch(touched, PageTag.Translations(key));
        // The sitemap's parts name the translations of their stories, which may have numbers of another part.
        var ranges = await db
            .Stories.AsNoTracking()
            .Where(story => sets.Contains(story.TranslationKey!) && story.State == StoryState.Published)
            .Select(story => story.Number / PageTag.NumberRange)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var range in ranges)
            Touch(touched, PageTag.Numbers(range));
    }

    private static async Task TouchSourcesAsync(HashSet<ulong> touched, NewsDb db, List<long> stories, CancellationToken cancellationToken)
    {
        Touch(touched, PageTag.Sources);
        var sources = await db
            .Dependencies.AsNoTracking()
            .Where(one => stories.Contains(one.StoryId))
            .Select(one => one.SourceId)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var source in sources)
            Touch(touched, PageTag.Source(source));
    }

    private static void Touch(HashSet<ulong> touched, params ReadOnlySpan<PageTag> tags)
    {
        foreach (var tag in tags)
            touched.Add(tag.Value);
    }
}
