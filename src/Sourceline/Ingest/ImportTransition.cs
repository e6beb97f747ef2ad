using Sourceline.Data.Model;
using Sourceline.Formats;

namespace Sourceline.Ingest;

/// <summary>Where a known story is to stand after its origin has sent it again. Decided here, written by <see cref="IntakeTransaction"/>.</summary>
/// <param name="Act">What is logged.</param>
/// <param name="State">The state from now on.</param>
/// <param name="DueUtc">When it publishes itself, or until when a draft is under embargo.</param>
/// <param name="Shows">The newest version goes before readers.</param>
/// <param name="Reason">For the log and the notice.</param>
/// <param name="Remark">For the report.</param>
internal sealed record ImportedState(ActKind Act, StoryState State, DateTime? DueUtc, bool Shows = false, string? Reason = null, string? Remark = null);

internal static class ImportTransition
{
    /// <summary>After another version of it came.</summary>
    /// <param name="publish">Whether the receiver was told to publish what is public at its origin.</param>
    public static ImportedState Changed(Story story, NewsItem item, Arrival arrival, bool publish) => (story.State, arrival.State) switch
    {
        (StoryState.Published, StoryState.Published) => new(ActKind.Update, StoryState.Published, null, Shows: true),
        (StoryState.Draft or StoryState.Scheduled or StoryState.Embargoed, StoryState.Published) => Published(null),
        // What waits and was stopped at its origin must not publish itself, whoever imports it; what readers see is for people to stop.
        (StoryState.Draft or StoryState.Scheduled or StoryState.Embargoed, StoryState.Killed or StoryState.Withheld) => Stopped(arrival),
        (StoryState.Published, StoryState.Killed or StoryState.Withheld) when publish => Stopped(arrival),
        (StoryState.Draft or StoryState.Scheduled or StoryState.Embargoed, StoryState.Scheduled or StoryState.Embargoed) =>
            new(arrival.Act, arrival.State, arrival.DueUtc),
        (StoryState.Draft, StoryState.Draft) => new(ActKind.Receive, StoryState.Draft, arrival.DueUtc),
        (StoryState.Scheduled or StoryState.Embargoed, StoryState.Draft) when item.Stage is NewsItemStage.Draft or NewsItemStage.Private =>
            new(ActKind.Receive, StoryState.Draft, null),
        (StoryState.Scheduled or StoryState.Embargoed, StoryState.Draft) => new(ActKind.Receive, story.State, arrival.DueUtc ?? story.DueUtc),
        (_, StoryState.Killed or StoryState.Withheld) =>
            new(ActKind.Receive, story.State, story.DueUtc, Remark: $"{arrival.Reason} Decide at the desk what becomes of it here."),
        _ => new(ActKind.Receive, story.State, story.DueUtc),
    };

    /// <summary>After it came again as it was; null where nothing follows. What came as a draft may come again to be published.</summary>
    public static ImportedState? Unchanged(Story story, Arrival arrival) =>
        story.State == StoryState.Draft && arrival.State == StoryState.Published ? Published("It was waiting as a draft and is now published.") : null;

    private static ImportedState Published(string? remark) => new(ActKind.Publish, StoryState.Published, null, Shows: true, Remark: remark);

    private static ImportedState Stopped(Arrival arrival) => new(arrival.Act, arrival.State, null, Reason: arrival.Reason);
}
