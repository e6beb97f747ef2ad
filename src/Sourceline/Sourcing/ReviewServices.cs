using Sourceline.EventLog;
using Sourceline.Sourcing.Dependencies;

namespace Sourceline.Sourcing;

/// <summary>Registers what follows from the sources of stories.</summary>
public static class ReviewServices
{
    public static void AddReviews(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddSingleton<Projection, DependencyProjection>();
        app.Services.AddScoped<SourceFinder>();
        app.Services.AddScoped<DependencyReader>();
    }
}
