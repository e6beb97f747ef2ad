using Sourceline.Attribution.Model;
using Sourceline.Sourcing;

namespace Sourceline.Tests.Sourcing;

/// <summary>The sentence around a statement.</summary>
public sealed class StatementSentenceTests
{
    private const string Text =
        "Headline\n\nTolverd was asked. She denied that she did, Mr. Novak said on 3.5 pages. “It is late.” he added.\n\nMore; J. Sel said no! تمام شد؟ بله گفت.";

    [Theory]
    [InlineData("that she did", "She denied that she did, Mr. Novak said on 3.5 pages.")]
    [InlineData("“It is late.”", "“It is late.” he added.")]
    [InlineData("no", "More; J. Sel said no!")]
    [InlineData("بله", "بله گفت.")]
    [InlineData("Headline", "Headline")]
    public void Find_Statement_IsInItsWholeSentence(string said, string sentence) =>
        Assert.Equal(sentence, StatementSentence.Find([Span(said)], [], [], Text)!.Value.Of(Text).Trim());

    [Fact]
    public void Find_StatementAndCueInTwoSentences_HasBoth()
    {
        var sentence = StatementSentence.Find([Span("that she did")], [], [Span("Tolverd")], Text)!.Value.Of(Text).Trim();
        Assert.StartsWith("Tolverd was asked. She denied", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_SpanOutsideTheText_IsNull() => Assert.Null(StatementSentence.Find([new TextSpan(5_000, 5_010)], [], [], Text));

    [Fact]
    public void Find_TextWithoutEnd_IsCut()
    {
        var text = new string('a', 200_000) + " said so " + new string('b', 200_000);
        var at = text.IndexOf("said", StringComparison.Ordinal);
        Assert.InRange(StatementSentence.Find([new TextSpan(at, at + 4)], [], [], text)!.Value.Length, 4, 1_300);
    }

    [Fact]
    public void Pieces_OverlappingStatements_AreTheWholeSentenceOnce()
    {
        var pieces = StatementSentence.Pieces(
            new TextSpan(0, 10),
            [new TextSpan(2, 5), new TextSpan(4, 7), new TextSpan(9, 20)],
            "0123456789abc"
        );
        Assert.Equal(
            [("01", false), ("234", true), ("56", true), ("78", false), ("9", true)],
            pieces.Select(piece => (piece.Text, piece.IsSaid))
        );
    }

    private static TextSpan Span(string words)
    {
        var at = Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }
}
