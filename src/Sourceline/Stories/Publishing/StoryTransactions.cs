using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.EventLog;
using Sourceline.Localization;
using Sourceline.Telemetry;

namespace Sourceline.Stories.Publishing;

/// <summary>Opens the transactions in which acts are done.</summary>
public sealed class StoryTransactions(ActLog log, NewsMetrics metrics, SiteTime time, TimeProvider clock)
{
    /// <summary>Opens a transaction on a context, which the caller disposes of after it.</summary>
    /// <param name="kind">The act that is counted as refused where nothing is committed; null where nobody is refused.</param>
    internal async Task<StoryTransaction> BeginAsync(NewsDb db, ActKind? kind, CancellationToken cancellationToken) =>
        new(db, await db.Database.BeginTransactionAsync(cancellationToken), log, metrics, time, clock.GetUtcNow().UtcDateTime, kind);
}
