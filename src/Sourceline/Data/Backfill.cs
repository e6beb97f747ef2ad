namespace Sourceline.Data;

/// <summary>
/// Rows that are made of other rows: what a newsroom of an older version lacks once a migration has brought their table. Whoever reads them does
/// without those that are still missing, so that no start waits for them again where this one is interrupted.
/// </summary>
public abstract class Backfill
{
    /// <summary>Makes those that are missing.</summary>
    /// <param name="progress">Told now and then in a line for people.</param>
    public abstract Task CompleteAsync(NewsDbFactory dbs, IProgress<string> progress, CancellationToken cancellationToken);
}
