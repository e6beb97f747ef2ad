using CsCheck;
using Sourceline.Attribution.Json;
using Sourceline.Attribution.Model;
using Sourceline.Attribution.Tests.Training;

namespace Sourceline.Attribution.Tests;

/// <summary>What holds of every text, however strange.</summary>
public sealed class AttributorProperties
{
    private static readonly AttributionModel Model = AttributionModel.Load(new MemoryStream(SmallAnnotated.Trained));

    private static readonly Gen<(Article Article, bool WithModel)> Cases = Gen.Select(StrangeTexts.Articles, Gen.Bool);

    [Fact]
    public void Read_AnyText_SpansLieInTheTextInOrder() =>
        Cases.Sample(
            (article, withModel) =>
            {
                foreach (var statement in All(Read(article, withModel)))
                {
                    Assert.NotEmpty(statement.Content);
                    Assert.All(Spans(statement), s => Assert.True(s.Start >= 0 && s.Start < s.End && s.End <= article.Text.Length));
                    Assert.All(Spans(statement), s =>
                        Assert.False(Splits(article.Text, s.Start) || Splits(article.Text, s.End), $"{s} splits a surrogate pair")
                    );
                    Assert.Equal(statement.Content.Order(), statement.Content);
                    Assert.All(statement.Content.Zip(statement.Content.Skip(1)), p => Assert.True(p.First.End <= p.Second.Start));
                    Assert.All(statement.Quotations, q => Assert.Contains(statement.Content, c => c.Contains(q)));
                }
            },
            iter: StrangeTexts.Times(3000)
        );

    [Fact]
    public void Read_AnyText_StatementsAreInOrderWithUniqueKeys() =>
        Cases.Sample(
            (article, withModel) =>
            {
                var reading = Read(article, withModel);
                Assert.Equal(
                    reading.Statements.Select(s => s.Content[0].Start).Order(),
                    reading.Statements.Select(s => s.Content[0].Start)
                );
                Assert.Equal(reading.Attitudes.Select(s => s.Content[0].Start).Order(), reading.Attitudes.Select(s => s.Content[0].Start));
                var statements = All(reading).ToList();
                Assert.Distinct(statements.Select(s => s.Key));
                Assert.All(statements, s => Assert.Matches("^[0-9a-z-]{1,32}$", s.Key));
                Assert.All(statements, s => Assert.Matches("^[0-9a-z-]{1,32}$", s.Evidence));
            },
            iter: StrangeTexts.Times(2000)
        );

    [Fact]
    public void Read_AnyText_LinksAreNamedAndSure() =>
        Cases.Sample(
            (article, withModel) =>
            {
                foreach (var statement in All(Read(article, withModel)))
                {
                    Assert.InRange(statement.Confidence, 0, 1);
                    Assert.All(statement.Chains, c => Assert.NotEmpty(c.Hops));
                    foreach (var link in statement.Chains.SelectMany(c => c.Hops))
                    {
                        Assert.NotEmpty(link.Name);
                        Assert.InRange(link.Confidence, 0, 1);
                        Assert.NotEqual(SourceKind.Unnamed, link.Identity?.Kind);
                    }
                }
            },
            iter: StrangeTexts.Times(2000)
        );

    [Fact]
    public void Read_SameText_SameReading() =>
        StrangeTexts.Articles.Sample(
            article =>
                Assert.Equal(
                    All(Attributor.Read(article)).Select(s => (s.Key, s.Evidence)),
                    All(Attributor.Read(article)).Select(s => (s.Key, s.Evidence))
                ),
            iter: StrangeTexts.Times(500)
        );

    [Fact]
    public void Write_AnyReading_IsJsonOfOneLine() =>
        Cases.Sample(
            (article, withModel) =>
            {
                using var stream = new MemoryStream();
                AttributionJson.Write(stream, "d", article.Text, Read(article, withModel));
                var bytes = stream.ToArray();
                Assert.Equal(bytes.Length - 1, Array.IndexOf(bytes, (byte)'\n'));
                using var json = System.Text.Json.JsonDocument.Parse(bytes);
            },
            iter: StrangeTexts.Times(1000)
        );

    private static IEnumerable<AttributedStatement> All(Reading reading) => reading.Statements.Concat(reading.Attitudes);

    private static Reading Read(Article article, bool withModel) => Attributor.Read(article, withModel ? Model : null);

    private static bool Splits(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    private static IEnumerable<TextSpan> Spans(AttributedStatement s) =>
        s
            .Content.Concat(s.Cue)
            .Concat(s.Source)
            .Concat(s.Quotations)
            .Concat(s.ContentDates.Select(d => d.Span))
            .Concat(s.Chains.SelectMany(c => c.Hops).Select(l => l.Span))
            .Concat(s.Chains.SelectMany(c => c.Hops).Select(l => l.Identity).OfType<Identity>().Select(i => i.Span))
            .Concat(s.Date is { } date ? [date.Span] : [])
            .Concat(s.Hedge is { } hedge ? [hedge.Span] : []);
}
