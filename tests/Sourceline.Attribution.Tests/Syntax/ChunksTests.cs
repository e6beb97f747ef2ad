using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Tests.Syntax;

public sealed class ChunksTests
{
    private static string[] ChunksOf(string text)
    {
        var document = Document.Read(text, CancellationToken.None);
        var chunks = new List<TokenRange>();
        Chunks.Find(document, chunks);
        return [.. chunks.Select(document.Words)];
    }

    [Fact]
    public void Find_SentencesInAQuotation_ArePartedWithTheirClosingMarks() =>
        Assert.Equal(["“It fell.", "It broke,” he said."], ChunksOf("“It fell. It broke,” he said."));

    [Fact]
    public void Find_QuestionBeforeItsSpeaker_IsNotParted() =>
        Assert.Equal(["“Why?” he asked.", "“No.”", "Rain came."], ChunksOf("“Why?” he asked. “No.” Rain came."));

    [Fact]
    public void Find_LongSentence_IsCutBehindAComma()
    {
        var chunks = ChunksOf(string.Concat(Enumerable.Repeat("one two three four five six seven, ", 45)) + "end.");
        Assert.All(chunks[..^1], c => Assert.EndsWith(",", c, StringComparison.Ordinal));
        Assert.True(chunks.Length > 2);
    }
}
