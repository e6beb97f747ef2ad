using Sourceline.Data;

namespace Sourceline.Backups;

/// <summary>Registers backing up and restoring.</summary>
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
