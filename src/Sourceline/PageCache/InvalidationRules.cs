using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;

namespace Sourceline.PageCache;

/// <summary>How far an act reaches among what readers see.</summary>
[Flags]
internal enum InvalidationScope
{
    /// <summary>The story itself, wherever it is shown.</summary>
    Story = 0,

    /// <summary>Also which stories lean on its sources.</summary>
    Sources = 1,

    /// <summary>Also which lists it stands in and where.</summary>
    Lists = 2,

    /// <summary>Also its address, its language and what it is a translation of.</summary>
    Translations = 4,

    /// <summary>Every page.</summary>
    Everything = 8,
}

/// <summary>
/// Decides what acts touch, from the log and the rows as they stand, so that every node that follows the log comes to the same. Where a
/// story stood before is not known any more and need not be: a page that showed it is made of the story.
/// </summary>
internal sealed class InvalidationRules(SiteTime time)
{
    /// <summary>How far a kind of act reaches; one that nobody has thought of here reaches everything, which is slow and never wrong.</summary>
    public static InvalidationScope Of(ActKind kind) => kind switch
    {
        ActKind.ApproveReply or ActKind.RejectReply or ActKind.MarkReplySpam or ActKind.HoldReply or ActKind.Draft => InvalidationScope.Story,
        ActKind.ReviewStatements => InvalidationScope.Sources,
        ActKind.LinkTranslation or ActKind.UnlinkTranslation => InvalidationScope.Translations,
        // A new headline is a new address.
        ActKind.CorrectMinor or ActKind.CorrectMaterial or ActKind.Clarify => InvalidationScope.Sources | InvalidationScope.Translations,
        // An update may come from outside with another category, date and language, and so may a version that is only received.
        ActKind.Receive or ActKind.Publish or ActKind.Update or ActKind.Schedule or ActKind.Embargo => InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations,
        ActKind.Withhold or ActKind.Release or ActKind.Kill or ActKind.TakeDown or ActKind.Unpublish => InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations,
        _ => InvalidationScope.Everything,
    };

    /// <summary>The tags that the acts touch; null where they touch everything.</summary>
    public async Task<HashSet<ulong>?> ReadAsync(NewsDb db, IReadOnlyList<Act> acts, CancellationToken cancellationToken)
    {
        var reaches = new Dictionary<long, InvalidationScope>();
        foreach (var act in acts)
        {
            var reach = Of(act.Kind);
            if (reach.HasFlag(InvalidationScope.Everything) || act.StoryId is not { } story) return null;
            reaches[story] = reaches.GetValueOrDefault(story) | reach;
        }
        var touched = new HashSet<ulong> { PageTag.AnyAct.Value };
        List<long> ids = [.. reaches.Keys];
        // What never was public is on no page.
        var stories = await db.Stories.AsNoTracking().Where(story => ids.Contains(story.Id) && story.LiveVersion != null)
            .Select(story => new { story.Id, story.Number, story.CategoryId, story.PublishedUtc, story.TranslationKey }).ToListAsync(cancellationToken);
        var sets = new HashSet<string>();
        foreach (var story in stories)
        {
            Touch(touched, PageTag.Story(story.Id), PageTag.Numbers(story.Number / PageTag.NumberRange));
            if (reaches[story.Id].HasFlag(InvalidationScope.Lists)) TouchLists(touched, story.CategoryId, story.PublishedUtc);
            if (!reaches[story.Id].HasFlag(InvalidationScope.Translations)) continue;
            Touch(touched, PageTag.Alternate(story.Id));
            if (story.TranslationKey is { } key) sets.Add(key);
        }
        if (sets.Count > 0) await TouchTranslationsAsync(touched, db, sets, cancellationToken);
        ids = [.. stories.Select(story => story.Id).Where(id => reaches[id].HasFlag(InvalidationScope.Sources))];
        if (ids.Count > 0) await TouchSourcesAsync(touched, db, ids, cancellationToken);
        return touched;
    }

    private void TouchLists(HashSet<ulong> touched, int category, DateTime? publishedUtc)
    {
        Touch(touched, PageTag.Stories, PageTag.Category(category));
        if (publishedUtc is not { } utc) return;
        var day = time.Day(utc);
        Touch(touched, PageTag.Day(day), PageTag.Month(day), PageTag.Year(day.Year));
    }

    /// <summary>A set that a story has left is not known any more: the pages of its stories are made of <see cref="PageTag.Alternate"/>.</summary>
    private static async Task TouchTranslationsAsync(HashSet<ulong> touched, NewsDb db, HashSet<string> sets, CancellationToken cancellationToken)
    {
        foreach (var key in sets) Touch(touched, PageTag.Translations(key));
        // The sitemap's parts name the translations of their stories, which may have numbers of another part.
        var ranges = await db.Stories.AsNoTracking().Where(story => sets.Contains(story.TranslationKey!) && story.State == StoryState.Published)
            .Select(story => story.Number / PageTag.NumberRange).Distinct().ToListAsync(cancellationToken);
        foreach (var range in ranges) Touch(touched, PageTag.Numbers(range));
    }

    private static async Task TouchSourcesAsync(HashSet<ulong> touched, NewsDb db, List<long> stories, CancellationToken cancellationToken)
    {
        Touch(touched, PageTag.Sources);
        var sources = await db.Dependencies.AsNoTracking().Where(lean => stories.Contains(lean.StoryId)).Select(lean => lean.SourceId).Distinct().ToListAsync(cancellationToken);
        foreach (var source in sources) Touch(touched, PageTag.Source(source));
    }

    private static void Touch(HashSet<ulong> touched, params ReadOnlySpan<PageTag> tags)
    {
        foreach (var tag in tags) touched.Add(tag.Value);
    }
}
