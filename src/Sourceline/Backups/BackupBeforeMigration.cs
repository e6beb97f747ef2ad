using System.Globalization;
using Sourceline.Data;

namespace Sourceline.Backups;

/// <summary>Writes the backup into <c>backups</c> in the data folder, without the media files, which a migration does not touch.</summary>
internal sealed class BackupBeforeMigration(BackupWriter writer, TimeProvider time) : MigrationBackup
{
    public override async Task<string> WriteAsync(string applied, CancellationToken cancellationToken)
    {
        var path = Path.Combine(writer.OwnFolder, string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd-HHmmss-fff}-at-{applied}.backup"));
        await writer.WriteAsync(path, keysPath: null, withMedia: false, cancellationToken);
        return path;
    }
}
