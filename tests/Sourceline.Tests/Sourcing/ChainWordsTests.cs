using Sourceline.Attribution.Model;
using Sourceline.Localization;
using Sourceline.Sourcing;

namespace Sourceline.Tests.Sourcing;

public sealed class ChainWordsTests
{
    private static readonly DateOnly Saturday = new(2021, 7, 17);

    [Fact]
    public void Sentence_OutletAlone_SaysThatItsSourceIsNotStated() => Assert.Equal(
        "Kommersant newspaper, reported Saturday 17 July 2021; who told the newspaper is not stated",
        ChainWords.Sentence(Line(At("Kommersant", SourceKind.Outlet, "newspaper")), Saturday, Saturday));

    [Fact]
    public void Sentence_PersonWithoutADay_IsShort() => Assert.Equal(
        "Said by Sergei Ryabkov", ChainWords.Sentence(Line(At("Sergei Ryabkov", SourceKind.Person, "Deputy Foreign Minister")), null, null));

    [Fact]
    public void Sentence_ThreeHands_CitesOneAfterTheOther() => Assert.Equal(
        "Associated Press, citing Mezhdunarodnaya Zhizn, which cites a senior diplomat; said in June 2021",
        ChainWords.Sentence(
            Line(At("Associated Press", SourceKind.Outlet), At("Mezhdunarodnaya Zhizn", SourceKind.Outlet), At("a senior diplomat", SourceKind.Unnamed)),
            new DateOnly(2021, 6, 1), new DateOnly(2021, 6, 30)));

    [Fact]
    public void Sentence_ReportThatMeansAnOutlet_EndsOpen()
    {
        var paper = At("Kommersant", SourceKind.Outlet) with { Basis = Basis.Carried };
        Assert.Equal(
            "Reported by Kommersant (“the report” in the text); who told Kommersant is not stated",
            ChainWords.Sentence(Line(At("the report", SourceKind.Document) with { Identity = paper }), null, null));
    }

    [Fact]
    public void Sentence_ConfirmedInference_SaysSo()
    {
        var diplomat = At("Sergei Ryabkov", SourceKind.Person) with { Basis = Basis.Inferred, Confirmed = true };
        Assert.Equal(
            "Said by a senior diplomat, who is Sergei Ryabkov (inferred, confirmed by an editor)",
            ChainWords.Sentence(Line(At("a senior diplomat", SourceKind.Unnamed) with { Identity = diplomat }), null, null));
    }

    [Fact]
    public void Said_Stretch_NamesBothEnds() => Assert.Equal(
        "between 12 July 2021 and 18 July 2021", DateWords.Said(new DateOnly(2021, 7, 12), new DateOnly(2021, 7, 18)));

    private static ChainView Line(params HopView[] stations) => new(stations, false);

    private static HopView At(string name, SourceKind kind, string? role = null) => new(name, kind, role, Basis.Stated, false, null, null);
}
