using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing;

/// <summary>Publishes scheduled and embargoed stories when they are due, on whichever node claims them.</summary>
internal sealed partial class DueWorker(NewsDbFactory dbs, DueWork work, StoryActs acts, TimeProvider clock, ILogger<DueWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A database that is away for a moment must not end the work for good.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                RoundFailed(log, e);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        foreach (var job in await work.ClaimAsync(db, 50, cancellationToken))
        {
            try
            {
                await acts.PublishDueAsync(work, job, cancellationToken);
            }
#pragma warning disable CA1031 // One story that cannot be published does not hold up the others.
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                JobFailed(log, job.StoryId, e);
                await work.FailAsync(db, job, e.Message, cancellationToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Due work could not be looked for; it is tried again.")]
    private static partial void RoundFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Story {StoryId} was due and could not be published; it is tried again.")]
    private static partial void JobFailed(ILogger logger, long storyId, Exception exception);
}
