using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Ingest;

/// <summary>Recognises items by their origin and their id there.</summary>
internal static class ExistingStories
{
    /// <summary>The stories of the items that are known, tracked.</summary>
    public static async Task<Dictionary<(string, string), Story>> StoriesAsync(
        NewsDb db,
        IEnumerable<PreparedItem> items,
        CancellationToken cancellationToken
    )
    {
        var known = new Dictionary<(string, string), Story>();
        foreach (var origin in items.GroupBy(item => item.Origin))
        {
            var ids = origin.Select(item => item.Id).Distinct().ToList();
            foreach (
                var story in await db.Stories.Where(s => s.Origin == origin.Key && ids.Contains(s.OriginId)).ToListAsync(cancellationToken)
            )
                known[(story.Origin, story.OriginId)] = story;
        }
        return known;
    }

    /// <summary>What the origin sent last of the items that are known, as a hash.</summary>
    public static async Task<Dictionary<(string, string), string?>> HashesAsync(
        NewsDb db,
        IEnumerable<PreparedItem> items,
        CancellationToken cancellationToken
    )
    {
        var hashes = new Dictionary<(string, string), string?>();
        foreach (var origin in items.GroupBy(item => item.Origin))
        {
            var ids = origin.Select(item => item.Id).Distinct().ToList();
            var rows = await db
                .Stories.Where(s => s.Origin == origin.Key && ids.Contains(s.OriginId))
                .Select(s => new { s.OriginId, s.OriginHash })
                .ToListAsync(cancellationToken);
            foreach (var row in rows)
                hashes[(origin.Key, row.OriginId)] = row.OriginHash;
        }
        return hashes;
    }
}
