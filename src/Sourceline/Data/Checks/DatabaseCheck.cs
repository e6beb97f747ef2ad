namespace Sourceline.Data.Checks;

/// <summary>Checks that the database itself is intact: every row can be read, the indexes match the rows, and no row refers to one that is missing.</summary>
internal sealed class DatabaseCheck(NewsDbFactory dbs) : ConsistencyCheck
{
    /// <summary>What to do about a damaged database.</summary>
    public const string Restore =
        "Stop the server, keep a copy of the damaged database, and restore the newest backup that passes the check (sourceline restore --check FILE).";

    public override string Name => "database";

    public override async Task<string> RunAsync(Findings findings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(findings);
        await using var db = dbs.Create();
        await foreach (var what in DatabaseIntegrity.FaultsAsync(db, cancellationToken))
            findings.Add(new Fault(what, Restore));
        return db is PostgresNewsDb ? "every row and index of PostgreSQL" : "every page, row and index of SQLite";
    }
}
