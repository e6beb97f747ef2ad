using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.EventLog;

/// <summary>
/// Logs that derived rows were repaired, in the transaction that repairs them. The log is what every node follows: this act makes every
/// cached page stale that shows such rows.
/// </summary>
internal static class Rebuilds
{
    /// <summary>The actor of the acts.</summary>
    private const string Actor = "rebuild";

    /// <summary>Call it after the rows of stories are locked; from here to the commit every other writer waits.</summary>
    public static Task LogAsync(ActLog log, NewsDb db, Projection projection, CancellationToken cancellationToken) =>
        log.AppendAsync(
            db,
            new Act
            {
                Kind = ActKind.Rebuild,
                Actor = Actor,
                Reason = projection.Name,
            },
            cancellationToken
        );
}
