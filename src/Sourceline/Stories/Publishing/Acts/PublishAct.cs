using Sourceline.Data.Model;
using Sourceline.Localization;

namespace Sourceline.Stories.Publishing.Acts;

/// <summary>The newest version goes before readers.</summary>
internal sealed class PublishAct : StoryAct
{
    public override ActKind Kind => ActKind.Publish;

    public override string Verb => "publish";

    public override ActKeys Words { get; } =
        new("act.publish.history")
        {
            Label = "act.publish.label",
            Help = "act.publish.help",
            Done = "act.publish.done",
            Refused = "act.publish.refused",
        };

    public override IReadOnlyList<Transition> Transitions { get; } =
    [
        .. Transition.Lead(StoryState.Published, Actors.Editor | Actors.Origin, StoryState.Draft),
        .. Transition.Lead(StoryState.Published, Actors.Editor | Actors.Clock | Actors.Origin, StoryState.Scheduled),
        .. Transition.Lead(StoryState.Published, Actors.Editor, StoryState.Unpublished),
        // An editor has to lift the embargo.
        .. Transition.Lead(StoryState.Published, Actors.Clock | Actors.Origin, StoryState.Embargoed),
    ];

    public override InvalidationScope Stale => InvalidationScope.Sources | InvalidationScope.Lists | InvalidationScope.Translations;

    public override bool ShowsLatest => true;

    internal override void Apply(Story story, ActEffect effect) => LiveText.Show(story, effect, changes: false);

    /// <summary>An embargo that a draft came with is kept.</summary>
    internal override StoryAct InsteadFor(Story story, ActEffect effect) =>
        effect.By == Actors.Editor && story.State is StoryState.Draft or StoryState.Unpublished && story.DueUtc > effect.AtUtc
            ? ActRegistry.Of(ActKind.Embargo)
            : this;

    internal override ActRefusedException Refusal(Story story, SiteTime time)
    {
        if (story.State != StoryState.Embargoed || story.DueUtc is not { } due)
            return base.Refusal(story, time);
        var number = story.Number;
        return new ActRefusedException(words => words["refused.embargo", words.Digits(number), time.Local(due), time.Zone.Id])
        {
            Instead = ActRegistry.Of(ActKind.LiftEmbargo),
        };
    }
}
