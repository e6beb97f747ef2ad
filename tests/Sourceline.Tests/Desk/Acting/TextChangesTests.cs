using Sourceline.Desk.Acting;

namespace Sourceline.Tests.Desk.Acting;

public sealed class TextChangesTests
{
    [Fact]
    public void Paragraphs_SaysWhatWasRemovedAndAdded() =>
        Assert.Equal([("b", false), ("x", true), ("y", true)], Of("a\n\nb\n\nc", "a\n\nx\n\nc\n\ny"));

    [Fact]
    public void Paragraphs_MarksTheWordsThatDiffer()
    {
        var changes = TextChanges
            .Paragraphs("The harbour closes for a week, she said.", "The harbour closes for a day, she said.")
            .ToList();
        Assert.Equal(["week", "day"], changes.Select(change => Assert.Single(change.Runs!, run => run.IsChanged).Words));
        Assert.All(changes, change => Assert.Equal(change.Words, string.Concat(change.Runs!.Select(run => run.Words))));
    }

    [Fact]
    public void Paragraphs_AnyTexts_WhatStaysIsInBoth()
    {
        var random = new Random(18343);
        for (var round = 0; round < 500; round++)
        {
            var (old, now) = (Random(random), Random(random));
            var changes = TextChanges.Paragraphs(string.Join("\n\n", old), string.Join("\n\n", now)).ToList();
            Assert.Equal(
                Without(old, changes.Where(c => !c.IsNew).Select(c => c.Words)),
                Without(now, changes.Where(c => c.IsNew).Select(c => c.Words))
            );
        }
    }

    [Fact]
    public void Paragraphs_TwoLongTexts_AreComparedWithinASecond()
    {
        var (before, after) = (Long("a"), Long("b"));
        var begun = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(40_000, TextChanges.Paragraphs(before, after).Count());
        Assert.InRange(begun.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        static string Long(string word) => string.Join("\n\n", Enumerable.Range(0, 20_000).Select(n => $"{word}{n}"));
    }

    [Theory]
    [InlineData("<p>Text</p>", "<p>Text</p><p><img src=\"/media/1.jpg\" alt=\"A pier\"></p>", "Picture + A pier /media/1.jpg")]
    [InlineData("<p><img src=\"/media/1.jpg\" alt=\"A pier\"></p>", "<p>Text</p>", "Picture - A pier /media/1.jpg")]
    [InlineData(
        "<p><img src=\"/media/1.jpg\" alt=\"A pier\"></p>",
        "<p><img src=\"/media/2.jpg\" alt=\"A pier\"></p>",
        "Picture - A pier /media/1.jpg|Picture + A pier /media/2.jpg"
    )]
    [InlineData(
        "<p><img src=\"/media/1.jpg\" alt=\"A pier\"></p>",
        "<p><img src=\"/media/1.jpg\" alt=\"A quay\"></p>",
        "Picture - A pier /media/1.jpg|Picture + A quay /media/1.jpg"
    )]
    [InlineData("<p>the report</p>", "<p><a href=\"https://a.example/r\">the report</a></p>", "Link + the report https://a.example/r")]
    [InlineData("<p><a href=\"https://a.example/r\">the report</a></p>", "<p>the report</p>", "Link - the report https://a.example/r")]
    [InlineData(
        "<p><a href=\"https://a.example/r\">the report</a></p>",
        "<p><a href=\"https://evil.example/r\">the report</a></p>",
        "Link - the report https://a.example/r|Link + the report https://evil.example/r"
    )]
    [InlineData("<p>so</p>", "<p><em>so</em></p>", "")]
    public void Between_ShowsLinksAndPicturesThatDiffer(string before, string after, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                '|',
                TextChanges
                    .Between("Text", before, "Text", after)
                    .Select(change => $"{change.Part} {(change.IsNew ? '+' : '-')} {change.Words} {change.Url}")
            )
        );

    private static IEnumerable<(string, bool)> Of(string before, string after) =>
        TextChanges.Paragraphs(before, after).Select(change => (change.Words, change.IsNew));

    private static string[] Random(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => $"{(char)('a' + random.Next(3))}")];

    /// <summary>The paragraphs less those that are said to have changed, in any order.</summary>
    private static IEnumerable<string> Without(IEnumerable<string> all, IEnumerable<string> changed)
    {
        var rest = all.ToList();
        foreach (var one in changed)
            Assert.True(rest.Remove(one));
        return rest.Order(StringComparer.Ordinal);
    }
}
