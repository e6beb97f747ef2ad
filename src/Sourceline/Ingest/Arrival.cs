using Sourceline.Data.Model;
using Sourceline.Formats;

namespace Sourceline.Ingest;

/// <summary>Where an item stands when it arrives: what the sender says, and what the receiver was told to do with it.</summary>
/// <param name="State">The story's state.</param>
/// <param name="Act">The act that is logged.</param>
/// <param name="DueUtc">When it publishes itself, or until when a draft is under embargo.</param>
/// <param name="Reason">For the log and the notice.</param>
internal sealed record Arrival(StoryState State, ActKind Act, DateTime? DueUtc, string? Reason)
{
    public static Arrival Of(NewsItem item, bool publish, DateTime nowUtc)
    {
        if (item.Status == PublishingStatus.Canceled) return new Arrival(StoryState.Killed, ActKind.Kill, null, "Canceled at its origin.");
        if (item.Status == PublishingStatus.Withheld) return new Arrival(StoryState.Withheld, ActKind.Withhold, null, "Withheld at its origin.");
        var embargo = Ahead(item.EmbargoedUntil, nowUtc);
        var finished = item.Stage is NewsItemStage.Published or NewsItemStage.Scheduled;
        var due = embargo ?? (finished ? Ahead(item.Published, nowUtc) : null);
        if (!publish || !finished) return new Arrival(StoryState.Draft, ActKind.Receive, due, null);
        if (embargo is not null) return new Arrival(StoryState.Embargoed, ActKind.Embargo, due, null);
        return due is not null
            ? new Arrival(StoryState.Scheduled, ActKind.Schedule, due, null)
            : new Arrival(StoryState.Published, ActKind.Publish, null, null);
    }

    private static DateTime? Ahead(DateTimeOffset? time, DateTime nowUtc) => time?.UtcDateTime is { } utc && utc > nowUtc ? utc : null;
}
