using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Formats;

namespace Sourceline.Ingest;

/// <summary>Keeps the addresses that stories had at their origin, so that old links go on working.</summary>
internal sealed class LegacyUrls(NewsDb db)
{
    /// <summary>The rows for addresses that no story holds yet.</summary>
    public async Task<IEnumerable<StoryAddress>> OfAsync(IReadOnlyList<ReceivedItem> arrivals, CancellationToken cancellationToken)
    {
        var wanted = new Dictionary<string, Story>(StringComparer.Ordinal);
        foreach (var arrival in arrivals)
        {
            var (item, story) = (arrival.Item, arrival.Story);
            // WordPress answers to a post's number whatever its permalinks look like.
            if (item.Incoming.Format == NewsFormat.Wxr && item.Item.Number is { } post)
                wanted.TryAdd(string.Create(CultureInfo.InvariantCulture, $"/?p={post}"), story);
            foreach (var former in item.Item.FormerUrls.Prepend(item.Item.Url))
            {
                if (Uri.TryCreate(former, UriKind.Absolute, out var url) && StoryAddress.Normalise(url.PathAndQuery) is { } path)
                    wanted.TryAdd(path, story);
            }
        }
        if (wanted.Count == 0)
            return [];
        var taken = await db.StoryAddresses.Where(a => wanted.Keys.Contains(a.Path)).Select(a => a.Path).ToListAsync(cancellationToken);
        foreach (var path in taken)
            wanted.Remove(path);
        return wanted.Select(pair => new StoryAddress { Path = pair.Key, StoryId = pair.Value.Id });
    }
}
