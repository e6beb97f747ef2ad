using CsCheck;
using Sourceline.Stories.Html;

namespace Sourceline.Tests.Stories.Html;

public sealed class PlainParagraphsTests
{
    /// <summary>Pieces of bodies, those that the short way must leave to the parser among them.</summary>
    private static readonly string[] Pieces =
    [
        "<p>",
        "</p>",
        "<p>",
        "</p>",
        "The quay",
        " ",
        " ",
        "’s “new”",
        "\n",
        "\r\n",
        "\t",
        "\u00a0",
        "&amp;",
        "&",
        ">",
        "<br>",
        "<em>",
        "</em>",
        "<p class=\"x\">",
        "</div>",
        "<P>",
        "Москва",
        "تهران",
        "\u200c",
        "\u00ad",
        "\u2003",
        "\u0007",
        "\ud83d\ude00",
        "\ud83d",
        "\ufeff",
        "\ufffe",
        "'\"",
        "<!-- -->",
        "]]>",
        "0",
    ];

    [Fact]
    public void TryRead_WhateverItTakes_IsWhatTheParserMakesOfIt()
    {
        var taken = 0;
        Gen.Int[0, Pieces.Length - 1]
            .Array[1, 12]
            .Sample(
                picked =>
                {
                    var html = string.Concat(picked.Select(at => Pieces[at]));
                    foreach (var body in new[] { html, $"<p>{html}</p>", $"<p>A quay.</p>\n<p>{html}</p> " })
                    {
                        if (!PlainParagraphs.TryRead(body, out var cleaned, out var text))
                            continue;
                        Interlocked.Increment(ref taken);
                        Assert.Equal(StoryHtml.CleanMarkup(body), (cleaned, text));
                    }
                },
                iter: 20_000
            );
        Assert.True(taken > 500, $"Only {taken} bodies went the short way.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<p></p>")]
    [InlineData("<p>One</p>two")]
    [InlineData("<p>One")]
    [InlineData("<p>A  B</p>")]
    [InlineData("<p> A</p>")]
    [InlineData("<p>A &amp; B</p>")]
    [InlineData("<p><em>A</em></p>")]
    public void TryRead_AnythingElse_IsLeftToTheParser(string html) => Assert.False(PlainParagraphs.TryRead(html, out _, out _));
}
