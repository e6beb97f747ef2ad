using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;
using Sourceline.Attribution.Training;

namespace Sourceline.Attribution.Tests.Syntax;

public sealed class AlignmentTests
{
    private static ParsedText Parsed(string text, params string[] sentences) =>
        new("t", text, [.. sentences.Select(s => s.Split(' ').Select(Token).ToArray())], []);

    /// <summary>"0-3/DT/O/2/det".</summary>
    private static ParsedToken Token(string written)
    {
        var parts = written.Split('/');
        var span = parts[0].Split('-').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new ParsedToken(
            span[0],
            span[1],
            PartsOfSpeech.Of(parts[1]),
            EntityTypes.Of(parts[2]),
            int.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture),
            Relations.Of(parts[4])
        );
    }

    [Fact]
    public void Of_Contraction_TakesTheFirstPartOfSpeechAndTheHighestHead()
    {
        var text = TrainingText.Of(Parsed("It's there.", "0-2/PRP/O/3/nsubj 2-4/VBZ/O/3/cop 5-10/RB/O/0/root 10-11/./O/3/punct"));
        Assert.Equal([PartOfSpeech.PRP, PartOfSpeech.RB, PartOfSpeech.Stop], text.Right.Pos);
        Assert.Equal([1, SyntaxLayer.NoHead, 1], text.Right.Head);
        Assert.Equal(Relation.Nsubj, text.Right.Relation[0]);
        Assert.Equal([true], text.Whole);
    }

    [Fact]
    public void Of_PartsThatDependOnEachOther_NeverMakeACircle()
    {
        var text = TrainingText.Of(Parsed("There's rain.", "0-5/EX/O/2/expl 5-7/VBZ/O/0/root 8-12/NN/O/2/nsubj 12-13/./O/2/punct"));
        Assert.Equal([SyntaxLayer.NoHead, 0, 0], text.Right.Head);
        Assert.Equal([Relation.Root, Relation.Nsubj, Relation.Punct], text.Right.Relation);
    }

    [Fact]
    public void Of_OffsetsBehindAnEmoji_CountCodePoints()
    {
        var text = TrainingText.Of(Parsed("😀 Rain fell", "0-1/SYM/O/3/dep 2-6/NN/O/3/nsubj 7-11/VBD/O/0/root"));
        Assert.Equal("fell", text.Document.Tokens[^1].Lower);
        Assert.Equal(PartOfSpeech.VBD, text.Right.Pos[^1]);
    }

    [Fact]
    public void Of_TwoSentencesInOneOfOurs_AreOneTree()
    {
        var text = TrainingText.Of(
            Parsed(
                "“Why?” he said.",
                "0-1/``/O/2/punct 1-4/WRB/O/0/root 4-5/./O/2/punct 5-6/''/O/2/punct",
                "7-9/PRP/O/2/nsubj 10-14/VBD/O/0/root 14-15/./O/2/punct"
            )
        );
        Assert.Equal([new TokenRange(0, 7)], text.Right.Chunks);
        Assert.Equal((5, Relation.Ccomp), (text.Right.Head[1], text.Right.Relation[1]));
        Assert.Equal((SyntaxLayer.NoHead, Relation.Root), (text.Right.Head[5], text.Right.Relation[5]));
    }

    [Fact]
    public void Of_HeadInAnotherOfOurSentences_IsNotWhole()
    {
        var text = TrainingText.Of(Parsed("Rain\n\nIt fell.", "0-4/NN/O/3/dep 6-8/PRP/O/3/nsubj 9-13/VBD/O/0/root 13-14/./O/3/punct"));
        Assert.Equal([false, true], text.Whole);
        Assert.Equal(2, text.Right.Head.Count(h => h == SyntaxLayer.NoHead));
    }
}
