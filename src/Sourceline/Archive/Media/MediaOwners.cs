using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Stories;

namespace Sourceline.Archive.Media;

/// <summary>Tells files which story they belong to, once the stories are in.</summary>
internal sealed class MediaOwners(NewsDbFactory databases)
{
    private const int AtOnce = 200;

    /// <param name="owners">Address of the file, origin and identifier of the story.</param>
    public async Task RecordAsync(IEnumerable<(string Url, string Origin, string StoryId)> owners, CancellationToken cancellationToken)
    {
        var stored = owners.Select(owner => (owner.Url, OriginKey.Origin(owner.Origin), OriginKey.Id(owner.StoryId)));
        foreach (var some in stored.Chunk(AtOnce)) await RecordSomeAsync(some, cancellationToken);
    }

    private async Task RecordSomeAsync((string Url, string Origin, string StoryId)[] owners, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        var urls = owners.Select(owner => owner.Url).ToList();
        var free = await db.StoryMedia.Where(media => media.StoryId == null && urls.Contains(media.OriginUrl!)).ToListAsync(cancellationToken);
        if (free.Count == 0) return;
        var ids = owners.Select(owner => owner.StoryId).Distinct().ToList();
        var origins = owners.Select(owner => owner.Origin).Distinct().ToList();
        var stories = await db.Stories.AsNoTracking()
            .Where(story => origins.Contains(story.Origin) && ids.Contains(story.OriginId))
            .ToDictionaryAsync(story => (story.Origin, story.OriginId), story => story.Id, cancellationToken);
        var byUrl = owners.ToLookup(owner => owner.Url, owner => (owner.Origin, owner.StoryId));
        foreach (var media in free)
            media.StoryId = byUrl[media.OriginUrl!].Select(owner => stories.TryGetValue(owner, out var id) ? id : (long?)null).FirstOrDefault(id => id is not null);
        await db.SaveChangesAsync(cancellationToken);
    }
}
