using Sourceline.EventLog;
using Sourceline.Sourcing.Dependencies;

namespace Sourceline.Sourcing;

/// <summary>Registers what editors review statements with.</summary>
public static class ReviewServices
{
    public static void AddReviews(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddScoped<Reviews>();
        app.Services.AddSingleton<Projection, DependencyProjection>();
        app.Services.AddScoped<SourceFinder>();
        app.Services.AddScoped<DependencyReader>();
    }
}
