using Sourceline.Data;
using Sourceline.Stories.Publishing;
using Sourceline.Telemetry;

namespace Sourceline.Ingest;

/// <summary>
/// A transaction in which batches are stored: stories, versions, statements, replies, addresses, raw bytes and acts. Who opened it may write
/// beside them what must stand or fall with them. Where it is not committed, nothing is stored.
/// </summary>
internal sealed class IntakeTransaction : IAsyncDisposable
{
    private readonly StoryTransaction _transaction;
    private readonly Func<StoryTransaction, IntakeRound> _round;
    private readonly NewsMetrics _metrics;
    private readonly IDisposable? _pause;
    private readonly List<PreparedBatch> _batches = [];
    private readonly List<IntakeOutcome> _outcomes = [];

    /// <param name="transaction">The open transaction; its context is disposed of with this.</param>
    /// <param name="round">Begins a round, in which no item comes twice.</param>
    /// <param name="metrics">Counts what is received.</param>
    /// <param name="pause">Ends with the transaction; null where nobody was paused.</param>
    public IntakeTransaction(
        StoryTransaction transaction,
        Func<StoryTransaction, IntakeRound> round,
        NewsMetrics metrics,
        IDisposable? pause
    ) => (_transaction, _round, _metrics, _pause) = (transaction, round, metrics, pause);

    public NewsDb Db => _transaction.Db;

    /// <summary>Stores a batch.</summary>
    /// <returns>What becomes of each item, in their order, once the transaction is committed.</returns>
    public async Task<IReadOnlyList<IntakeOutcome>> StoreAsync(PreparedBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var outcomes = new Dictionary<PreparedItem, IntakeOutcome>();
        foreach (var items in Rounds(batch.Items))
        {
            foreach (var (item, outcome) in items.Zip(await _round(_transaction).RunAsync(items, cancellationToken)))
                outcomes.Add(item, outcome);
        }
        _batches.Add(batch);
        IReadOnlyList<IntakeOutcome> inOrder = [.. batch.Items.Select(item => outcomes[item])];
        _outcomes.AddRange(inOrder);
        return inOrder;
    }

    /// <summary>Stores for good.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await _transaction.CommitAsync(cancellationToken);
        if (_batches.Count > 0)
            _metrics.Received(_outcomes.Select(outcome => outcome.Result.ToString()), _batches[0].Begun);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _transaction.Db.DisposeAsync();
        _pause?.Dispose();
    }

    /// <summary>Parts the batch so that no item comes twice in a round.</summary>
    private static IEnumerable<List<PreparedItem>> Rounds(IReadOnlyList<PreparedItem> items)
    {
        var rest = items;
        while (rest.Count > 0)
        {
            var round = rest.DistinctBy(item => (item.Origin, item.Id)).ToList();
            yield return round;
            rest = [.. rest.Except(round)];
        }
    }
}
