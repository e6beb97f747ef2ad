using Sourceline.Data;

namespace Sourceline.EventLog;

/// <summary>A projection whose rows are written in the transaction of each act, so that it is never behind the log.</summary>
public abstract class InlineProjection(NewsDbFactory dbs) : Projection
{
    /// <summary>The last act: there is nothing that it has not followed.</summary>
    public sealed override async Task<long?> PositionAsync(CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        return await ActLog.LastAsync(db, cancellationToken);
    }

    /// <summary>Nothing: the act has done it.</summary>
    public sealed override Task ApplyAsync(long? upTo) => Task.CompletedTask;
}
