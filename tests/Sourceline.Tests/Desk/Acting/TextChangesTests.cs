using Sourceline.Desk.Acting;

namespace Sourceline.Tests.Desk.Acting;

public sealed class TextChangesTests
{
    [Fact]
    public void Between_SaysWhatWentAndWhatCame() =>
        Assert.Equal([new("b", false), new("x", true), new("y", true)], TextChanges.Between("a\n\nb\n\nc", "a\n\nx\n\nc\n\ny"));

    [Fact]
    public void Between_AnyTexts_WhatStaysIsInBoth()
    {
        var random = new Random(18343);
        for (var round = 0; round < 500; round++)
        {
            var (old, now) = (Paragraphs(random), Paragraphs(random));
            var changes = TextChanges.Between(string.Join("\n\n", old), string.Join("\n\n", now));
            var (went, came) = (changes.Where(c => !c.IsNew).Select(c => c.Words), changes.Where(c => c.IsNew).Select(c => c.Words));
            Assert.Equal(Without(old, went), Without(now, came));
        }
    }

    private static string[] Paragraphs(Random random) => [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => $"{(char)('a' + random.Next(3))}")];

    /// <summary>The paragraphs less those that are said to have changed, in any order.</summary>
    private static IEnumerable<string> Without(IEnumerable<string> all, IEnumerable<string> changed)
    {
        var rest = all.ToList();
        foreach (var one in changed) Assert.True(rest.Remove(one));
        return rest.Order(StringComparer.Ordinal);
    }
}
