using Sourceline.Data;
using Sourceline.Data.Checks;
using Sourceline.Sourcing.Dependencies;

namespace Sourceline.Sourcing;

/// <summary>Registers what editors review statements with.</summary>
public static class ReviewServices
{
    public static void AddReviews(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddScoped<Reviews>();
        app.Services.AddSingleton<ConsistencyCheck, DependencyCheck>();
        app.Services.AddSingleton<Backfill, SnapshotBackfill>();
        app.Services.AddScoped<SourceFinder>();
        app.Services.AddScoped<DependencyReader>();
    }
}
