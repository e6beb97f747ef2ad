using Sourceline.Data.Model;
using Sourceline.Formats;

namespace Sourceline.Ingest;

/// <summary>What an item asks for when it arrives: what the sender says, and what the receiver was told to do with it.</summary>
/// <param name="Act">What it asks for; a new story begins as a draft.</param>
/// <param name="DueUtc">When it publishes itself, or until when a draft is under embargo.</param>
/// <param name="Reason">For the log and the notice.</param>
internal sealed record Arrival(ActKind Act, DateTime? DueUtc = null, string? Reason = null)
{
    public const string Undated = "It has no date of publication that could be read, so it waits as a draft.";

    /// <summary>Whether it cannot appear by itself, because nothing says when it was published.</summary>
    public bool LacksDate { get; private init; }

    public static Arrival Of(NewsItem item, bool publish, DateTime nowUtc)
    {
        if (item.Status == PublishingStatus.Canceled)
            return new Arrival(ActKind.Kill, Reason: "Canceled at its origin.");
        if (item.Status == PublishingStatus.Withheld)
            return new Arrival(ActKind.Withhold, Reason: "Withheld at its origin.");
        var embargo = Ahead(item.EmbargoedUntil, nowUtc);
        var finished = item.Stage is NewsItemStage.Published or NewsItemStage.Scheduled;
        var due = embargo ?? (finished ? Ahead(item.Published, nowUtc) : null);
        if (!publish || !finished)
            return new Arrival(ActKind.Receive, due);
        if (due is null)
            return new Arrival(ActKind.Publish) { LacksDate = item.Published is null };
        return new Arrival(embargo is null ? ActKind.Schedule : ActKind.Embargo, due);
    }

    private static DateTime? Ahead(DateTimeOffset? time, DateTime nowUtc) => time?.UtcDateTime is { } utc && utc > nowUtc ? utc : null;
}
