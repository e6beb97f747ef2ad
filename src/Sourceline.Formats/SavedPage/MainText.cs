using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>Finds the element that holds the story and takes the headline out of it.</summary>
internal static class MainText
{
    private static readonly string[] Containers =
    [
        "[itemprop~=articleBody]",
        ".entry-content",
        ".article-body",
        ".article__body",
        ".story-body",
        ".post-content",
        ".article-content",
        "article .text",
        "article",
        "[role=main]",
        "main",
        "#content",
        "body",
    ];

    /// <summary>The container with the story's paragraphs; null where the page has no text.</summary>
    public static IElement? Find(IHtmlDocument document)
    {
        foreach (var selector in Containers)
        {
            var found = document.QuerySelectorAll(selector).ToList();
            var best = found.MaxBy(Weight);
            if (best is null || Weight(best) == 0 || !HoldsWhole(best))
                continue;
            return selector is "body" ? Densest(best) : Joined(best, found);
        }

        return document.Body is { } body && HtmlText.Of(body) is not null ? body : null;
    }

    /// <summary>How much text an element has that is no link, in UTF-16 code units; paragraphs where it has any.</summary>
    public static int Weight(IElement element)
    {
        var inParagraphs = element.QuerySelectorAll("p").Sum(paragraph => paragraph.TextContent.Trim().Length);
        return inParagraphs > 0 ? Math.Max(inParagraphs, BrokenText(element)) : BrokenText(element);
    }

    /// <summary>The text directly in an element and in its inline elements, without links.</summary>
    public static int OwnText(IElement element) =>
        DomWalk
            .Below(element, node => node == element || IsInline(node))
            .Where(step => step is { IsEnd: false, Node: IText })
            .Sum(step => step.Node.TextContent.Trim().Length);

    /// <summary>Takes out the headline and the lines of the reply form.</summary>
    public static void Clear(IElement main, string? headline)
    {
        foreach (var heading in main.QuerySelectorAll("h1, h2, h3").Where(heading => HtmlText.Of(heading) == headline).ToList())
            heading.Remove();
        foreach (
            var line in main.QuerySelectorAll("header").Where(header => header.QuerySelector("h1") is not null).SelectMany(LinesOf).ToList()
        )
            line.Remove();
        foreach (var heading in main.QuerySelectorAll("h1").ToList())
            heading.Remove();
        foreach (var element in main.QuerySelectorAll("p, h2, h3, h4, div, span, small, li").ToList())
        {
            if (element.ParentElement is null || element.TextContent.Length >= 200 || HtmlText.Of(element) is not { } text)
                continue;
            if (ReplyFormFinder.Opens(text) || IsFormLine(text))
                element.Remove();
        }

        NoiseLines.Remove(main);
    }

    /// <summary>Text that is set with line breaks and without paragraphs: that of the boxes in which lines are broken.</summary>
    private static int BrokenText(IElement element) =>
        element
            .QuerySelectorAll("br")
            .Select(line => line.ParentElement)
            .OfType<IElement>()
            .Where(parent =>
                parent.LocalName is "div" or "td" or "article" or "section" or "main" or "body" or "center" or "font" or "span"
            )
            .Distinct()
            .Sum(OwnText);

    private static bool IsInline(INode node) =>
        node
            is IElement
            {
                LocalName: "b"
                    or "strong"
                    or "i"
                    or "em"
                    or "u"
                    or "span"
                    or "font"
                    or "q"
                    or "cite"
                    or "small"
                    or "sup"
                    or "sub"
                    or "mark"
                    or "abbr"
                    or "time"
                    or "center",
            };

    /// <summary>Where the text comes in several boxes, one of them is not the story.</summary>
    private static bool HoldsWhole(IElement box) =>
        box.Closest("article") is not { } article
        || article == box
        || !box.ClassList.Contains("text")
        || Weight(box) * 5 >= (Weight(article) - article.QuerySelectorAll("header").Sum(Weight)) * 4;

    /// <summary>A story that is set in several boxes of one kind, with advertisements between them, in one.</summary>
    private static IElement Joined(IElement best, List<IElement> found)
    {
        var parts = found.Where(part => part == best || IsPartWith(best, part)).ToList();
        if (parts.Count < 2)
            return best;
        var first = parts[0];
        foreach (var part in parts.Skip(1))
        foreach (var node in part.ChildNodes.ToList())
            first.AppendChild(node);
        return first;
    }

    private static bool IsPartWith(IElement best, IElement part)
    {
        if (part.Contains(best) || best.Contains(part) || Weight(part) == 0)
            return false;
        if (best.LocalName != "article")
            return part.Closest("article") == best.Closest("article");
        // Teasers are articles too: they have headings that are links, or are little more than those.
        return part.ParentElement == best.ParentElement
            && part.QuerySelector("h1 a, h2 a, h3 a, h4 a, a h2, a h3, a h4") is null
            && part.Closest("a") is null
            && Weight(part) * 4 >= Weight(best);
    }

    /// <summary>Byline and the like; a picture beside the headline stays.</summary>
    private static IEnumerable<IElement> LinesOf(IElement header) =>
        header.QuerySelectorAll("p, ul, time, address, span").Where(line => line.Closest("figure") is null);

    private static bool IsFormLine(string text) => text.Contains("Required fields are marked", StringComparison.OrdinalIgnoreCase);

    /// <summary>Among elements with text of their own, the one with most of it; a lone body wraps headers and lists too.</summary>
    private static IElement Densest(IElement body) =>
        body.QuerySelectorAll("div, section, td, center, font").Prepend(body).MaxBy(OwnWeight) is { } densest
        && OwnWeight(densest) * 2 > Weight(body)
            ? densest
            : body;

    private static int OwnWeight(IElement element) =>
        element.Children.Where(child => child.LocalName == "p").Sum(paragraph => paragraph.TextContent.Trim().Length)
        + (element.Children.Any(child => child.LocalName == "br") ? OwnText(element) : 0);
}
