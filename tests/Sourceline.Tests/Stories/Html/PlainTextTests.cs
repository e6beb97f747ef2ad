using Sourceline.Stories.Html;

namespace Sourceline.Tests.Stories.Html;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("ferry", 5, "ferry")]
    [InlineData("ferry", 4, "ferr")]
    [InlineData("a\ud83d\ude00b", 2, "a")]
    [InlineData("a\ud83d\ude00b", 3, "a\ud83d\ude00")]
    public void Short_SplitsNoSurrogatePair(string text, int limit, string expected) =>
        Assert.Equal(expected, PlainText.Short(text, limit));

    [Theory]
    [InlineData("the ferry left", "the ferry left")]
    [InlineData("", "")]
    [InlineData(" the ferry", "the ferry")]
    [InlineData("the ferry ", "the ferry")]
    [InlineData("the  ferry", "the ferry")]
    [InlineData("the\tferry\r\n\u00a0left", "the ferry left")]
    [InlineData("the\u2009ferry\u3000left", "the ferry left")]
    [InlineData("the\u0007 ferry\u0085left", "the ferryleft")]
    [InlineData("the\u200bferry", "the\u200bferry")]
    public void Line_HasSingleSpacesOnly(string text, string expected) => Assert.Equal(expected, PlainText.Line(text));

    [Fact]
    public void Line_KnowsAllWhiteSpace() =>
        Assert.All(Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(char.IsWhiteSpace), space =>
            Assert.Equal(char.IsControl(space) && space is not ('\t' or '\n' or '\r') ? "ab" : "a b", PlainText.Line($"a{space}b"))
        );

    [Theory]
    [InlineData("the ferry left", 14, "the ferry left")]
    [InlineData("the ferry left", 12, "the ferry…")]
    [InlineData("\ud83d\ude00\ud83d\ude00\ud83d\ude00", 4, "\ud83d\ude00…")]
    public void Cut_MarksWhatIsMissing(string line, int limit, string expected) => Assert.Equal(expected, PlainText.Cut(line, limit));
}
