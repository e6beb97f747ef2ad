using Sourceline.Data.Model;
using Sourceline.Stories.Publishing;

namespace Sourceline.Tests.Stories.Publishing;

public sealed class StoryRulesTests
{
    /// <summary>The table of the design, state by state: what may be done, and where it leads.</summary>
    private static readonly Dictionary<StoryState, string> Table = new()
    {
        [StoryState.Draft] = "Publish>Published Schedule>Scheduled Embargo>Embargoed Draft>Draft",
        [StoryState.Scheduled] = "Publish>Published Schedule>Scheduled Embargo>Embargoed Draft>Scheduled TakeDown>TakenDown Kill>Killed",
        [StoryState.Embargoed] = "Publish>Published Embargo>Embargoed Draft>Embargoed TakeDown>TakenDown Kill>Killed",
        [StoryState.Published] =
            "Update>Published CorrectMinor>Published CorrectMaterial>Published Clarify>Published Draft>Published Withhold>Withheld Unpublish>Unpublished TakeDown>TakenDown Kill>Killed",
        [StoryState.Withheld] = "Release>Published Draft>Withheld TakeDown>TakenDown Kill>Killed",
        [StoryState.Unpublished] = "Publish>Published Schedule>Scheduled Embargo>Embargoed Draft>Unpublished TakeDown>TakenDown Kill>Killed",
        [StoryState.Killed] = "",
        [StoryState.TakenDown] = "",
    };

    [Fact]
    public void After_EveryStateAndAct_IsTheTable()
    {
        foreach (var state in Enum.GetValues<StoryState>())
            Assert.Equal((state, Table[state]), (state, string.Join(' ', StoryRules.AllowedIn(state).Select(act => $"{act}>{StoryRules.After(state, act)}"))));
    }

    [Fact]
    public void After_WhatIsNotDoneWithAStory_IsNever()
    {
        foreach (var state in Enum.GetValues<StoryState>())
        {
            foreach (var act in Enum.GetValues<ActKind>().Except(StoryRules.Acts)) Assert.Null(StoryRules.After(state, act));
        }
    }

    [Fact]
    public void Verbs_CoverEveryActButTheDraft() =>
        Assert.Equal(StoryRules.Acts.Where(act => act != ActKind.Draft).Order(), ActVerb.All.SelectMany(verb => verb.Kinds).Order());
}
