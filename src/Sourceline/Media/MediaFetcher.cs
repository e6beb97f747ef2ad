using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Formats;
using Sourceline.Outgoing;
using Sourceline.Stories.Html;

namespace Sourceline.Media;

/// <summary>Fetches the files of imported items and stores them under their hash, each address once.</summary>
internal sealed class MediaFetcher(GuardedHttp http, SavedPageFiles saved, MediaStore store, NewsDbFactory databases, TimeProvider clock)
    : IDisposable
{
    /// <summary>The longest address that is kept.</summary>
    public const int MaxAddress = 1000;

    // A server that could not be reached so often in a row is not asked again in this import: each try may cost the whole time-out.
    private const int Patience = 3;

    private readonly ConcurrentDictionary<string, int> _unreached = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _oneWriter = new(1);

    /// <summary>Never throws for a file that cannot be had; says why instead.</summary>
    public async Task<MediaResult> FetchAsync(ItemAttachment attachment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        if (!Uri.TryCreate(attachment.Url, UriKind.Absolute, out var address))
            return Refused("its address is not complete");
        if (attachment.Url.Length > MaxAddress)
            return Refused("its address is too long");
        if (await IsHereAsync(attachment.Url, cancellationToken))
            return new MediaResult(MediaState.AlreadyHere);
        if (saved.PathOf(attachment.Url) is { } path)
            return await StoreAsync(attachment, await File.ReadAllBytesAsync(path, cancellationToken), cancellationToken);
        if (_unreached.GetValueOrDefault(address.Host) >= Patience)
            return Refused("the server cannot be reached");
        try
        {
            using var bytes = new MemoryStream();
            await http.GetAsync(address, bytes, cancellationToken);
            _unreached[address.Host] = 0;
            return await StoreAsync(attachment, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken);
        }
        catch (FetchException e)
        {
            if (e.ServerUnreachable)
                _unreached.AddOrUpdate(address.Host, 1, (_, times) => times + 1);
            return Refused(e.Message);
        }
    }

    /// <summary>Which of these addresses have been fetched before.</summary>
    public async Task<HashSet<string>> HereAsync(IReadOnlyList<string> urls, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        return
        [
            .. await db
                .StoryMedia.Where(media => urls.Contains(media.OriginUrl!))
                .Select(media => media.OriginUrl!)
                .ToListAsync(cancellationToken),
        ];
    }

    public void Dispose() => _oneWriter.Dispose();

    private static MediaResult Refused(string reason) => new(MediaState.NotFetched, $"The file was not fetched: {reason}.");

    private async Task<bool> IsHereAsync(string url, CancellationToken cancellationToken)
    {
        await using var db = databases.Create();
        return await db.StoryMedia.AnyAsync(media => media.OriginUrl == url, cancellationToken);
    }

    private async Task<MediaResult> StoreAsync(ItemAttachment attachment, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (MediaType.Detect(bytes.Span) is not { } type)
            return Refused("it is no picture, sound, film or PDF that is known here");
        var hash = await store.StoreAsync(bytes, type.Extension, cancellationToken);
        // Fetched side by side, written one after the other: two of them may hold the same bytes.
        await _oneWriter.WaitAsync(cancellationToken);
        try
        {
            return new MediaResult(
                await RecordAsync(attachment, hash, type, bytes.Length, cancellationToken) ? MediaState.Stored : MediaState.AlreadyHere
            );
        }
        finally
        {
            _oneWriter.Release();
        }
    }

    /// <summary>Another import, a process of its own, may be first with the address or with the bytes; what it stored is found the second time.</summary>
    private async Task<bool> RecordAsync(
        ItemAttachment attachment,
        string hash,
        MediaType type,
        long length,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await TryRecordAsync(attachment, hash, type, length, cancellationToken);
        }
        catch (DbUpdateException)
        {
            return await TryRecordAsync(attachment, hash, type, length, cancellationToken);
        }
    }

    /// <summary>False where the address is recorded already.</summary>
    private async Task<bool> TryRecordAsync(
        ItemAttachment attachment,
        string hash,
        MediaType type,
        long length,
        CancellationToken cancellationToken
    )
    {
        await using var db = databases.Create();
        if (await db.StoryMedia.AnyAsync(media => media.OriginUrl == attachment.Url, cancellationToken))
            return false;
        if (!await db.MediaFiles.AnyAsync(file => file.Hash == hash, cancellationToken))
        {
            db.MediaFiles.Add(
                new MediaFile
                {
                    Hash = hash,
                    Extension = type.Extension,
                    MediaType = type.Name,
                    Length = length,
                    StoredUtc = clock.GetUtcNow().UtcDateTime,
                }
            );
        }
        db.StoryMedia.Add(
            new StoryMedia
            {
                Hash = hash,
                OriginUrl = attachment.Url,
                Caption = PlainText.Short(attachment.Caption, 2000),
                AltText = PlainText.Short(attachment.AltText, 2000),
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
