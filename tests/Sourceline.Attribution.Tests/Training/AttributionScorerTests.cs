using Sourceline.Attribution.Model;
using Sourceline.Attribution.Training;

namespace Sourceline.Attribution.Tests.Training;

public sealed class AttributionScorerTests
{
    private const string Text = "Brand said that the old pier leaks. It rained, Aasen said.";

    [Fact]
    public void Scores_SameAttributions_AreAllOne()
    {
        var scores = Score(
            Statement("Brand", "said", "that the old pier leaks", .9),
            Statement("Aasen", "said", "It rained", .9, Text.LastIndexOf("said", StringComparison.Ordinal))
        );
        Assert.All(
            [scores.ContentExact, scores.ContentSoft, scores.Found, scores.FullSoft, scores.FullExact, scores.CueExact, scores.SourceExact],
            s => Assert.Equal(1, s.F1)
        );
        Assert.Equal(.1, scores.Statements.Error, 6);
        Assert.Equal(1, scores.Statements.SureShare);
    }

    [Fact]
    public void Scores_MarksAtTheEdges_DoNotCount() =>
        Assert.Equal(
            .5,
            Score(Statement("Aasen", "said", "It rained,", .9, Text.LastIndexOf("said", StringComparison.Ordinal))).ContentExact.Recall
        );

    [Fact]
    public void Scores_PartOfTheContent_IsSoftlyRightByItsShare()
    {
        var scores = Score(Statement("Brand", "said", "the old pier leaks", .9));
        Assert.Equal(0, scores.ContentExact.F1);
        Assert.Equal(1, scores.ContentSoft.Precision);
        Assert.Equal(.8 / 2, scores.ContentSoft.Recall, 6);
        Assert.Equal(1, scores.FullSoft.Precision);
    }

    [Fact]
    public void Scores_WrongSource_IsFoundButNotFull()
    {
        var scores = Score(Statement("Aasen", "said", "that the old pier leaks", .9));
        Assert.Equal(1, scores.Found.Precision);
        Assert.Equal(0, scores.FullSoft.F1);
    }

    [Fact]
    public void Scores_OneOfTwoIsRight_ConfidenceIsHeldAgainstTheHalf()
    {
        var scores = Score(Statement("Brand", "said", "that the old pier leaks", .75), Statement("Brand", "said", "It rained", .75));
        Assert.Equal(new ReliabilityStep(2, .75, .5), scores.Statements.Steps[7]);
        Assert.Equal(.25, scores.Statements.Error, 6);
        Assert.Equal(0, scores.Statements.SureShare);
    }

    [Fact]
    public void Scores_LinkOfTheSource_IsJudgedByWhatThatSourceSays()
    {
        var right = Statement("Brand", "said", "that the old pier leaks", .9) with { Chains = [Chain("Brand", Basis.Stated, .8)] };
        var wrong = Statement("Brand", "said", "It rained", .9) with { Chains = [Chain("Brand", Basis.Stated, .4)] };
        var elsewhere = Statement("Aasen", "said", "It rained", .9) with { Chains = [Chain("Brand", Basis.Carried, .6)] };
        var links = Score(right, wrong, elsewhere).Links;
        Assert.Equal(new ReliabilityStep(1, .8, 1), links.Steps[8]);
        Assert.Equal(new ReliabilityStep(1, .4, 0), links.Steps[4]);
        Assert.Equal(.3, links.Error, 6);
    }

    [Fact]
    public void Scores_NothingFound_AreZeroWithoutDividingByIt() => Assert.Equal(0, Score().FullSoft.F1);

    [Fact]
    public void Interval_OneDocument_IsItsFigure()
    {
        var scorer = Scorer(Statement("Brand", "said", "that the old pier leaks", .9));
        var f1 = scorer.Scores().FullSoft.F1;
        Assert.Equal((f1, f1), scorer.Interval(s => s.FullSoft.F1, 10, 1));
    }

    [Theory]
    [InlineData("{", "line 1")]
    [InlineData("{\"doc\":\"a\",\"text\":\"x\",\"attributions\":[{\"content\":[[0,2]]}]}", "offset 2")]
    [InlineData("{\"doc\":\"a\",\"text\":\"x\",\"attributions\":[{\"content\":[[1,1]]}]}", "empty")]
    public void CorpusReader_BadLine_SaysWhatIsWrong(string line, string expected)
    {
        var e = Assert.Throws<FormatException>(() => CorpusReader.Read(new StringReader(line)).ToList());
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CorpusReader_CodePoints_BecomeCodeUnits()
    {
        var document = Assert.Single(
            CorpusReader.Read(new StringReader("{\"doc\":\"a\",\"text\":\"😀 leaks\",\"attributions\":[{\"content\":[[2,7]]}]}"))
        );
        Assert.Equal("leaks", document.Attributions[0].Content[0].Of(document.Text));
    }

    private static Chain Chain(string name, Basis basis, double confidence) =>
        new([
            new Hop
            {
                Name = name,
                Kind = SourceKind.Person,
                Basis = basis,
                Span = Span(name),
                Confidence = confidence,
            },
        ]);

    private static AttributionScores Score(params AttributedStatement[] statements) => Scorer(statements).Scores();

    private static AttributionScorer Scorer(params AttributedStatement[] statements)
    {
        var said = Text.LastIndexOf("said", StringComparison.Ordinal);
        var scorer = new AttributionScorer();
        scorer.Add(
            new AnnotatedDocument(
                "a",
                Text,
                [
                    new([Span("Brand")], [Span("said")], [Span("that the old pier leaks")]),
                    new([Span("Aasen")], [new(said, said + 4)], [Span("It rained")]),
                ],
                []
            ),
            new Reading("en", [.. statements])
        );
        return scorer;
    }

    private static AttributedStatement Statement(string source, string cue, string content, double confidence, int cueAt = -1) =>
        new()
        {
            Key = content,
            Evidence = content,
            Kind = StatementKind.Indirect,
            Content = [Span(content)],
            Cue = [cueAt < 0 ? Span(cue) : new TextSpan(cueAt, cueAt + cue.Length)],
            Source = [Span(source)],
            Quotations = [],
            ContentDates = [],
            Chains = [],
            Confidence = confidence,
        };

    private static TextSpan Span(string words) =>
        new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length);
}
