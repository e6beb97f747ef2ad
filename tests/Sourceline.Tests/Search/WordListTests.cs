using Sourceline.Search.Queries;

namespace Sourceline.Tests.Search;

/// <summary>What is a word in what was typed.</summary>
public sealed class WordListTests
{
    [Theory]
    [InlineData("𠮷野", "𠮷野")]
    [InlineData("𠮷", "𠮷")]
    [InlineData("𞤀𞤁𞤂 ferry", "𞤀𞤁𞤂", "ferry")]
    [InlineData("𝟙", "𝟙")]
    [InlineData("😀 ferry", "ferry")]
    [InlineData("((( ☂")]
    public void Read_LettersOfAnyPlane_AreWords(string typed, params string[] words) =>
        Assert.Equal(words, WordList.Read(typed, isTyping: false).Parts.Select(part => part.Text));

    [Fact]
    public void Read_Beginning_CountsLettersRatherThanCharacters()
    {
        Assert.NotNull(WordList.Read("𠮷*", isTyping: false).Problem);
        Assert.True(Assert.Single(WordList.Read("𠮷野*", isTyping: false).Parts).IsBeginning);
        Assert.False(Assert.Single(WordList.Read("𠮷", isTyping: true).Parts).IsBeginning);
    }
}
