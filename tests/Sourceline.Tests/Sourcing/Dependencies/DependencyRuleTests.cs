using Sourceline.Data.Model;
using Sourceline.Sourcing.Dependencies;

namespace Sourceline.Tests.Sourcing.Dependencies;

/// <summary>On whom a story leans, and how much, from the hands of its statements.</summary>
public sealed class DependencyRuleTests
{
    private const long Paper = 1,
        Agency = 2,
        Person = 3;

    [Fact]
    public void Of_SourceInEveryChain_IsTheSoleSource()
    {
        var leans = Of(Said((0, Paper)), Said((0, Paper), (0, Person)), Said((0, Paper), (1, Agency), (1, Paper)));
        Assert.Equal((DependencyKind.SoleSource, 2, 1), Facts(leans, Paper));
        Assert.Equal((DependencyKind.OneOfSeveral, 1, 0), Facts(leans, Person));
    }

    [Fact]
    public void Of_StatementThatCameByAnotherChainToo_LeavesNoSoleSource()
    {
        var leans = Of(Said((0, Paper)), Said((0, Paper), (1, Agency)));
        Assert.Equal((DependencyKind.OneOfSeveral, 2, 0), Facts(leans, Paper));
    }

    [Fact]
    public void Of_SourceTwiceInOneChain_CountsOneChain()
    {
        var leans = Of(Said((0, Paper), (0, Person), (0, Paper), (1, Agency)));
        Assert.Equal((DependencyKind.OneOfSeveral, 1, 0), Facts(leans, Paper));
    }

    [Fact]
    public void Of_OneStatementInTheLastThird_IsBackground()
    {
        var leans = Of(Said((0, Paper)), Said((0, Paper)), Said((0, Person)));
        Assert.Equal((DependencyKind.Background, 1, 0), Facts(leans, Person));
        Assert.Equal(DependencyKind.OneOfSeveral, Facts(Of(Said((0, Paper)), Said((0, Person)), Said((0, Paper))), Person).Kind);
    }

    [Fact]
    public void Of_RejectedStatementsAndThoseWithoutHands_DoNotCount()
    {
        var leans = Of(Said((0, Paper)), Said((0, Person)) with { Review = Review.Rejected }, Said());
        Assert.Equal((DependencyKind.SoleSource, 1, 0), Facts(Assert.Single(leans)));
    }

    [Fact]
    public void Of_UnknownHands_LeaveNoLeanAndNoSoleSource()
    {
        var leans = Of(Said((0, Paper)), Said((0, null)));
        Assert.Equal((DependencyKind.OneOfSeveral, 1, 0), Facts(Assert.Single(leans)));
    }

    /// <summary>What others say further down does not change on whom the story rests.</summary>
    [Fact]
    public void Of_HeadlineAndLeadFromOneSourceAlone_IsTheSoleSource()
    {
        var dependencies = Of(Head((0, Paper)), Head((0, Paper), (0, Agency)), Said((0, Person)), Said((0, Person)), Said((0, null)));
        Assert.Equal((DependencyKind.SoleSource, 1, 1), Facts(dependencies, Paper));
        Assert.Equal((DependencyKind.OneOfSeveral, 1, 0), Facts(dependencies, Agency));
        Assert.Equal((DependencyKind.OneOfSeveral, 2, 0), Facts(dependencies, Person));
    }

    [Fact]
    public void Of_HeadlineAndLeadThroughTwoSourcesInOneChain_BothAreSoleSources()
    {
        var dependencies = Of(Head((0, Paper), (0, Person)), Said((0, Agency)), Said((0, Agency)));
        Assert.Equal((DependencyKind.SoleSource, 0, 1), Facts(dependencies, Paper));
        Assert.Equal((DependencyKind.SoleSource, 1, 0), Facts(dependencies, Person));
    }

    [Fact]
    public void Of_HeadlineAndLeadFromTwoSources_LeavesNoSoleSource()
    {
        Assert.Equal(DependencyKind.OneOfSeveral, Facts(Of(Head((0, Paper)), Head((0, Agency)), Said((0, Paper))), Paper).Kind);
        Assert.Equal(DependencyKind.OneOfSeveral, Facts(Of(Head((0, Paper), (1, Agency)), Said((0, Paper))), Paper).Kind);
        Assert.Equal(DependencyKind.OneOfSeveral, Facts(Of(Head((0, Paper)), Head((0, null)), Said((0, Paper))), Paper).Kind);
    }

    [Fact]
    public void Of_RejectedStatementInTheLead_DoesNotCount()
    {
        var dependencies = Of(Head((0, Paper)), Head((0, Agency)) with { Review = Review.Rejected }, Said((0, Person)));
        Assert.Equal(DependencyKind.SoleSource, Facts(dependencies, Paper).Kind);
    }

    [Theory]
    [InlineData("Headline\n\nLead.\n\nBody.", 15)]
    [InlineData("Headline\n\nOnly paragraph.", 25)]
    [InlineData("Headline", 8)]
    [InlineData("", 0)]
    public void HeadEnd_IsWhereTheLeadOrFirstParagraphEnds(string text, int end) => Assert.Equal(end, DependencyRule.HeadEnd(text));

    [Fact]
    public void Of_ConfirmedAndProposed_KeepTheConfidenceOfTheProposed()
    {
        var lean = Assert.Single(
            Of(
                Said((0, Paper)) with
                {
                    Review = Review.Confirmed,
                    Confidence = .9,
                },
                Said((0, Paper)) with
                {
                    Confidence = .4,
                },
                Said((0, Paper)) with
                {
                    Confidence = .6,
                }
            )
        );
        Assert.Equal((true, .6), (lean.Confirmed, lean.Confidence));
    }

    [Fact]
    public void PartsIn_EndOfAChain_SaidIt_OthersPassedItOn()
    {
        var parts = DependencyRule.PartsIn(Said((0, Paper), (0, Person), (1, Agency), (2, null)).Hops);
        Assert.Equal([(Paper, false), (Person, true), (Agency, true)], parts.Select(part => (part.Key, part.Value)));
    }

    private static List<Dependency> Of(params StatementSources[] statements) =>
        DependencyRule.Of(7, new DateTime(2021, 7, 19, 0, 0, 0, DateTimeKind.Utc), statements);

    private static StatementSources Said(params (int Chain, long? Source)[] hands) =>
        new(Review.Proposed, .5, InHead: false, [.. hands.Select(hand => new SourceHop(hand.Chain, hand.Source))]);

    private static StatementSources Head(params (int Chain, long? Source)[] hops) => Said(hops) with { InHead = true };

    private static (DependencyKind Kind, int Said, int Relayed) Facts(List<Dependency> leans, long source) =>
        Facts(leans.Single(lean => lean.SourceId == source));

    private static (DependencyKind Kind, int Said, int Relayed) Facts(Dependency lean) => (lean.Kind, lean.Said, lean.Relayed);
}
