using System.Globalization;
using Sourceline.Data;

namespace Sourceline.Backups;

/// <summary>Backs the newsroom up, without its media files, which a migration does not touch.</summary>
internal sealed class MigrationBackup(BackupWriter writer, TimeProvider clock) : BeforeMigration
{
    public override async Task RunAsync(string applied, CancellationToken cancellationToken)
    {
        var path = Path.Combine(
            writer.OwnFolder,
            string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyyMMdd-HHmmss-fff}-at-{applied}.backup")
        );
        await writer.WriteAsync(path, keysPath: null, withMedia: false, cancellationToken);
        await Console.Error.WriteLineAsync($"The database will be brought up to date. A backup of its state before that is in {path}.");
    }
}
