using Sourceline.Data.Model;
using Sourceline.Formats;
using Sourceline.Stories.Publishing;

namespace Sourceline.Ingest;

/// <summary>An act that follows for a known story when its origin has sent it again. <see cref="IntakeRound"/> does it.</summary>
/// <param name="Act">One that the transition table allows an origin in the story's state.</param>
/// <param name="DueUtc">When it publishes itself, or until when a draft is under embargo.</param>
/// <param name="Reason">For the log and the notice.</param>
/// <param name="Remark">For the report.</param>
internal sealed record ImportedAct(ActKind Act, DateTime? DueUtc = null, string? Reason = null, string? Remark = null);

/// <summary>Says what follows for a known story when its origin sends it again, by the transition table.</summary>
internal static class ImportTransition
{
    /// <summary>After another version of it came.</summary>
    /// <param name="publish">Whether the receiver was told to publish what is public at its origin.</param>
    public static ImportedAct Changed(Story story, NewsItem item, Arrival arrival, bool publish)
    {
        var stops = arrival.Act is ActKind.Kill or ActKind.Withhold;
        var wanted = arrival.Act switch
        {
            ActKind.Publish when story.State == StoryState.Published => ActKind.Update,
            ActKind.Publish when arrival.LacksDate => ActKind.Receive,
            // What waits and has become a draft at its origin must not publish itself.
            ActKind.Receive when item.Stage is NewsItemStage.Draft or NewsItemStage.Private => ActKind.BackToDraft,
            var act => act,
        };
        // What waits and was stopped at its origin must not publish itself, whoever imports it; what readers see is for people to stop.
        var isTold = publish || !stops || story.State != StoryState.Published;
        if (isTold && ActRegistry.Of(wanted).After(story.State, Actors.Origin) is not null)
            return new(wanted, arrival.DueUtc, arrival.Reason);
        return new(ActKind.Receive, arrival.DueUtc, Remark: stops ? $"{arrival.Reason} Decide at the desk what becomes of it here." : null);
    }

    /// <summary>After it came again as it was; null where nothing follows. What came as a draft may come again to be published.</summary>
    public static ImportedAct? Unchanged(Story story, Arrival arrival) =>
        story.State == StoryState.Draft && arrival is { Act: ActKind.Publish, LacksDate: false }
            ? new(ActKind.Publish, Remark: "It was waiting as a draft and is now published.")
            : null;
}
