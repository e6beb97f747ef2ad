using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Settings;
using Sourceline.Web;

namespace Sourceline.PageCache;

/// <summary>
/// Has the pages that nobody asks for lie ready on disk: stories from the newest on, then categories and sources. It makes one at a
/// time, rests as long as each took, and waits while readers are being made theirs. Where the disk may not hold them all, it ends with the newest.
/// </summary>
internal sealed partial class PageFiller(
    NewsDbFactory dbs,
    PageStore store,
    CachedPages pages,
    CacheInvalidator freshness,
    PageRenderer renderer,
    IOptions<SourcelineOptions> options,
    IHostApplicationLifetime lifetime,
    ILogger<PageFiller> log
) : BackgroundService
{
    private const int Batch = 200;

    /// <summary>Between two looks over all stories; what changes in between is made when it is asked for.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Briefly = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Pages.Fill)
            return;
        await StartedAsync(stoppingToken);
        while (store.IsOpen)
        {
            try
            {
                await FillAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A database that is away for a moment must not end the work for good.
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                RoundFailed(log, e);
            }
            await PauseAsync(stoppingToken);
        }
    }

    /// <summary>Until the next round is due, or all pages have become stale at once.</summary>
    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        var floor = freshness.Floor;
        for (var waited = TimeSpan.Zero; waited < Round && floor == freshness.Floor; waited += Look)
            await Task.Delay(Look, cancellationToken);
    }

    private async Task StartedAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Looks over all stories, categories and sources once.</summary>
    internal async Task FillAsync(CancellationToken cancellationToken)
    {
        (DateTime Published, long Id) last = (DateTime.MaxValue, long.MaxValue);
        while (store.HasRoom)
        {
            await using var db = dbs.Create();
            var at = last;
            var stories = await db
                .Stories.AsNoTracking()
                .Where(story =>
                    story.State == StoryState.Published
                    && story.PublishedUtc <= at.Published
                    && (story.PublishedUtc < at.Published || story.Id < at.Id)
                )
                .OrderByDescending(story => story.PublishedUtc)
                .ThenByDescending(story => story.Id)
                .Take(Batch)
                .Select(story => new
                {
                    story.Id,
                    story.Number,
                    story.Slug,
                    story.PublishedUtc,
                })
                .ToListAsync(cancellationToken);
            foreach (var story in stories)
                await PrepareAsync(SiteRoutes.Story(story.Number, story.Slug), cancellationToken);
            if (stories.Count < Batch)
                break;
            last = (stories[^1].PublishedUtc!.Value, stories[^1].Id);
        }
        await using var rest = dbs.Create();
        foreach (var slug in await rest.Categories.Select(category => category.Slug).ToListAsync(cancellationToken))
            await PrepareAsync(SiteRoutes.Category(slug), cancellationToken);
        foreach (
            var slug in await rest
                .Sources.Where(source => rest.Dependencies.Any(one => one.SourceId == source.Id))
                .Select(source => source.Slug)
                .ToListAsync(cancellationToken)
        )
            await PrepareAsync(SiteRoutes.Source(slug), cancellationToken);
    }

    private async Task PrepareAsync(string address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!store.HasRoom || pages.Holds(address))
            return;
        while (renderer.Making > 0)
            await Task.Delay(Briefly, cancellationToken);
        var clock = Stopwatch.StartNew();
        try
        {
            await pages.PrepareAsync(address);
        }
#pragma warning disable CA1031 // A page that cannot be made is an error to whoever asks for it; the others go on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            PageFailed(log, address, e);
        }
        await Task.Delay(clock.Elapsed, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Pages could not be made ready; it is tried again.")]
    private static partial void RoundFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The page {Address} could not be made ready.")]
    private static partial void PageFailed(ILogger logger, string address, Exception exception);
}
