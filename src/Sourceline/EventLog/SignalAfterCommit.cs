using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Sourceline.Data;

namespace Sourceline.EventLog;

/// <summary>Raises the signal once a transaction that brought acts has been committed, and before its caller goes on.</summary>
internal sealed class SignalAfterCommit(ActSignal signal) : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (Taken(eventData) is { } last)
            signal.RaiseAsync(last).GetAwaiter().GetResult();
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    ) =>
        // Not cancelled with the request: the act is done, whether or not anybody waits for the answer.
        Taken(eventData) is { } last
            ? signal.RaiseAsync(last)
            : Task.CompletedTask;

    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Taken(eventData);

    public override Task TransactionRolledBackAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Taken(eventData);
        return Task.CompletedTask;
    }

    private static long? Taken(DbContextEventData eventData)
    {
        if (eventData.Context is not NewsDb { LastAct: { } last } db)
            return null;
        db.LastAct = null;
        return last;
    }
}
