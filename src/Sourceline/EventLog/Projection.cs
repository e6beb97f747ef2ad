using Sourceline.Data.Checks;

namespace Sourceline.EventLog;

/// <summary>
/// Data that is derived from the act log and the rows that its acts describe. It holds nothing of its own, so it can be checked against
/// what it is derived from, and rebuilt. To add one, write a class in a folder of its own and register it as a <see cref="Projection"/>:
/// the server then keeps it in step, <c>sourceline check</c> checks it, and <c>sourceline rebuild</c> lists and rebuilds it. Derive from
/// <see cref="InlineProjection"/> where the transaction of each act writes it.
/// </summary>
public abstract class Projection
{
    /// <summary>One lower-case word, which <c>sourceline rebuild</c> takes: "search".</summary>
    public abstract string Name { get; }

    /// <summary>What it is, to stand in a sentence: "the search index".</summary>
    public abstract string Title { get; }

    /// <summary>The command that rebuilds it.</summary>
    public string RebuildCommand => $"sourceline rebuild {Name}";

    /// <summary>The number of the last act that it has followed; null where it has not been built.</summary>
    public abstract Task<long?> PositionAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Follows the log, in the server: called after each commit that added acts, before whoever did them gets an answer, and twice a
    /// second. It may be called from several threads at once. It may return early and go on in the background.
    /// </summary>
    /// <param name="upTo">The act that readers must not see without this projection any more; null to look for new acts.</param>
    public abstract Task ApplyAsync(long? upTo);

    /// <summary>
    /// Follows the log while a command adds many acts, such as an import, so that nothing is left to do when the server starts.
    /// </summary>
    /// <param name="until">What adds the acts.</param>
    /// <param name="cancellationToken">Stops; what was followed stays.</param>
    /// <returns>How long this worked, without waiting; null where there is nothing to do in this process.</returns>
    public virtual Task<TimeSpan?> FollowAsync(Task until, CancellationToken cancellationToken) => Task.FromResult<TimeSpan?>(null);

    /// <summary>
    /// Rebuilds it from what it is derived from, beside a running server. If it is interrupted, the old state stays or a second run goes
    /// on from there. Afterwards <see cref="CheckAsync"/> finds nothing.
    /// </summary>
    /// <param name="progress">Told how many stories of how many are done.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What was done, as a clause: "100,000 stories checked, 12 repaired".</returns>
    public abstract Task<string> RebuildAsync(Action<long, long> progress, CancellationToken cancellationToken);

    /// <summary>Compares it with what it is derived from and changes nothing.</summary>
    /// <param name="findings">Takes each fault. Every fault is repaired by <see cref="RebuildAsync"/>.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>What was checked: "1,216 stories".</returns>
    public abstract Task<string> CheckAsync(Findings findings, CancellationToken cancellationToken);
}
