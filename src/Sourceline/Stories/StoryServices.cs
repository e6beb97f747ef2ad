using Sourceline.Ingest;
using Sourceline.Sourcing;
using Sourceline.Stories.Publishing;
using Sourceline.Syndication;

namespace Sourceline.Stories;

/// <summary>Registers what every slice stands on: the way in, the acts, the statements.</summary>
public static class StoryServices
{
    public static void AddStories(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddSingleton<StoryIntake>();
        app.Services.AddSingleton<StoryActs>();
        app.Services.AddSingleton<TranslationActs>();
        app.Services.AddSingleton<NewVersions>();
        app.Services.AddSingleton<StatementRecorder>();
        app.Services.AddSingleton<FeedEntries>();
        app.Services.AddHostedService<DueWorker>();
    }
}
