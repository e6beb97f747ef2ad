using Microsoft.Extensions.DependencyInjection.Extensions;
using Sourceline.Archive.Exporting;
using Sourceline.Archive.Importing;
using Sourceline.Archive.Importing.Checkpoints;
using Sourceline.Archive.Media;
using Sourceline.Hosting;

namespace Sourceline.Archive;

/// <summary>Registers what import and export need.</summary>
public static class ArchiveServices
{
    public static void AddArchive(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var services = app.Services;
        services.TryAddSingleton<GuardedHttp>();
        services.AddSingleton<MediaFetcher>();
        services.AddSingleton<MediaOwners>();
        services.AddSingleton<StoredAddresses>();
        services.AddSingleton<CheckpointStore>();
        services.AddSingleton<InputReader>();
        services.AddSingleton<BatchPreparer>();
        services.AddSingleton<BatchReceiver>();
        services.AddSingleton<Importer>();
        services.AddSingleton<StoryEntries>();
        services.AddSingleton<Exporter>();
    }
}
