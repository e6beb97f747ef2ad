using Sourceline.Formats;
using Sourceline.Media;

namespace Sourceline.Ingest.Importing;

/// <summary>A batch ready to be stored.</summary>
/// <param name="Items">The entries that are stories, in their order.</param>
/// <param name="Prepared">Their intake; null where preparing them together failed.</param>
/// <param name="Failure">Why it failed.</param>
/// <param name="Notes">What files of an item could not be had.</param>
internal sealed record ReadyBatch(
    ImportBatch Batch,
    IReadOnlyList<ItemEntry> Items,
    PreparedBatch? Prepared,
    Exception? Failure,
    IReadOnlyDictionary<ItemEntry, List<string>> Notes
);

/// <summary>Does for a batch what needs no transaction: fetches its files, makes its texts refer to them, and has the intake prepare it.</summary>
internal sealed class BatchPreparer(StoryIntake intake, MediaFetcher fetcher, StoredUrls addresses)
{
    private const int FilesAtOnce = 4;

    // Not cancelled: what has begun is finished, so that what is reported is what is stored.
    public async Task<ReadyBatch> PrepareAsync(ImportBatch batch, ImportSettings settings)
    {
        var items = batch.Entries.OfType<ItemEntry>().ToList();
        var notes = new Dictionary<ItemEntry, List<string>>(ReferenceEqualityComparer.Instance);
        try
        {
            if (settings.Media)
                await FetchAsync(items, notes);
            return new ReadyBatch(batch, items, await PrepareAsync(items), null, notes);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new ReadyBatch(batch, items, null, e, notes);
        }
    }

    /// <summary>Prepares some items without fetching anything.</summary>
    public async Task<PreparedBatch> PrepareAsync(IReadOnlyList<ItemEntry> items)
    {
        var rewritten = await addresses.RewriteAsync([.. items.Select(item => item.Incoming.Item)], CancellationToken.None);
        return await intake.PrepareAsync(
            [.. items.Select((item, at) => item.Incoming with { Item = rewritten[at] })],
            CancellationToken.None
        );
    }

    /// <summary>Fetches the files that items bring with them; what could not be had becomes notes.</summary>
    private async Task FetchAsync(List<ItemEntry> items, Dictionary<ItemEntry, List<string>> notes)
    {
        var all = items.SelectMany(item => item.Incoming.Item.Attachments, (item, file) => (item, file)).ToList();
        // A body shows smaller copies of pictures that the archive's library holds.
        var covered = await addresses.CoveredAsync(
            all.Where(one => one.file.Role == AttachmentRole.InBody).Select(one => one.file.Url),
            CancellationToken.None
        );
        var files = all.Where(one => !covered.Contains(one.file.Url));
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = FilesAtOnce }, async (one, cancellationToken) =>
        {
            if (await fetcher.FetchAsync(one.file, cancellationToken) is not { Reason: { } reason })
                return;
            lock (notes)
            {
                if (!notes.TryGetValue(one.item, out var list))
                    notes[one.item] = list = [];
                list.Add($"{one.file.Url}: {reason}");
            }
        });
    }
}
