using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing;

/// <summary>Which act is allowed in which state, where it leads, and what has to be said with it.</summary>
public static class StoryRules
{
    /// <summary>Every act on a story that people do, in the order in which they are offered.</summary>
    public static IReadOnlyList<ActKind> Acts { get; } =
    [
        ActKind.Publish, ActKind.Schedule, ActKind.Embargo, ActKind.Update, ActKind.CorrectMinor, ActKind.CorrectMaterial, ActKind.Clarify,
        ActKind.Release, ActKind.Draft, ActKind.Withhold, ActKind.Unpublish, ActKind.TakeDown, ActKind.Kill,
    ];

    /// <summary>The state after the act; null where the act is not allowed.</summary>
    public static StoryState? After(StoryState state, ActKind act) => (act, state) switch
    {
        (ActKind.Publish, StoryState.Draft or StoryState.Scheduled or StoryState.Embargoed or StoryState.Unpublished) => StoryState.Published,
        // What waits may be given another time.
        (ActKind.Schedule, StoryState.Draft or StoryState.Unpublished or StoryState.Scheduled) => StoryState.Scheduled,
        (ActKind.Embargo, StoryState.Draft or StoryState.Unpublished or StoryState.Scheduled or StoryState.Embargoed) => StoryState.Embargoed,
        (ActKind.Update or ActKind.CorrectMinor or ActKind.CorrectMaterial or ActKind.Clarify, StoryState.Published) => StoryState.Published,
        (ActKind.Withhold, StoryState.Published) => StoryState.Withheld,
        (ActKind.Release, StoryState.Withheld) => StoryState.Published,
        (ActKind.Kill, not (StoryState.Draft or StoryState.Killed or StoryState.TakenDown)) => StoryState.Killed,
        (ActKind.TakeDown, not (StoryState.Draft or StoryState.Killed or StoryState.TakenDown)) => StoryState.TakenDown,
        (ActKind.Unpublish, StoryState.Published) => StoryState.Unpublished,
        // A text is drafted behind whatever readers see.
        (ActKind.Draft, not (StoryState.Killed or StoryState.TakenDown)) => state,
        _ => null,
    };

    /// <summary>What may be done in a state.</summary>
    public static IEnumerable<ActKind> AllowedIn(StoryState state) => Acts.Where(act => After(state, act) is not null);

    /// <summary>Whether the act puts the latest version before readers.</summary>
    public static bool ShowsLatest(ActKind act) => act == ActKind.Publish || IsRevision(act);

    /// <summary>Whether it changes what readers read of a published story; they may be told in a note.</summary>
    public static bool IsRevision(ActKind act) => act is ActKind.Update or ActKind.CorrectMinor or ActKind.CorrectMaterial or ActKind.Clarify;

    /// <summary>Nothing leads back.</summary>
    public static bool IsFinal(ActKind act) => act is ActKind.Kill or ActKind.TakeDown;

    /// <summary>It takes the story from readers, who are shown the reason in its place; there must be one.</summary>
    public static bool NeedsReason(ActKind act) => act is ActKind.Withhold or ActKind.Kill or ActKind.TakeDown or ActKind.Unpublish;

    /// <summary>Readers must be told what was wrong or unclear.</summary>
    public static bool NeedsNote(ActKind act) => act is ActKind.CorrectMinor or ActKind.CorrectMaterial or ActKind.Clarify;

    public static bool NeedsTime(ActKind act) => act is ActKind.Schedule or ActKind.Embargo;

    /// <summary>Whether a new text may come with it.</summary>
    public static bool TakesText(ActKind act) => act == ActKind.Draft || IsRevision(act);
}
