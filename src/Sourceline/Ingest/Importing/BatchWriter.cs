using System.Diagnostics;
using Sourceline.Data;
using Sourceline.Formats;
using Sourceline.Ingest.Checkpoints;
using Sourceline.Media;

namespace Sourceline.Ingest.Importing;

/// <summary>Hands a prepared batch to the intake and reports what became of each entry.</summary>
internal sealed class BatchWriter(
    StoryIntake intake,
    BatchPreparer preparer,
    NewsDbFactory databases,
    CheckpointStore checkpoints,
    MediaOwners owners
)
{
    /// <exception cref="ImportStoppedException">The database does not answer, or its disk is full: nothing more can be stored.</exception>
    public async Task ReceiveAsync(ReadyBatch ready, ImportSettings settings, ImportReport report)
    {
        var begun = Stopwatch.GetTimestamp();
        var outcomes = await StoreAsync(ready, settings);
        report.Times.Add("cleaning texts", ready.Prepared?.CleaningTime ?? TimeSpan.Zero);
        report.Times.Add("finding statements", ready.Prepared?.ReadingTime ?? TimeSpan.Zero);
        report.Times.Add("storing", Stopwatch.GetElapsedTime(begun));
        foreach (var entry in ready.Batch.Entries)
        {
            report.Add(
                entry switch
                {
                    ItemEntry item => WithNotes(outcomes[item], ready.Notes.GetValueOrDefault(item)),
                    PassedOverEntry done => new ImportOutcome(done.File, done.Position, done.Id, ImportResult.PassedOver),
                    AttachmentEntry file => new ImportOutcome(file.File, file.Position, file.Id, file.Result)
                    {
                        Reason = file.Reason,
                        Notes = Lost(file),
                    },
                    ProblemEntry problem => Problem(problem),
                    _ => throw new InvalidOperationException($"{entry.GetType().Name} is not known."),
                }
            );
        }
        if (ready.Batch.Owners.Count > 0)
            await RecordOwnersAsync(ready.Batch.Owners);
    }

    /// <summary>Once the stories are stored. Should it not be possible, it is done when the import is run again.</summary>
    private async Task RecordOwnersAsync(List<(string Url, string Origin, string StoryId)> files)
    {
        try
        {
            await owners.RecordAsync(files, CancellationToken.None);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await DemandDatabaseAsync(e);
        }
    }

    private async Task<Dictionary<ItemEntry, ImportOutcome>> StoreAsync(ReadyBatch ready, ImportSettings settings)
    {
        var outcomes = new Dictionary<ItemEntry, ImportOutcome>(ReferenceEqualityComparer.Instance);
        if (ready.Items.Count == 0)
            return outcomes;
        try
        {
            if (ready.Prepared is null)
                await StoreOneByOneAsync(ready, settings, outcomes, ready.Failure!);
            else
                await StoreTogetherAsync(ready.Items, ready.Prepared, ready.Batch.Marks.Values, settings, outcomes);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or ImportStoppedException))
        {
            await StoreOneByOneAsync(ready, settings, outcomes, e);
        }
        return outcomes;
    }

    /// <summary>One bad item must not take the batch with it: each gets a transaction of its own.</summary>
    private async Task StoreOneByOneAsync(
        ReadyBatch ready,
        ImportSettings settings,
        Dictionary<ItemEntry, ImportOutcome> outcomes,
        Exception whole
    )
    {
        await DemandDatabaseAsync(whole);
        foreach (var item in ready.Items)
        {
            try
            {
                await StoreTogetherAsync([item], await preparer.PrepareAsync([item]), [], settings, outcomes);
            }
            catch (Exception e) when (e is not (OutOfMemoryException or ImportStoppedException))
            {
                await DemandDatabaseAsync(e);
                item.Input.Settle(item.Result, failed: true);
                outcomes[item] = new ImportOutcome(item.File, item.Position, item.Id, ImportResult.Failed)
                {
                    Reason = (e.InnerException ?? e).Message,
                };
            }
        }
        await MarkAsync(ready.Batch.Marks.Values);
    }

    private async Task StoreTogetherAsync(
        IReadOnlyList<ItemEntry> items,
        PreparedBatch prepared,
        IReadOnlyCollection<CheckpointMark> marks,
        ImportSettings settings,
        Dictionary<ItemEntry, ImportOutcome> outcomes
    )
    {
        foreach (var item in items)
            item.Input.Settle(item.Result, failed: false);
        // Not cancelled: what has begun is finished, so that what is reported is what is stored.
        await using var transaction = await intake.BeginAsync(new IntakeOptions(settings.Publish, "import"), CancellationToken.None);
        var received = await transaction.StoreAsync(prepared, CancellationToken.None);
        // What an import that is killed right after the stories would not come back to.
        await MediaOwners.RecordAsync(transaction.Db, OwnersOf(items), CancellationToken.None);
        await checkpoints.WriteAsync(transaction.Db, marks, CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        for (var at = 0; at < items.Count; at++)
            outcomes[items[at]] = Outcome(items[at], received[at]);
    }

    /// <summary>Once each item has had its own transaction. Should it not be possible, they are looked at again after an interruption.</summary>
    private async Task MarkAsync(IReadOnlyCollection<CheckpointMark> marks)
    {
        try
        {
            await using var db = databases.Create();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await checkpoints.WriteAsync(db, marks, CancellationToken.None);
            await transaction.CommitAsync();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await DemandDatabaseAsync(e);
        }
    }

    private static ImportOutcome Outcome(ItemEntry item, IntakeOutcome received) =>
        new(
            item.File,
            item.Position,
            item.Id,
            received.Result switch
            {
                IntakeResult.Stored => ImportResult.Stored,
                IntakeResult.NewVersion => ImportResult.NewVersion,
                _ => ImportResult.Unchanged,
            }
        )
        {
            Number = received.Number,
            Notes = received.Notes,
        };

    private static IEnumerable<(string Url, string Origin, string StoryId)> OwnersOf(IEnumerable<ItemEntry> items) =>
        items.SelectMany(
            item => item.Incoming.Item.Attachments,
            (item, file) => (file.Url, OriginKey.Origin(item.Incoming.Item.Origin), OriginKey.Id(item.Incoming.Item.Id))
        );

    /// <summary>Goes on only where the item may be what is wrong: on a full disk every other item would fail too.</summary>
    private async Task DemandDatabaseAsync(Exception cause)
    {
        if (StorageFailure.InWords(cause) is { } words)
            throw new ImportStoppedException(words, cause);
        await using var db = databases.Create();
        if (!await db.Database.CanConnectAsync())
            throw new ImportStoppedException("The database does not answer.", cause);
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

/// <summary>Nothing more can be stored, whatever it is; the message says why and what to do.</summary>
internal sealed class ImportStoppedException(string message, Exception cause) : Exception(message, cause);
