using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data.Checks;
using Sourceline.Settings;

namespace Sourceline.Data;

/// <summary>Registers the database, the key ring and what stands on them.</summary>
public static class DataServices
{
    public static void AddNewsData(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var services = app.Services;
        services.AddSingleton<NewsDbFactory>();
        services.AddScoped(provider => provider.GetRequiredService<NewsDbFactory>().Create());
        services.AddSingleton<DueWork>();
        services.AddSingleton<EmailCipher>();
        services.AddSingleton<ConsistencyCheck, DatabaseCheck>();
        services.AddSingleton<ConsistencyCheck, EmailCheck>();
        AddKeyRing(services);
    }

    /// <summary>
    /// Makes the data folder and brings the database up to date. A newsroom that a newer version is about to migrate is backed up
    /// first, into <c>backups</c> in the data folder; the media files are not touched by it and not in it.
    /// </summary>
    public static async Task PrepareNewsDataAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(services);
        await using var db = services.GetRequiredService<NewsDbFactory>().Create();
        if (await KnownMigrations.AreAppliedAsync(db, cancellationToken))
            return;
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault();
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0)
            return;
        if (applied is not null)
        {
            foreach (var before in services.GetServices<BeforeMigration>())
                await before.RunAsync(applied, cancellationToken);
        }
        await db.Database.MigrateAsync(cancellationToken);
    }

    private static void AddKeyRing(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Sourceline");
        services
            .AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<IOptions<SourcelineOptions>, ILoggerFactory>(
                (keys, options, logs) =>
                {
                    keys.XmlRepository = new KeyRepository(options.Value, logs);
                }
            );
    }
}
