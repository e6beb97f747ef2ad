using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Formats.Writing;
using Sourceline.Localization;
using Sourceline.Syndication;

namespace Sourceline.Archive.Exporting;

/// <summary>Published stories, read a page at a time by key.</summary>
internal sealed class StoryEntries(NewsDbFactory databases, FeedEntries entries, SiteTime time)
{
    private const int Page = 100;

    /// <summary>Whether there is a category with this name or key.</summary>
    public async Task<bool> HasCategoryAsync(string category, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        return await db.Categories.AnyAsync(known => known.Slug == category || known.Name == category, cancellationToken);
    }

    /// <summary>In the order in which they came in.</summary>
    public async IAsyncEnumerable<FeedEntry> ReadAsync(ExportFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        while (true)
        {
            await using var db = databases.Create();
            var after = last;
            var ids = await filter
                .Apply(db.Stories.AsNoTracking(), time)
                .Where(story => story.Id > after)
                .OrderBy(story => story.Id)
                .Select(story => story.Id)
                .Take(Page)
                .ToListAsync(cancellationToken);
            if (ids.Count == 0)
                yield break;
            last = ids[^1];
            foreach (var entry in await entries.ReadAsync(db, ids, null, cancellationToken))
                yield return entry;
        }
    }
}
