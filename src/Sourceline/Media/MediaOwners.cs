using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Media;

/// <summary>Tells files which story they belong to, once the stories are in.</summary>
internal sealed class MediaOwners(NewsDbFactory databases)
{
    private const int AtOnce = 200;

    /// <param name="owners">URL of the file, origin and identifier of the story as they are stored.</param>
    public async Task RecordAsync(IEnumerable<(string Url, string Origin, string StoryId)> owners, CancellationToken cancellationToken)
    {
        foreach (var some in owners.Chunk(AtOnce))
        {
            await using var db = databases.Create();
            await RecordSomeAsync(db, some, cancellationToken);
        }
    }

    /// <summary>The same in the transaction that the stories come with.</summary>
    /// <inheritdoc cref="RecordAsync(IEnumerable{ValueTuple{string, string, string}}, CancellationToken)"/>
    public static async Task RecordAsync(
        NewsDb db,
        IEnumerable<(string Url, string Origin, string StoryId)> owners,
        CancellationToken cancellationToken
    )
    {
        foreach (var some in owners.Chunk(AtOnce))
            await RecordSomeAsync(db, some, cancellationToken);
    }

    private static async Task RecordSomeAsync(
        NewsDb db,
        (string Url, string Origin, string StoryId)[] owners,
        CancellationToken cancellationToken
    )
    {
        var urls = owners.Select(owner => owner.Url).ToList();
        var free = await db
            .StoryMedia.Where(media => media.StoryId == null && urls.Contains(media.OriginUrl!))
            .ToListAsync(cancellationToken);
        if (free.Count == 0)
            return;
        var ids = owners.Select(owner => owner.StoryId).Distinct().ToList();
        var origins = owners.Select(owner => owner.Origin).Distinct().ToList();
        var stories = await db
            .Stories.AsNoTracking()
            .Where(story => origins.Contains(story.Origin) && ids.Contains(story.OriginId))
            .ToDictionaryAsync(story => (story.Origin, story.OriginId), story => story.Id, cancellationToken);
        var byUrl = owners.ToLookup(owner => owner.Url, owner => (owner.Origin, owner.StoryId));
        foreach (var media in free)
            media.StoryId = byUrl[media.OriginUrl!]
                .Select(owner => stories.TryGetValue(owner, out var id) ? id : (long?)null)
                .FirstOrDefault(id => id is not null);
        await db.SaveChangesAsync(cancellationToken);
    }
}
