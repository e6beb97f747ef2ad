using Sourceline.Stories.Html;

namespace Sourceline.Tests.Stories;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("ferry", 5, "ferry")]
    [InlineData("ferry", 4, "ferr")]
    [InlineData("a\ud83d\ude00b", 2, "a")]
    [InlineData("a\ud83d\ude00b", 3, "a\ud83d\ude00")]
    public void Short_SplitsNoSurrogatePair(string text, int limit, string expected) => Assert.Equal(expected, PlainText.Short(text, limit));

    [Theory]
    [InlineData("the ferry left", 14, "the ferry left")]
    [InlineData("the ferry left", 12, "the ferry…")]
    [InlineData("\ud83d\ude00\ud83d\ude00\ud83d\ude00", 4, "\ud83d\ude00…")]
    public void Cut_MarksWhatIsMissing(string line, int limit, string expected) => Assert.Equal(expected, PlainText.Cut(line, limit));
}
