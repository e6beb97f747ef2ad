using Sourceline.Data.Model;
using Sourceline.Localization;

namespace Sourceline.Stories.Publishing;

/// <summary>The words for the states of stories.</summary>
public static class StateWords
{
#pragma warning disable CS8524 // A state without words does not compile; numbers that are no state do not occur.
    /// <summary>As a name: "Taken down".</summary>
    public static string Name(StoryState state, Localizer words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words[
            state switch
            {
                StoryState.Draft => "state.draft",
                StoryState.Scheduled => "state.scheduled",
                StoryState.Embargoed => "state.embargoed",
                StoryState.Published => "state.published",
                StoryState.Withheld => "state.withheld",
                StoryState.Killed => "state.killed",
                StoryState.TakenDown => "state.taken-down",
                StoryState.Unpublished => "state.unpublished",
            }
        ];
    }

    /// <summary>In a sentence, after "is": "a draft", "taken down".</summary>
    public static string Of(StoryState state, Localizer words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words[
            state switch
            {
                StoryState.Draft => "state.is-draft",
                StoryState.Scheduled => "state.is-scheduled",
                StoryState.Embargoed => "state.is-embargoed",
                StoryState.Published => "state.is-published",
                StoryState.Withheld => "state.is-withheld",
                StoryState.Killed => "state.is-killed",
                StoryState.TakenDown => "state.is-taken-down",
                StoryState.Unpublished => "state.is-unpublished",
            }
        ];
    }
#pragma warning restore CS8524
}
