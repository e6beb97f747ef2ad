using Sourceline.Data;

namespace Sourceline.Stories;

/// <summary>Which act is allowed in which state, and where it leads.</summary>
public static class StoryRules
{
    /// <summary>The state after the act; null where the act is not allowed.</summary>
    public static StoryState? After(StoryState state, ActKind act) => (act, state) switch
    {
        (ActKind.Publish, StoryState.Draft or StoryState.Scheduled or StoryState.Embargoed or StoryState.Unpublished) => StoryState.Published,
        (ActKind.Schedule, StoryState.Draft or StoryState.Unpublished) => StoryState.Scheduled,
        (ActKind.Embargo, StoryState.Draft or StoryState.Unpublished) => StoryState.Embargoed,
        (ActKind.Update or ActKind.CorrectMinor or ActKind.CorrectMaterial or ActKind.Clarify, StoryState.Published) => StoryState.Published,
        (ActKind.Withhold, StoryState.Published) => StoryState.Withheld,
        (ActKind.Release, StoryState.Withheld) => StoryState.Published,
        (ActKind.Kill, not (StoryState.Draft or StoryState.Killed or StoryState.TakenDown)) => StoryState.Killed,
        (ActKind.TakeDown, not (StoryState.Draft or StoryState.Killed or StoryState.TakenDown)) => StoryState.TakenDown,
        (ActKind.Unpublish, StoryState.Published) => StoryState.Unpublished,
        _ => null,
    };

    /// <summary>Whether the act puts the latest version before readers.</summary>
    public static bool ShowsLatest(ActKind act) =>
        act is ActKind.Publish or ActKind.Update or ActKind.CorrectMinor or ActKind.CorrectMaterial or ActKind.Clarify;
}
