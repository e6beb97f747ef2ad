using Microsoft.Extensions.DependencyInjection.Extensions;
using Sourceline.Archive.Exporting;
using Sourceline.Ingest.Checkpoints;
using Sourceline.Ingest.Importing;
using Sourceline.Media;
using Sourceline.Outgoing;

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
        services.AddSingleton<StoredUrls>();
        services.AddSingleton<CheckpointStore>();
        services.AddSingleton<InputReader>();
        services.AddSingleton<BatchPreparer>();
        services.AddSingleton<BatchWriter>();
        services.AddSingleton<Importer>();
        services.AddSingleton<StoryEntries>();
        services.AddSingleton<Exporter>();
    }
}
