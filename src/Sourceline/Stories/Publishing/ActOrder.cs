using Sourceline.Data.Model;
using Sourceline.Stories.Html;

namespace Sourceline.Stories.Publishing;

/// <summary>What is to be done with a story, by whom and with which words.</summary>
/// <param name="Kind">The act.</param>
/// <param name="Actor">A staff member's name.</param>
public sealed record ActOrder(ActKind Kind, string Actor)
{
    /// <summary>For the log; where the act takes the story from readers, they are shown it in its place.</summary>
    public string? Reason { get; init; }

    /// <summary>What readers are told of a new text.</summary>
    public string? Note { get; init; }

    /// <summary>When a story that is scheduled or put under embargo publishes itself; for <see cref="ActKind.SetDate"/>, its date.</summary>
    public DateTime? TimeUtc { get; init; }

    /// <summary>A new text, which becomes a version; null for the newest that there is.</summary>
    public StoryText? Text { get; init; }

    /// <summary>The revision that the actor decided on; null where nobody looked.</summary>
    public int? SeenRevision { get; init; }

    /// <summary>When it was done; null for now.</summary>
    public DateTime? AtUtc { get; init; }
}

/// <summary>What an act has done.</summary>
/// <param name="Number">The story's.</param>
/// <param name="Kind">What was done: publishing a draft that is under embargo puts it under embargo.</param>
/// <param name="Before">The state before.</param>
/// <param name="State">The state now.</param>
/// <param name="Version">The version that the act is about.</param>
/// <param name="Sequence">The act's number in the log.</param>
public sealed record ActDone(long Number, ActKind Kind, StoryState Before, StoryState State, int Version, long Sequence);
