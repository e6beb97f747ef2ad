using Sourceline.EventLog;
using Sourceline.Sourcing;
using Sourceline.Stories.Publishing;
using Sourceline.Stories.Reviewing;

namespace Sourceline.Stories;

/// <summary>Registers the acts on stories, and what finds the statements in them.</summary>
public static class StoryServices
{
    public static void AddStories(this IHostApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Services.AddSingleton<StoryTransactions>();
        app.Services.AddSingleton<StoryActs>();
        app.Services.AddSingleton<TranslationActs>();
        app.Services.AddScoped<Reviews>();
        app.Services.AddSingleton<NewVersions>();
        app.Services.AddSingleton<StatementRecorder>();
        app.Services.AddHostedService<DueWorker>();
        app.Services.AddSingleton<Projection, ScheduleProjection>();
    }
}
