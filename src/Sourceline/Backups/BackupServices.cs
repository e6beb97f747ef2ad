using Sourceline.Data;

namespace Sourceline.Backups;

/// <summary>Registers what writes and restores backups.</summary>
public static class BackupServices
{
    public static void AddBackups(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddSingleton<BackupWriter>();
        app.Services.AddSingleton<BackupReader>();
        app.Services.AddSingleton<BeforeMigration, MigrationBackup>();
    }
}
