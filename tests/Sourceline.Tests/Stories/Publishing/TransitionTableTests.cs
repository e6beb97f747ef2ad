using Sourceline.Data.Model;
using Sourceline.Stories.Publishing;

namespace Sourceline.Tests.Stories.Publishing;

public sealed class TransitionTableTests
{
    /// <summary>The table of the design, state by state: what an editor may do, and where it leads.</summary>
    private static readonly Dictionary<StoryState, string> OfEditors = new()
    {
        [StoryState.Draft] = "Publish>Published Schedule>Scheduled Embargo>Embargoed SetDate>Draft Draft>Draft LinkTranslation>Draft",
        [StoryState.Scheduled] =
            "Publish>Published Schedule>Scheduled Embargo>Embargoed BackToDraft>Draft Draft>Scheduled TakeDown>TakenDown Kill>Killed LinkTranslation>Scheduled",
        [StoryState.Embargoed] =
            "LiftEmbargo>Published Embargo>Embargoed BackToDraft>Draft Draft>Embargoed TakeDown>TakenDown Kill>Killed LinkTranslation>Embargoed",
        [StoryState.Published] =
            "Update>Published CorrectMinor>Published CorrectMaterial>Published Clarify>Published SetDate>Published Draft>Published "
            + "Withhold>Withheld Unpublish>Unpublished TakeDown>TakenDown Kill>Killed LinkTranslation>Published",
        [StoryState.Withheld] = "SetDate>Withheld Release>Published Draft>Withheld TakeDown>TakenDown Kill>Killed LinkTranslation>Withheld",
        [StoryState.Unpublished] =
            "Publish>Published Schedule>Scheduled Embargo>Embargoed SetDate>Unpublished Draft>Unpublished TakeDown>TakenDown Kill>Killed LinkTranslation>Unpublished",
        [StoryState.Killed] = "",
        [StoryState.TakenDown] = "",
    };

    /// <summary>What an import may do, beside receiving a version, linking translations and bringing approved replies.</summary>
    private static readonly Dictionary<StoryState, string> OfOrigins = new()
    {
        [StoryState.Draft] = "Publish>Published Schedule>Scheduled Embargo>Embargoed Withhold>Withheld Kill>Killed",
        [StoryState.Scheduled] = "Publish>Published Schedule>Scheduled Embargo>Embargoed BackToDraft>Draft Withhold>Withheld Kill>Killed",
        [StoryState.Embargoed] = "Publish>Published Schedule>Scheduled Embargo>Embargoed BackToDraft>Draft Withhold>Withheld Kill>Killed",
        [StoryState.Published] = "Update>Published Withhold>Withheld Kill>Killed",
        [StoryState.Withheld] = "",
        [StoryState.Unpublished] = "",
        [StoryState.Killed] = "",
        [StoryState.TakenDown] = "",
    };

    private static readonly ActKind[] InEveryState =
    [
        ActKind.Receive,
        ActKind.ReviewStatements,
        ActKind.UnlinkTranslation,
        ActKind.ApproveReply,
        ActKind.RejectReply,
        ActKind.MarkReplySpam,
        ActKind.HoldReply,
    ];

    [Fact]
    public void Editors_EveryStateAndAct_IsTheTable() =>
        Assert.All(Transition.AllStates, state =>
            Assert.Equal(
                (state, OfEditors[state]),
                (state, Line(ActRegistry.All.Where(act => !InEveryState.Contains(act.Kind)), state, Actors.Editor))
            )
        );

    [Fact]
    public void Origins_EveryStateAndAct_IsTheTable() =>
        Assert.All(Transition.AllStates, state =>
            Assert.Equal(
                (state, OfOrigins[state]),
                (
                    state,
                    Line(
                        ActRegistry.All.Where(act => !InEveryState.Contains(act.Kind) && act.Kind != ActKind.LinkTranslation),
                        state,
                        Actors.Origin
                    )
                )
            )
        );

    [Fact]
    public void Clock_PublishesWhatWaits_AndDoesNothingElse() =>
        Assert.All(Transition.AllStates, state =>
            Assert.Equal(
                (state, state is StoryState.Scheduled or StoryState.Embargoed ? "Publish>Published" : ""),
                (state, Line(ActRegistry.All, state, Actors.Clock))
            )
        );

    [Fact]
    public void ActsInEveryState_LeaveItAsItIs() => Assert.All(InEveryState, kind =>
        {
            var by = kind == ActKind.Receive ? Actors.Origin : Actors.Editor;
            Assert.All(Transition.AllStates, state => Assert.Equal(state, ActRegistry.Of(kind).After(state, by)));
        });

    [Fact]
    public void BackToDraft_OfWhatWasPublicOnce_LeadsToUnpublished()
    {
        var story = new Story
        {
            Origin = "desk",
            OriginId = "1",
            Language = "en",
            Slug = "s",
            State = StoryState.Scheduled,
            LatestVersion = 1,
            LiveVersion = 1,
        };
        Assert.Equal(StoryState.Unpublished, ActRegistry.Of(ActKind.BackToDraft).After(story, Actors.Editor));
        story.LiveVersion = null;
        Assert.Equal(StoryState.Draft, ActRegistry.Of(ActKind.BackToDraft).After(story, Actors.Editor));
    }

    private static string Line(IEnumerable<StoryAct> acts, StoryState state, Actors by) =>
        string.Join(' ', acts.Where(act => act.After(state, by) is not null).Select(act => $"{act.Kind}>{act.After(state, by)}"));
}
