using Sourceline.Ingest.Checkpoints;
using Sourceline.Ingest.Importing;

namespace Sourceline.Ingest;

/// <summary>Registers the way in for stories.</summary>
public static class IngestServices
{
    public static void AddIngest(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddSingleton<StoryIntake>();
        app.Services.AddSingleton<CheckpointStore>();
        app.Services.AddSingleton<InputReader>();
        app.Services.AddSingleton<BatchPreparer>();
        app.Services.AddSingleton<BatchWriter>();
        app.Services.AddSingleton<Importer>();
    }
}
