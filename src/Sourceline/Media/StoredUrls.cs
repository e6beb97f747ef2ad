using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Formats;

namespace Sourceline.Media;

/// <summary>Makes the bodies of items refer to the files that are stored here.</summary>
internal sealed class StoredUrls(NewsDbFactory databases)
{
    /// <summary>
    /// The items as they are to be received. A story's text names the stored file and not the origin, so that the site shows it
    /// without asking a database and no reader's browser is sent to another's server; see docs/decisions/0008-imported-media.md.
    /// </summary>
    public async Task<IReadOnlyList<NewsItem>> RewriteAsync(IReadOnlyList<NewsItem> items, CancellationToken cancellationToken)
    {
        var candidates = items
            .Where(item => item.BodyHtml is not null)
            .SelectMany(item => BodyUrls.Candidates(item.BodyHtml!))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var stored = await StoredAsync(candidates, cancellationToken);
        return stored.Count == 0
            ? items
            : [.. items.Select(item => item.BodyHtml is { } body ? item with { BodyHtml = BodyUrls.Rewrite(body, stored) } : item)];
    }

    /// <summary>Which of these URLs lead to a file that is stored, or to a smaller copy of one.</summary>
    public async Task<HashSet<string>> CoveredAsync(IEnumerable<string> urls, CancellationToken cancellationToken)
    {
        var names = urls.Distinct(StringComparer.Ordinal)
            .ToDictionary(url => url, url => BodyUrls.Names(url).Where(name => name.Length <= MediaFetcher.MaxAddress).ToList());
        var stored = await StoredAsync([.. names.Values.SelectMany(some => some).Distinct(StringComparer.Ordinal)], cancellationToken);
        return [.. names.Where(pair => pair.Value.Exists(stored.ContainsKey)).Select(pair => pair.Key)];
    }

    private async Task<Dictionary<string, string>> StoredAsync(List<string> candidates, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<string, string>(StringComparer.Ordinal);
        if (candidates.Count == 0)
            return stored;
        await using var db = databases.Create();
        foreach (var some in candidates.Chunk(500))
        {
            var found = await db
                .StoryMedia.AsNoTracking()
                .Where(media => some.Contains(media.OriginUrl!))
                .Select(media => new
                {
                    media.OriginUrl,
                    media.Hash,
                    media.File!.Extension,
                })
                .ToListAsync(cancellationToken);
            foreach (var media in found)
                stored[media.OriginUrl!] = $"/media/{media.Hash}{media.Extension}";
        }
        return stored;
    }
}
