using Sourceline.Data.Model;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>A story that was withheld is shown again.</summary>
internal sealed class ReleaseAct : StoryAct
{
    public override ActKind Kind => ActKind.Release;

    public override string Verb => "release";

    public override ActKeys Words { get; } =
        new("act.release.history")
        {
            Label = "act.release.label",
            Help = "act.release.help",
            Done = "act.release.done",
            Refused = "act.release.refused",
        };

    public override IReadOnlyList<Transition> Transitions { get; } =
    [.. Transition.Lead(StoryState.Published, Actors.Editor, StoryState.Withheld)];

    public override InvalidationScope Stale => InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations;

    /// <summary>What came in withheld has never been shown.</summary>
    internal override void Apply(Story story, ActEffect effect)
    {
        if (story.LiveVersion is null)
            story.PublishedUtc = LiveText.FirstDate(story, effect);
        story.LiveVersion ??= story.LatestVersion;
    }
}
