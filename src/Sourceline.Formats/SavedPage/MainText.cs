using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>Finds the element that holds the story and takes the headline out of it.</summary>
internal static class MainText
{
    private static readonly string[] Containers =
    [
        "[itemprop~=articleBody]", ".entry-content", ".article-body", ".article__body", ".story-body", ".post-content", ".article-content", "article .text",
        "article", "[role=main]", "main", "#content", "body",
    ];

    /// <summary>The container with the story's paragraphs; null where the page has no text.</summary>
    public static IElement? Find(IHtmlDocument document)
    {
        foreach (var selector in Containers)
        {
            var best = document.QuerySelectorAll(selector).MaxBy(Weight);
            if (best is null || Weight(best) == 0 || !HoldsWhole(best)) continue;
            return selector is "body" ? Densest(best) : best;
        }

        return document.Body is { } body && HtmlText.Of(body) is not null ? body : null;
    }

    /// <summary>Where the text comes in several boxes, one of them is not the story.</summary>
    private static bool HoldsWhole(IElement box) => box.Closest("article") is not { } article || article == box || !box.ClassList.Contains("text")
        || Weight(box) * 5 >= (Weight(article) - article.QuerySelectorAll("header").Sum(Weight)) * 4;

    /// <summary>Takes out the headline and the lines of the reply form.</summary>
    public static void Clear(IElement main, string? headline)
    {
        foreach (var heading in main.QuerySelectorAll("h1, h2").Where(h => HtmlText.Of(h) == headline).ToList()) heading.Remove();
        foreach (var line in main.QuerySelectorAll("header").Where(h => h.QuerySelector("h1") is not null).SelectMany(LinesOf).ToList()) line.Remove();
        foreach (var heading in main.QuerySelectorAll("h1").ToList()) heading.Remove();
        foreach (var element in main.QuerySelectorAll("p, h2, h3, h4, div, span, small, li").ToList())
            if (element.ParentElement is not null && element.TextContent.Length < 200 && HtmlText.Of(element) is { } text && (ReplyFormFinder.Opens(text) || IsFormLine(text))) element.Remove();
    }

    /// <summary>Byline and the like; a picture beside the headline stays.</summary>
    private static IEnumerable<IElement> LinesOf(IElement header) => header.QuerySelectorAll("p, ul, time, address, span").Where(line => line.Closest("figure") is null);

    private static bool IsFormLine(string text) => text.Contains("Required fields are marked", StringComparison.OrdinalIgnoreCase);

    /// <summary>Among elements with paragraphs of their own, the one with most text in them; a lone body wraps headers and lists too.</summary>
    private static IElement Densest(IElement body) =>
        body.QuerySelectorAll("div, section, td").Prepend(body).MaxBy(OwnWeight) is { } densest && OwnWeight(densest) * 2 > Weight(body) ? densest : body;

    public static int Weight(IElement element) => element.QuerySelectorAll("p").Sum(p => p.TextContent.Trim().Length);

    private static int OwnWeight(IElement element) => element.Children.Where(c => c.LocalName == "p").Sum(p => p.TextContent.Trim().Length);
}
