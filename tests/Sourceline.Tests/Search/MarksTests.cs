using Sourceline.Search.Queries;

namespace Sourceline.Tests.Search;

/// <summary>What is marked in a text, and which part of a long one is shown.</summary>
public sealed class MarksTests
{
    private const string Filler = "The mayor of the town and the keeper of the harbour walked to the end of it. ";

    [Fact]
    public void All_WordThatComesAgain_IsMarkedEachTime() =>
        Assert.Equal(["ferry", "Ferries", "ferry"], Found(Marks("ferry").All("A ferry left. Ferries come and go, says the ferry clerk.")));

    [Fact]
    public void All_LongRepetitiveText_HasNoMoreMarksThanTheMost() =>
        Assert.Equal(TermMatcher.Most, Found(Marks("\"the\" OR \"of\" OR zzzz").All(Repeated(30_000))).Length);

    [Fact]
    public void Extract_OfLongRepetitiveText_IsWhereMostWordsStandTogether()
    {
        var text = Repeated(2_000) + "No ferry reached the island. " + Repeated(28_000);
        var extract = Marks("\"the\" OR \"of\" OR ferry OR island OR zzzz").Extract(text);
        Assert.NotNull(extract);
        Assert.Contains("ferry", Found(extract));
        Assert.Contains("island", Found(extract));
    }

    [Fact]
    public void Extract_OfWordsThatStandTogetherTwice_IsTheFirst()
    {
        var extract = Marks("ferry island")
            .Extract("One ferry. " + Repeated(600) + "The ferry of one island. " + Repeated(600) + "The island, its ferry.");
        Assert.StartsWith("… The ferry of one island.", string.Concat(extract!.Select(piece => piece.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("It was so. ")]
    [InlineData("It was so. In the night, long after the last of the clerks had left, when nobody at all was looking there, the ")]
    public void Extract_OfAWordInALongText_BeginsNearIt(string before)
    {
        var extract = Marks("ferry").Extract(Repeated(900) + before + "ferry left. " + Repeated(900))!;
        Assert.InRange(extract.TakeWhile(piece => !piece.IsFound).Sum(piece => piece.Text.Length), 2, 62);
        Assert.Equal("ferry", Assert.Single(Found(extract)));
    }

    /// <summary>Where words are not parted, there is no blank to begin after or to cut at.</summary>
    [Theory]
    [InlineData("北京市政府宣布")]
    [InlineData("北京市。政府宣布")]
    [InlineData("𠮷𠮷𠮷𠮷𠮷")]
    public void Extract_OfAScriptWithoutBlanks_ShowsWhatStandsAround(string around)
    {
        var many = string.Concat(Enumerable.Repeat(around, 90));
        var extract = new Highlighter(WordList.Read("长城", isTyping: false).Parts, "zh").Extract(many + "长城重新开放" + many)!;
        Assert.Equal("长城", Assert.Single(Found(extract)));
        var words = string.Concat(extract.Select(piece => piece.Text));
        Assert.InRange(words.Length, 200, 270);
        Assert.DoesNotContain('\ufffd', string.Concat(words.EnumerateRunes()));
    }

    [Fact]
    public void Until_WordThatIsNeverFound_DoesNotKeepItReading()
    {
        var text = string.Concat(Enumerable.Repeat("A ferry sails. " + Repeated(300), 90));
        var marks = new TermMatcher("en", [new SearchTerms(["ferry"], null), new SearchTerms(["zzzz"], null)]).Until(text, 260);
        Assert.InRange(marks[^1].Start, TermMatcher.Patience / 2, TermMatcher.Patience + 260);
    }

    [Fact]
    public void Until_WordFoundLate_IsStillReadAroundForTheOthers()
    {
        var text = "A ferry sails. " + Repeated(3_000) + "An island. " + Repeated(12_000) + "The ferry to the island. " + Repeated(3_000);
        var marks = new TermMatcher("en", [new SearchTerms(["ferry"], null), new SearchTerms(["island"], null)]).Until(text, 260);
        Assert.Equal("ferry to the island", text[TermMatcher.Densest(marks, 260)..marks[^1].End]);
    }

    [Fact]
    public void Densest_MarkThatIsLongerThanTheStretch_IsPassedOver()
    {
        Assert.Equal(5, TermMatcher.Densest([new Mark(5, 400, 0)], 260));
        Assert.Equal(500, TermMatcher.Densest([new Mark(5, 400, 0), new Mark(500, 510, 1), new Mark(520, 530, 0)], 260));
    }

    [Theory]
    [InlineData("𠮷")]
    [InlineData("𐐨𐐩")]
    public void All_LettersOutsideTheBasicPlane_AreMarked(string word) =>
        Assert.Equal([word], Found(Marks(word).All($"A ferry, {word}, sails.")));

    private static Highlighter Marks(string typed) => new(WordList.Read(typed, isTyping: false).Parts, "en");

    private static string[] Found(IEnumerable<MarkedPiece> pieces) => [.. pieces.Where(piece => piece.IsFound).Select(piece => piece.Text)];

    private static string Repeated(int characters) => string.Concat(Enumerable.Repeat(Filler, characters / Filler.Length));
}
