using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing;

/// <summary>A line of the transition table: an act leads from one state to another.</summary>
/// <param name="From">The state before.</param>
/// <param name="To">The state after; the same where the act does not change it.</param>
/// <param name="By">Who may do it.</param>
public sealed record Transition(StoryState From, StoryState To, Actors By)
{
    /// <summary>Every state, for acts that are possible in each.</summary>
    public static IReadOnlyList<StoryState> AllStates { get; } = Enum.GetValues<StoryState>();

    /// <summary>Every state that something leads out of.</summary>
    public static IReadOnlyList<StoryState> OpenStates { get; } =
    [.. AllStates.Where(state => state is not (StoryState.Killed or StoryState.TakenDown))];

    /// <summary>From each of the states to one.</summary>
    internal static IEnumerable<Transition> Lead(StoryState to, Actors by, params IEnumerable<StoryState> from) =>
        from.Select(state => new Transition(state, to, by));

    /// <summary>From each of the states to itself.</summary>
    internal static IEnumerable<Transition> Keep(Actors by, params IEnumerable<StoryState> states) =>
        states.Select(state => new Transition(state, state, by));
}
