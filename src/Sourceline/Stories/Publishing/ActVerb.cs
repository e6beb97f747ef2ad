using System.Collections.Immutable;
using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing;

/// <summary>An act as people call it: on the desk's buttons and addresses, and on the command line.</summary>
/// <param name="Name">One word: <c>take-down</c>.</param>
/// <param name="Label">On a button.</param>
/// <param name="Kinds">What it does; a correction may be of a slip or in substance.</param>
/// <param name="Says">What it does, in a sentence or two.</param>
public sealed record ActVerb(string Name, string Label, ImmutableArray<ActKind> Kinds, string Says)
{
    /// <summary>In the order in which they are offered; to draft a text is not among them, as it has a page of its own.</summary>
    public static IReadOnlyList<ActVerb> All { get; } =
    [
        new("publish", "Publish", [ActKind.Publish], "Put the newest version before readers. A draft that is under embargo waits for its end instead."),
        new("schedule", "Schedule", [ActKind.Schedule], "Let the story publish itself at a time to come."),
        new("embargo", "Embargo", [ActKind.Embargo], "Keep the story back until a time, at which it publishes itself; no reader sees any of it before."),
        new("update", "Update", [ActKind.Update], "Put the newest version before readers in place of the one they see: the news has moved on, and nothing told was wrong."),
        new("correct", "Correct", [ActKind.CorrectMinor, ActKind.CorrectMaterial], "Put right something that was told. Readers see the note under the story, with its date."),
        new("clarify", "Clarify", [ActKind.Clarify], "Make plain what was right and could be misread. Readers see the note under the story, with its date."),
        new("release", "Release", [ActKind.Release], "Show the withheld story to readers again."),
        new("withhold", "Withhold", [ActKind.Withhold], "Take the story from readers while it is looked into. They see a notice with the reason; it can be released again."),
        new("unpublish", "Unpublish", [ActKind.Unpublish], "Take the story from readers. They see a notice with the reason; it can be published again."),
        new("take-down", "Take down", [ActKind.TakeDown], "Take the story away for good, as for a court's order or a person's safety. Readers see a notice with the reason."),
        new("kill", "Kill", [ActKind.Kill], "Stop a story that must not be used, for good. Readers see a notice that it was killed, and why."),
    ];

    /// <summary>The verb of a name; null where there is none.</summary>
    public static ActVerb? Find(string? name) => All.FirstOrDefault(verb => string.Equals(verb.Name, name, StringComparison.OrdinalIgnoreCase));

    public bool IsAllowedIn(StoryState state) => StoryRules.After(state, Kinds[0]) is not null;

    public bool NeedsReason => StoryRules.NeedsReason(Kinds[0]);

    public bool NeedsNote => StoryRules.NeedsNote(Kinds[0]);

    public bool NeedsTime => StoryRules.NeedsTime(Kinds[0]);

    public bool IsRevision => StoryRules.IsRevision(Kinds[0]);

    public bool IsFinal => StoryRules.IsFinal(Kinds[0]);
}
