using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Media;

namespace Sourceline.Site;

/// <summary>
/// <c>/media/{hash}{ext}</c>: the files of published stories. The address is made of the bytes, but the story may be withheld or killed
/// at any time, so a browser asks again each time and is told by the ETag that it has them.
/// </summary>
internal sealed class MediaEndpoint(NewsDb db, MediaStore store)
{
    /// <summary>What a browser may show; anything else is saved, not opened.</summary>
    private static readonly HashSet<string> Shown = new(StringComparer.OrdinalIgnoreCase)
    {
        "image/jpeg",
        "image/png",
        "image/gif",
        "image/webp",
        "image/avif",
        "audio/mpeg",
        "audio/mp4",
        "audio/ogg",
        "audio/wav",
        "video/mp4",
        "video/webm",
        "video/ogg",
        "application/pdf",
    };

    public async Task<IResult> GetAsync(string name, HttpResponse response, CancellationToken cancellationToken)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot != 64)
            return Results.NotFound();
        var (hash, extension) = (name[..dot], name[dot..]);
        var file = await db
            .MediaFiles.AsNoTracking()
            .FirstOrDefaultAsync(known => known.Hash == hash && known.Extension == extension, cancellationToken);
        if (file is null || !await IsPublicAsync(hash, cancellationToken))
            return Results.NotFound();
        var path = store.PathOf(hash, extension);
        if (!File.Exists(path))
            return Results.NotFound();
        // Whatever is opened here runs nothing and belongs to no site.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
        response.Headers.CacheControl = "no-cache";
        var shown = Shown.Contains(file.MediaType);
        return Results.File(
            path,
            shown ? file.MediaType : "application/octet-stream",
            shown ? null : name,
            entityTag: new EntityTagHeaderValue($"\"{hash}\""),
            enableRangeProcessing: true
        );
    }

    /// <summary>A file of several stories is public while one of them is; one that belongs to none was brought in for its own sake.</summary>
    private Task<bool> IsPublicAsync(string hash, CancellationToken cancellationToken) =>
        db
            .StoryMedia.AsNoTracking()
            .Where(media => media.Hash == hash)
            .AnyAsync(
                media => media.StoryId == null || db.Stories.Any(story => story.Id == media.StoryId && story.State == StoryState.Published),
                cancellationToken
            );
}
