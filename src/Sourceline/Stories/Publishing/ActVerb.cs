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
        new("publish", "Publish", [ActKind.Publish],
            "Publish the newest version. A draft under embargo is published when the embargo ends."),
        new("schedule", "Schedule", [ActKind.Schedule], "Publish the story at a later time."),
        new("embargo", "Embargo", [ActKind.Embargo], "Hold the story until a time, then publish it. Nothing of it is public before."),
        new("update", "Update", [ActKind.Update],
            "Publish a newer version because the news has moved on. Nothing in the old one was wrong."),
        new("correct", "Correct", [ActKind.CorrectMinor, ActKind.CorrectMaterial],
            "Correct an error. Readers see the note and its date under the story."),
        new("clarify", "Clarify", [ActKind.Clarify],
            "Clarify something that was right but could be misunderstood. Readers see the note and its date under the story."),
        new("release", "Release", [ActKind.Release], "Publish a withheld story again."),
        new("withhold", "Withhold", [ActKind.Withhold],
            "Hide the story while you check it. Readers see a notice with the reason. You can release it again."),
        new("unpublish", "Unpublish", [ActKind.Unpublish],
            "Remove the story from the site. Readers see a notice with the reason. You can publish it again."),
        new("take-down", "Take down", [ActKind.TakeDown],
            "Remove the story permanently, for example by court order or for a person's safety. Readers see a notice with the reason."),
        new("kill", "Kill", [ActKind.Kill], "Withdraw a story that must not be used, permanently. Readers see a notice with the reason."),
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
