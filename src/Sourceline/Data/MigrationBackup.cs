namespace Sourceline.Data;

/// <summary>Backs up a newsroom before a newer version migrates its database.</summary>
public abstract class MigrationBackup
{
    /// <param name="applied">The last migration that the database has.</param>
    /// <param name="cancellationToken">Stops it; then nothing is migrated.</param>
    /// <returns>The path of the backup.</returns>
    public abstract Task<string> WriteAsync(string applied, CancellationToken cancellationToken);
}
