using Microsoft.EntityFrameworkCore;
using Sourceline.Archive.Media;
using Sourceline.Data;
using Sourceline.Formats;
using Sourceline.Stories;

namespace Sourceline.Archive.Importing;

/// <summary>Hands a batch to the intake and reports what became of each entry.</summary>
internal sealed class BatchReceiver(IServiceScopeFactory scopes, NewsDbFactory databases, MediaFetcher fetcher, MediaOwners owners, StoredAddresses addresses)
{
    private const int FilesAtOnce = 4;

    /// <exception cref="DatabaseLostException">The database does not answer; nothing more can be stored.</exception>
    public async Task ReceiveAsync(ImportBatch batch, ImportSettings settings, ImportReport report)
    {
        var items = batch.Entries.OfType<ItemEntry>().ToList();
        // Not cancelled: what has begun is finished, so that what is reported is what is stored.
        var notes = settings.Media ? await FetchAsync(items) : [];
        var outcomes = await StoreAsync(items, settings);
        foreach (var entry in batch.Entries)
        {
            report.Add(entry switch
            {
                ItemEntry item => WithNotes(outcomes[item], notes.GetValueOrDefault(item)),
                AttachmentEntry file => new ImportOutcome(file.File, file.Position, file.Id, file.Result) { Reason = file.Reason, Notes = Lost(file) },
                ProblemEntry problem => Problem(problem),
                _ => throw new InvalidOperationException($"{entry.GetType().Name} is not known."),
            });
        }
        batch.MarkStored();
    }

    private async Task<Dictionary<ItemEntry, ImportOutcome>> StoreAsync(List<ItemEntry> items, ImportSettings settings)
    {
        var outcomes = new Dictionary<ItemEntry, ImportOutcome>(ReferenceEqualityComparer.Instance);
        if (items.Count == 0) return outcomes;
        try
        {
            await StoreTogetherAsync(items, settings, outcomes);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await StoreOneByOneAsync(items, settings, outcomes, e);
        }
        await RecordOwnersAsync(items, outcomes);
        return outcomes;
    }

    /// <summary>One bad item must not take the batch with it: each gets a transaction of its own.</summary>
    private async Task StoreOneByOneAsync(List<ItemEntry> items, ImportSettings settings, Dictionary<ItemEntry, ImportOutcome> outcomes, Exception whole)
    {
        await DemandDatabaseAsync(whole);
        foreach (var item in items)
        {
            try
            {
                await StoreTogetherAsync([item], settings, outcomes);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                await DemandDatabaseAsync(e);
                outcomes[item] = new ImportOutcome(item.File, item.Position, item.Id, ImportResult.Failed) { Reason = (e.InnerException ?? e).Message };
            }
        }
    }

    private async Task StoreTogetherAsync(List<ItemEntry> items, ImportSettings settings, Dictionary<ItemEntry, ImportOutcome> outcomes)
    {
        var rewritten = await addresses.RewriteAsync([.. items.Select(item => item.Incoming.Item)], CancellationToken.None);
        var incoming = items.Select((item, at) => item.Incoming with { Item = rewritten[at] }).ToList();
        await using var scope = scopes.CreateAsyncScope();
        var intake = scope.ServiceProvider.GetRequiredService<Intake>();
        var received = await intake.ReceiveAsync(incoming, new IntakeOptions(settings.Publish, "import"), CancellationToken.None);
        for (var at = 0; at < items.Count; at++) outcomes[items[at]] = Outcome(items[at], received[at]);
    }

    private static ImportOutcome Outcome(ItemEntry item, IntakeOutcome received) =>
        new(item.File, item.Position, item.Id, received.Result switch
        {
            IntakeResult.Stored => ImportResult.Stored,
            IntakeResult.NewVersion => ImportResult.NewVersion,
            _ => ImportResult.Unchanged,
        }) { Number = received.Number, Notes = received.Notes };

    /// <summary>Fetches the files that items bring with them; what could not be had becomes notes.</summary>
    private async Task<Dictionary<ItemEntry, List<string>>> FetchAsync(List<ItemEntry> items)
    {
        var notes = new Dictionary<ItemEntry, List<string>>(ReferenceEqualityComparer.Instance);
        var files = items.SelectMany(item => item.Incoming.Item.Attachments, (item, file) => (item, file));
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = FilesAtOnce }, async (one, cancellationToken) =>
        {
            if (await fetcher.FetchAsync(one.file, cancellationToken) is not { Reason: { } reason }) return;
            lock (notes)
            {
                if (!notes.TryGetValue(one.item, out var list)) notes[one.item] = list = [];
                list.Add($"{one.file.Url}: {reason}");
            }
        });
        return notes;
    }

    private Task RecordOwnersAsync(List<ItemEntry> items, Dictionary<ItemEntry, ImportOutcome> outcomes) => owners.RecordAsync(
        items.Where(item => outcomes[item].Result != ImportResult.Failed)
            .SelectMany(item => item.Incoming.Item.Attachments, (item, file) => (file.Url, item.Incoming.Item.Origin, item.Incoming.Item.Id)),
        CancellationToken.None);

    private async Task DemandDatabaseAsync(Exception cause)
    {
        await using var db = databases.Create();
        if (!await db.Database.CanConnectAsync()) throw new DatabaseLostException("The database does not answer.", cause);
    }

    private static ImportOutcome WithNotes(ImportOutcome outcome, List<string>? notes) =>
        notes is null ? outcome : outcome with { Notes = [.. outcome.Notes, .. notes] };

    private static string[] Lost(AttachmentEntry file) =>
        file.LostReplies == 0 ? [] : [$"{file.LostReplies} replies to the media file itself were left out: it is no story."];

    private static ImportOutcome Problem(ProblemEntry entry)
    {
        var result = entry.Problem switch
        {
            { Severity: ProblemSeverity.Warning } => ImportResult.Warning,
            { Severity: ProblemSeverity.Skipped } => ImportResult.Skipped,
            { Position.Item: > 0 } => ImportResult.Failed,
            _ => ImportResult.Unreadable,
        };
        return new ImportOutcome(entry.File, entry.Position, entry.Id, result) { Reason = entry.Problem.Reason };
    }
}

/// <summary>The database does not answer any more.</summary>
internal sealed class DatabaseLostException(string message, Exception cause) : Exception(message, cause);
