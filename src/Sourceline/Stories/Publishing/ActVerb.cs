using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing;

/// <summary>The acts of one name that share the desk's page for acts: one, or several that differ in degree only.</summary>
public sealed class ActVerb
{
    private ActVerb(IReadOnlyList<StoryAct> acts) => Acts = acts;

    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<ActVerb> All { get; } =
    [
        .. ActRegistry
            .All.Where(act => act is { Verb: not null, HasOwnForm: false })
            .GroupBy(act => act.Verb)
            .Select(acts => new ActVerb([.. acts])),
    ];

    /// <summary>The weakest first: a correction is of a slip or in substance.</summary>
    public IReadOnlyList<StoryAct> Acts { get; }

    /// <summary>What all of them have in common.</summary>
    public StoryAct Act => Acts[0];

    /// <summary>Such as <c>take-down</c>.</summary>
    public string Name => Act.Verb!;

    /// <summary>The verb of a name; null where there is none.</summary>
    public static ActVerb? Find(string? name) =>
        All.FirstOrDefault(verb => string.Equals(verb.Name, name, StringComparison.OrdinalIgnoreCase));

    public bool IsAllowedIn(StoryState state) => Act.After(state, Actors.Editor) is not null;
}
