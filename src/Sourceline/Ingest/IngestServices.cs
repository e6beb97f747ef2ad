namespace Sourceline.Ingest;

/// <summary>Registers the way in for stories.</summary>
public static class IngestServices
{
    public static void AddIngest(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddSingleton<StoryIntake>();
    }
}
