using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Tests.Text;

public sealed class DocumentTests
{
    private static IEnumerable<string> SentencesOf(string text)
    {
        var document = Document.Read(text, CancellationToken.None);
        return document.SentenceList.Select(s => document.Words(s.Tokens));
    }

    [Fact]
    public void Sentences_Abbreviations_DoNotEndThem() =>
        Assert.Equal(
            ["Mr. J. Brand of the U.S. Navy left at 3.50 p.m. on Friday.", "He slept."],
            SentencesOf("Mr. J. Brand of the U.S. Navy left at 3.50 p.m. on Friday. He slept.")
        );

    [Fact]
    public void Sentences_FullStopsInAQuotation_EndNothing() =>
        Assert.Equal(["“It fell. It broke,” he said.", "Rain came."], SentencesOf("“It fell. It broke,” he said. Rain came."));

    [Fact]
    public void Sentences_AfterAClosedQuotation_BeginAnew() =>
        Assert.Equal(["He said: “It fell.”", "Rain came."], SentencesOf("He said: “It fell.” Rain came."));

    [Theory]
    [InlineData("“one two”", 1)]
    [InlineData("„eins zwei“", 1)]
    [InlineData("« un deux »", 1)]
    [InlineData("''one two''", 1)]
    [InlineData("\"one\" and \"two\"", 2)]
    [InlineData("the workers’ pay and the ships’ crews", 0)]
    [InlineData("a 6\" pipe", 0)]
    [InlineData("“left open", 0)]
    public void Quotations_Marks_Pair(string text, int count) =>
        Assert.Equal(count, Document.Read(text, CancellationToken.None).QuotationList.Count);

    [Fact]
    public void Paragraphs_HardWrappedLines_AreOne() =>
        Assert.Equal(2, Document.Read("The pier\nis gone.\n\nRain came.", CancellationToken.None).ParagraphList.Count);

    [Theory]
    [InlineData("don’t stop", "don't")]
    [InlineData("rock-hard ice", "rock-hard")]
    [InlineData("1,250.5 tonnes", "1,250.5")]
    [InlineData("AT&T fell", "at&t")]
    public void Tokens_InnerMarks_BelongToTheWord(string text, string first) =>
        Assert.Equal(first, Document.Read(text, CancellationToken.None).Tokens[0].Lower);
}
