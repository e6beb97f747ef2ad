namespace Sourceline.Data;

/// <summary>What is done before a newsroom's database is brought up to date by a newer version.</summary>
public abstract class BeforeMigration
{
    /// <summary>Runs it; the database is not migrated if it throws.</summary>
    /// <param name="applied">The newest migration that the database has.</param>
    /// <param name="cancellationToken">Stops.</param>
    public abstract Task RunAsync(string applied, CancellationToken cancellationToken);
}
