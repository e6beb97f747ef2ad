using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Sourceline.Formats;

namespace Sourceline.Media;

/// <summary>
/// The media library of one archive file. It is fetched before the stories are read, since a picture may stand behind the story
/// that shows it. Holds a line for each file, never its bytes.
/// </summary>
internal sealed class MediaLibrary(MediaFetcher fetcher)
{
    private const int AtOnce = 4;
    private const int AskedAtOnce = 500;

    private readonly ConcurrentDictionary<string, MediaResult> _results = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Url, string Origin, string StoryId)> _owners = new();

    /// <summary>Which story each fetched file belongs to.</summary>
    public IEnumerable<(string Url, string Origin, string StoryId)> Owners => _owners;

    /// <summary>How many of its files are here.</summary>
    public int FilesHere => _results.Values.Count(result => result.State != MediaState.NotFetched);

    /// <summary>Fetches every file that the archive names.</summary>
    public async Task FetchAsync(IEnumerable<ReadResult> archive, Action<int> progress, CancellationToken cancellationToken)
    {
        var attachments = archive
            .OfType<ItemRead>()
            .Where(read => read.Item.Kind == NewsItemKind.Attachment)
            .SelectMany(read => read.Item.Attachments, (read, attachment) => (read.Item.Origin, Attachment: attachment));
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(WhetherHereAsync(attachments, cancellationToken), limits, async (one, cancellation) =>
        {
            var result = one.IsHere ? new MediaResult(MediaState.AlreadyHere) : await fetcher.FetchAsync(one.Attachment, cancellation);
            _results[one.Attachment.Url] = result;
            if (result.State != MediaState.NotFetched && one.Attachment.ParentId is { } parent)
                _owners.Enqueue((one.Attachment.Url, one.Origin, parent));
            progress(_results.Count);
        });
    }

    /// <summary>An archive that is read again has most of its files here: they are asked for many at a time.</summary>
    private async IAsyncEnumerable<(string Origin, ItemAttachment Attachment, bool IsHere)> WhetherHereAsync(
        IEnumerable<(string Origin, ItemAttachment Attachment)> attachments,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var some in attachments.Chunk(AskedAtOnce))
        {
            var here = await fetcher.HereAsync([.. some.Select(one => one.Attachment.Url)], cancellationToken);
            foreach (var (origin, attachment) in some)
                yield return (origin, attachment, here.Contains(attachment.Url));
        }
    }

    /// <summary>What became of a file; null where it was not asked for.</summary>
    public MediaResult? Find(string url) => _results.GetValueOrDefault(url);
}
