using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Sourcing;

namespace Sourceline.Stories.Publishing;

/// <summary>What an act does to the row of its story: the state, what readers see, the dates, the notice.</summary>
internal static class PublishingEffects
{
    public static async Task ApplyAsync(
        NewsDb db, Story story, ActKind kind, StoryState after, ActOrder order, DateTime at, CancellationToken cancellationToken)
    {
        if (StoryRules.ShowsLatest(kind)) await ShowLatestAsync(db, story, kind, at, cancellationToken);
        if (kind == ActKind.Release) Release(story, at);
        if (StoryRules.NeedsTime(kind) && order.DueUtc is { } due) story.DueUtc = due;
        if (StoryRules.IsFinal(kind)) story.DueUtc = null;
        // The reason of any other act is the log's alone; what once was public keeps its notice while it waits.
        if (StoryRules.NeedsReason(kind)) story.Notice = order.Reason;
        else if (after == StoryState.Published) story.Notice = null;
        story.State = after;
    }

    private static void Release(Story story, DateTime at)
    {
        // What came in withheld has never been shown.
        story.LiveVersion ??= story.LatestVersion;
        if (story.PublishedUtc is null || story.PublishedUtc > at) story.PublishedUtc = at;
    }

    private static async Task ShowLatestAsync(NewsDb db, Story story, ActKind kind, DateTime at, CancellationToken cancellationToken)
    {
        var latest = await db.Versions.SingleAsync(v => v.StoryId == story.Id && v.Number == story.LatestVersion, cancellationToken);
        if (story.LiveVersion is { } live && live != story.LatestVersion) await CarriedReviews.CarryAsync(db, story.Id, live, latest.Id, cancellationToken);
        if (story.LiveVersion is not null && (kind != ActKind.Publish || story.LiveVersion != story.LatestVersion)) story.UpdatedUtc = at;
        // An imported draft and a scheduled story keep the date that they were made for; what was under embargo is news from its end on.
        var keepsDate = story.PublishedUtc <= at && story.State != StoryState.Embargoed;
        if (story.LiveVersion is null && !keepsDate) story.PublishedUtc = at;
        story.LiveVersion = story.LatestVersion;
        story.Slug = Slug.From(latest.Headline, "story");
        story.DueUtc = null;
    }
}
