using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Hosting;

namespace Sourceline.Data;

/// <summary>Registers the database, the key ring and what stands on them.</summary>
public static class DataServices
{
    public static void AddNewsData(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var services = app.Services;
        services.AddSingleton<ActSignal>();
        services.AddSingleton<NewsDbFactory>();
        services.AddHostedService<ActListener>();
        services.AddScoped(provider => provider.GetRequiredService<NewsDbFactory>().Create());
        services.AddSingleton<ActLog>();
        services.AddSingleton<DueWork>();
        services.AddSingleton<EmailCipher>();
        services.AddSingleton<MediaStore>();
        services.AddSingleton<NewsroomCheck, LogCheck>();
        AddKeyRing(services);
    }

    /// <summary>Makes the data folder and brings the database up to date.</summary>
    public static async Task PrepareNewsDataAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(services);
        await using var db = services.GetRequiredService<NewsDbFactory>().Create();
        await db.Database.MigrateAsync(cancellationToken);
    }

    private static void AddKeyRing(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Sourceline");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<IOptions<SourcelineOptions>, ILoggerFactory>((keys, options, logs) =>
            {
                var folder = options.Value.KeyFolder is { Length: > 0 } named ? named : Path.Combine(options.Value.DataFolder, "keys");
                var directory = OperatingSystem.IsWindows()
                    ? Directory.CreateDirectory(folder)
                    : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                keys.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(directory, logs);
            });
    }
}
