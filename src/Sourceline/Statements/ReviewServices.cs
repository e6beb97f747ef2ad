using Sourceline.Data;
using Sourceline.Hosting;

namespace Sourceline.Statements;

/// <summary>Registers what editors review statements with.</summary>
public static class ReviewServices
{
    public static void AddReviews(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddScoped<Reviews>();
        app.Services.AddSingleton<NewsroomCheck, LeanCheck>();
        app.Services.AddSingleton<DerivedRows, MissingTellings>();
        app.Services.AddScoped<SourceFinder>();
        app.Services.AddScoped<LeanReader>();
    }
}
