using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.BackgroundWork;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.EventLog;
using Sourceline.Settings;
using Sourceline.Sourcing;
using Sourceline.Sourcing.Dependencies;
using Sourceline.Telemetry;

namespace Sourceline.Ingest;

/// <summary>The one way in for stories from outside: known items are recognised, changed ones become new versions.</summary>
public sealed class StoryIntake(
    NewsDbFactory dbs, ActLog log, StatementRecorder statements, EmailCipher emails, IOptions<SourcelineOptions> options, NewsMetrics metrics, TimeProvider clock)
{
    /// <summary>Prepares a batch and stores it.</summary>
    /// <param name="batch">Stories and pages. One that comes twice counts in order.</param>
    /// <inheritdoc cref="StoreAsync(PreparedBatch, IntakeOptions, CancellationToken)" path="/returns"/>
    public async Task<IReadOnlyList<IntakeOutcome>> ReceiveAsync(
        IReadOnlyList<IncomingItem> batch, IntakeOptions how, CancellationToken cancellationToken) =>
        await StoreAsync(await PrepareAsync(batch, cancellationToken), how, cancellationToken);

    /// <summary>
    /// All that can be done before the transaction, on all cores: cleaning, hashing, and reading what is new or changed for statements.
    /// The next batch may be prepared while this one is being stored.
    /// </summary>
    public async Task<PreparedBatch> PrepareAsync(IReadOnlyList<IncomingItem> batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var begun = NewsMetrics.Begin();
        var prepared = batch.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(PreparedItem.From).ToList();
        await ReadChangedAsync(prepared, cancellationToken);
        return new PreparedBatch(prepared, begun);
    }

    /// <summary>
    /// Stores a batch in one transaction: stories, versions, statements, replies, addresses, raw bytes and acts. Where it throws, nothing
    /// of the batch is stored.
    /// </summary>
    /// <returns>What became of each item, in their order; it is stored for good.</returns>
    public Task<IReadOnlyList<IntakeOutcome>> StoreAsync(PreparedBatch batch, IntakeOptions how, CancellationToken cancellationToken) =>
        StoreAsync(batch, how, alongside: null, cancellationToken);

    /// <param name="batch">What is stored.</param>
    /// <param name="how">How.</param>
    /// <param name="alongside">Writes, in the same transaction and once the stories are in it, what must stand or fall with them.</param>
    /// <param name="cancellationToken">Stops; nothing of the batch is stored.</param>
    /// <inheritdoc cref="StoreAsync(PreparedBatch, IntakeOptions, CancellationToken)"/>
    public async Task<IReadOnlyList<IntakeOutcome>> StoreAsync(
        PreparedBatch batch, IntakeOptions how, Func<NewsDb, CancellationToken, Task>? alongside, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(how);
        // Whoever else writes, at the desk for instance, waits for the transaction, and must not wait for a text to be read as well.
        using var pause = IdleTaskScheduler.InUse is { } spare ? await spare.GiveWayAsync() : null;
        await using var db = dbs.Create();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var outcomes = new Dictionary<PreparedItem, IntakeOutcome>();
        var (acts, leans) = (new List<Act>(), new DependencyCountChanges());
        foreach (var round in Rounds(batch.Items))
        {
            var receiving = new IntakeTransaction(db, statements, emails, options.Value.Site.Language, clock.GetUtcNow().UtcDateTime, how, leans);
            foreach (var outcome in await receiving.RunAsync(round, cancellationToken)) outcomes.Add(outcome.Item, outcome.Outcome);
            acts.AddRange(receiving.Acts);
        }
        if (alongside is not null) await alongside(db, cancellationToken);
        await log.AppendManyAsync(db, acts, cancellationToken);
        await leans.WriteAsync(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        metrics.Received(outcomes.Values.Select(outcome => outcome.Result.ToString()), batch.Begun);
        return [.. batch.Items.Select(item => outcomes[item])];
    }

    /// <summary>Reads the texts that are new or changed, on all cores, before the transaction holds anybody up.</summary>
    private async Task ReadChangedAsync(List<PreparedItem> items, CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        var hashes = await ExistingStories.HashesAsync(db, items, cancellationToken);
        var changed = items.Where(item => hashes.GetValueOrDefault((item.Origin, item.Id)) != item.Hash);
        var spare = IdleTaskScheduler.InUse;
        Parallel.ForEach(changed, new ParallelOptions { CancellationToken = cancellationToken, TaskScheduler = spare ?? TaskScheduler.Default }, item =>
        {
            if (spare is null) Read(item);
            else spare.Run(() => Read(item));
        });

        void Read(PreparedItem item)
        {
            var begun = Stopwatch.GetTimestamp();
            item.Reading = statements.Read(item.Text.Text, item.Language, PublishedOr(item, clock), cancellationToken);
            item.WasRead = true;
            item.ReadingTime = Stopwatch.GetElapsedTime(begun);
        }
    }

    private static DateTime PublishedOr(PreparedItem item, TimeProvider clock) => (item.Item.Published ?? clock.GetUtcNow()).UtcDateTime;

    /// <summary>Parts the batch so that no item comes twice in a round.</summary>
    private static IEnumerable<List<PreparedItem>> Rounds(List<PreparedItem> items)
    {
        var rest = items;
        while (rest.Count > 0)
        {
            var round = rest.DistinctBy(item => (item.Origin, item.Id)).ToList();
            yield return round;
            rest = rest.Except(round).ToList();
        }
    }
}

/// <summary>A batch that has been prepared by <see cref="StoryIntake.PrepareAsync"/>.</summary>
public sealed class PreparedBatch
{
    internal PreparedBatch(List<PreparedItem> items, long begun) => (Items, Begun) = (items, begun);

    /// <summary>How long items were cleaned and hashed, added up over all threads.</summary>
    public TimeSpan CleaningTime => new(Items.Sum(item => item.CleaningTime.Ticks));

    /// <summary>How long texts were read for statements, added up over all threads.</summary>
    public TimeSpan ReadingTime => new(Items.Sum(item => item.ReadingTime.Ticks));

    internal List<PreparedItem> Items { get; }

    internal long Begun { get; }
}
