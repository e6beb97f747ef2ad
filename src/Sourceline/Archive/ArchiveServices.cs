using Sourceline.Archive.Exporting;

namespace Sourceline.Archive;

/// <summary>Registers what import and export need.</summary>
public static class ArchiveServices
{
    public static void AddArchive(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var services = app.Services;
        services.AddSingleton<StoryEntries>();
        services.AddSingleton<Exporter>();
    }
}
