using Sourceline.Data.Model;
using Sourceline.Sourcing.Dependencies;

namespace Sourceline.Tests.Sourcing.Dependencies;

/// <summary>On whom a story leans, and how much, from the hands of its statements.</summary>
public sealed class DependencyRuleTests
{
    private const long Paper = 1, Agency = 2, Person = 3;

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

    [Fact]
    public void Of_ConfirmedAndProposed_KeepTheConfidenceOfTheProposed()
    {
        var lean = Assert.Single(Of(Said((0, Paper)) with { Review = Review.Confirmed, Confidence = .9 }, Said((0, Paper)) with { Confidence = .4 }, Said((0, Paper)) with { Confidence = .6 }));
        Assert.Equal((true, .6), (lean.Confirmed, lean.Confidence));
    }

    [Fact]
    public void PartsIn_EndOfAChain_SaidIt_OthersPassedItOn()
    {
        var parts = DependencyRule.PartsIn(Said((0, Paper), (0, Person), (1, Agency), (2, null)).Hands);
        Assert.Equal([(Paper, false), (Person, true), (Agency, true)], parts.Select(part => (part.Key, part.Value)));
    }

    private static List<Dependency> Of(params StatementSources[] statements) => DependencyRule.Of(7, new DateTime(2021, 7, 19, 0, 0, 0, DateTimeKind.Utc), statements);

    private static StatementSources Said(params (int Chain, long? Source)[] hands) =>
        new(Review.Proposed, .5, [.. hands.Select(hand => new SourceHop(hand.Chain, hand.Source))]);

    private static (DependencyKind Kind, int Said, int Relayed) Facts(List<Dependency> leans, long source) => Facts(leans.Single(lean => lean.SourceId == source));

    private static (DependencyKind Kind, int Said, int Relayed) Facts(Dependency lean) => (lean.Kind, lean.Said, lean.Relayed);
}
