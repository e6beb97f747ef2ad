using CsCheck;

namespace Sourceline.Attribution.Tests;

/// <summary>What holds of every text, however strange.</summary>
public sealed class AttributorProperties
{
    private static readonly string[] Words =
    [
        "Ole Brand", "Tove Aasen", "Reuters", "the Harbour Echo newspaper", "said", "reported", "told", "according to", "citing", "who", "he", "the report",
        "“The pier is gone,”", "\"It fell.\"", "“", "”", "\"", "''", "«Мост закрыт»", "сказал", "(AP)", ",", ".", ":", "—", "and", "that", "on Friday", "last month",
        "June 31", "reportedly", "adding", "a senior diplomat", "as saying", "quoted", "was", "\n", "\n\n", "\ud800", "\udc00", "😀", "\u200f", "e\u0301", "U.S.", "…", "...", "to", "in an interview with",
    ];

    private static readonly Gen<string> Pieces = Gen.Int[0, Words.Length - 1].Select(i => Words[i]);

    private static readonly Gen<string> Stories = Pieces.Array[0, 40].Select(p => string.Join(' ', p));

    private static readonly Gen<DateOnly?> Days = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(d => d % 3 == 0 ? null : (DateOnly?)DateOnly.FromDayNumber(d));

    private static readonly Gen<Article> Articles = Gen.Select(Gen.OneOf(Stories, Gen.String), Days, (text, day) => new Article(text) { PublishedOn = day });

    [Fact]
    public void Read_AnyText_SpansLieInTheTextInOrder() => Articles.Sample(article =>
    {
        foreach (var statement in All(Attributor.Read(article)))
        {
            Assert.NotEmpty(statement.Content);
            Assert.All(Spans(statement), s => Assert.True(s.Start >= 0 && s.Start < s.End && s.End <= article.Text.Length));
            Assert.Equal(statement.Content.Order(), statement.Content);
            Assert.All(statement.Content.Zip(statement.Content.Skip(1)), p => Assert.True(p.First.End <= p.Second.Start));
            Assert.All(statement.Quotations, q => Assert.Contains(statement.Content, c => c.Contains(q)));
        }
    }, iter: 3000);

    [Fact]
    public void Read_AnyText_StatementsAreInOrderWithUniqueKeys() => Articles.Sample(article =>
    {
        var reading = Attributor.Read(article);
        Assert.Equal(reading.Statements.Select(s => s.Content[0].Start).Order(), reading.Statements.Select(s => s.Content[0].Start));
        Assert.Equal(reading.Attitudes.Select(s => s.Content[0].Start).Order(), reading.Attitudes.Select(s => s.Content[0].Start));
        var statements = All(reading).ToList();
        Assert.Distinct(statements.Select(s => s.Key));
        Assert.All(statements, s => Assert.Matches("^[0-9a-z-]{1,32}$", s.Key));
        Assert.All(statements, s => Assert.Matches("^[0-9a-z-]{1,32}$", s.Evidence));
    }, iter: 2000);

    [Fact]
    public void Read_AnyText_LinksAreNamedAndSure() => Articles.Sample(article =>
    {
        foreach (var statement in All(Attributor.Read(article)))
        {
            Assert.InRange(statement.Confidence, 0, 1);
            Assert.All(statement.Chains, c => Assert.NotEmpty(c.Links));
            foreach (var link in statement.Chains.SelectMany(c => c.Links))
            {
                Assert.NotEmpty(link.Name);
                Assert.InRange(link.Confidence, 0, 1);
                Assert.NotEqual(SourceKind.Unnamed, link.Identity?.Kind);
            }
        }
    }, iter: 2000);

    [Fact]
    public void Read_SameText_SameReading() => Articles.Sample(article =>
        Assert.Equal(All(Attributor.Read(article)).Select(s => (s.Key, s.Evidence)), All(Attributor.Read(article)).Select(s => (s.Key, s.Evidence))), iter: 500);

    [Fact]
    public void Write_AnyReading_IsJsonOfOneLine() => Articles.Sample(article =>
    {
        using var stream = new MemoryStream();
        AttributionJson.Write(stream, "d", article.Text, Attributor.Read(article));
        var bytes = stream.ToArray();
        Assert.Equal(bytes.Length - 1, Array.IndexOf(bytes, (byte)'\n'));
        using var json = System.Text.Json.JsonDocument.Parse(bytes);
    }, iter: 1000);

    private static IEnumerable<Statement> All(Reading reading) => reading.Statements.Concat(reading.Attitudes);

    private static IEnumerable<TextSpan> Spans(Statement s) =>
        s.Content.Concat(s.Cue).Concat(s.Source).Concat(s.Quotations).Concat(s.ContentDates.Select(d => d.Span))
            .Concat(s.Chains.SelectMany(c => c.Links).Select(l => l.Span))
            .Concat(s.Chains.SelectMany(c => c.Links).Select(l => l.Identity).OfType<Identity>().Select(i => i.Span))
            .Concat(s.Date is { } date ? [date.Span] : []).Concat(s.Hedge is { } hedge ? [hedge.Span] : []);
}
