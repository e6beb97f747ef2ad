using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Attribution.Model;
using Sourceline.BackgroundWork;
using Sourceline.Data;
using Sourceline.Settings;
using Sourceline.Sourcing;
using Sourceline.Stories.Publishing;
using Sourceline.Telemetry;

namespace Sourceline.Ingest;

/// <summary>The one way in for stories from outside: known items are recognised, changed ones become new versions.</summary>
public sealed class StoryIntake(
    NewsDbFactory dbs,
    StoryTransactions transactions,
    StatementRecorder statements,
    EmailCipher emails,
    IOptions<SourcelineOptions> options,
    NewsMetrics metrics,
    TimeProvider clock
)
{
    /// <summary>Prepares a batch and stores it in one transaction. Where it throws, nothing of the batch is stored.</summary>
    /// <param name="batch">Stories and pages. One that comes twice counts in order.</param>
    /// <returns>What became of each item, in their order; it is stored for good.</returns>
    public async Task<IReadOnlyList<IntakeOutcome>> ReceiveAsync(
        IReadOnlyList<IncomingItem> batch,
        IntakeOptions how,
        CancellationToken cancellationToken
    )
    {
        var prepared = await PrepareAsync(batch, cancellationToken);
        await using var transaction = await BeginAsync(how, cancellationToken);
        var outcomes = await transaction.StoreAsync(prepared, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcomes;
    }

    /// <summary>
    /// All that can be done before the transaction, on all cores: cleaning, hashing, and reading what is new or changed for statements.
    /// The next batch may be prepared while this one is being stored.
    /// </summary>
    public async Task<PreparedBatch> PrepareAsync(IReadOnlyList<IncomingItem> batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var begun = NewsMetrics.Begin();
        var prepared = batch.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(PreparedItem.From).ToArray();
        await ReadChangedAsync(prepared, cancellationToken);
        return new PreparedBatch(prepared, begun);
    }

    /// <summary>Opens a transaction in which prepared batches are stored.</summary>
    internal async Task<IntakeTransaction> BeginAsync(IntakeOptions how, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(how);
        // Others that write, at the desk for instance, wait for the transaction, and must not wait for a text to be read as well.
        var pause = IdleTaskScheduler.InUse is { } spare ? await spare.GiveWayAsync() : null;
        var db = dbs.Create();
        try
        {
            var transaction = await transactions.BeginAsync(db, kind: null, cancellationToken);
            return new IntakeTransaction(
                transaction,
                open => new IntakeRound(open, statements, emails, options.Value.Site.Language, how),
                metrics,
                pause
            );
        }
        catch
        {
            pause?.Dispose();
            await db.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads the texts that are new or changed, on all cores, before the transaction holds anybody up.</summary>
    private async Task ReadChangedAsync(PreparedItem[] items, CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        var hashes = await ExistingStories.HashesAsync(db, items, cancellationToken);
        var spare = IdleTaskScheduler.InUse;
        var changed = Enumerable
            .Range(0, items.Length)
            .Where(at => hashes.GetValueOrDefault((items[at].Origin, items[at].Id)) != items[at].Hash)
            .ToList();
        Parallel.ForEach(
            changed,
            new ParallelOptions { CancellationToken = cancellationToken, TaskScheduler = spare ?? TaskScheduler.Default },
            at =>
            {
                if (spare is null)
                    items[at] = items[at].Read(Read);
                else
                    spare.Run(() => items[at] = items[at].Read(Read));
            }
        );

        Reading? Read(PreparedItem item) =>
            statements.Read(item.Text.Text, item.Language, (item.Item.Published ?? clock.GetUtcNow()).UtcDateTime, cancellationToken);
    }
}

/// <summary>A batch that has been prepared by <see cref="StoryIntake.PrepareAsync"/>.</summary>
public sealed class PreparedBatch
{
    internal PreparedBatch(IReadOnlyList<PreparedItem> items, long begun) => (Items, Begun) = (items, begun);

    /// <summary>How long items were cleaned and hashed, added up over all threads.</summary>
    public TimeSpan CleaningTime => new(Items.Sum(item => item.CleaningTime.Ticks));

    /// <summary>How long texts were read for statements, added up over all threads.</summary>
    public TimeSpan ReadingTime => new(Items.Sum(item => item.ReadingTime.Ticks));

    internal IReadOnlyList<PreparedItem> Items { get; }

    internal long Begun { get; }
}
