using Microsoft.Extensions.DependencyInjection.Extensions;
using Sourceline.Outgoing;

namespace Sourceline.Media;

/// <summary>Registers where media files are stored, and what fetches them.</summary>
public static class MediaServices
{
    public static void AddMedia(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.TryAddSingleton<GuardedHttp>();
        app.Services.AddSingleton<MediaStore>();
        app.Services.AddSingleton<SavedPageFiles>();
        app.Services.AddSingleton<MediaFetcher>();
        app.Services.AddSingleton<MediaOwners>();
        app.Services.AddSingleton<StoredUrls>();
    }
}
