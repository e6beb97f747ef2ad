using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>Finds a page's lead and takes it out of the text.</summary>
internal static class PageLead
{
    private const int Longest = 1000;

    private static readonly HashSet<string> Words = new(
        [
            "stand",
            "standfirst",
            "lead",
            "lede",
            "deck",
            "dek",
            "subtitle",
            "subhead",
            "subheading",
            "subheadline",
            "excerpt",
            "summary",
            "intro",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The element that is set as the lead, or a description that the text itself does not hold.</summary>
    public static string? Take(IHtmlDocument document, IElement? main, PageMetadata metadata)
    {
        var found = UnderHeadline(metadata.Heading ?? document.QuerySelector("h1"))
            ?? (main is null ? null : Marked(main) ?? Opening(main, metadata));
        if (found is { } element && LeadIn(element) is { } lead)
        {
            element.Remove();
            return lead;
        }

        var isRepeated =
            main is not null
            && metadata.Description is { } said
            && (HtmlText.Of(main) ?? "").Contains(said.TrimEnd('.', '…', ' '), StringComparison.Ordinal);
        return isRepeated ? null : metadata.Description;
    }

    /// <summary>Among the elements that follow the headline, or the box in which it stands with little else.</summary>
    private static IElement? UnderHeadline(IElement? headline)
    {
        var from = headline;
        for (var level = 0; level < 3 && from is { LocalName: not ("article" or "main" or "body") }; level++, from = from.ParentElement)
        {
            var next = from.NextElementSibling;
            for (var steps = 0; steps < 4 && next is not null; steps++, next = next.NextElementSibling)
                if (IsNamedSo(next) && LeadIn(next) is not null)
                    return next;
        }

        return null;
    }

    private static IElement? Marked(IElement main) =>
        main.QuerySelectorAll(".lead, .lede, .standfirst, .intro, .article-lead, .summary, [itemprop=description]")
            .FirstOrDefault(e => LeadIn(e) is not null);

    /// <summary>The first paragraph, where the page's head repeats it or it is set all in bold, and more follow.</summary>
    private static IElement? Opening(IElement main, PageMetadata metadata)
    {
        var paragraphs = main.QuerySelectorAll("p, h2").Where(p => LeadIn(p) is { } text && text != metadata.Headline).Take(2).ToList();
        if (paragraphs is not [var first, _])
            return null;
        var text = LeadIn(first);
        return
            text == metadata.Description
            || text == metadata.AlternativeHeadline
            || (first.LocalName == "p" && text!.Length >= 40 && IsBold(first))
            ? first
            : null;
    }

    private static bool IsBold(IElement paragraph) =>
        paragraph.ChildNodes.All(node =>
            node is IElement { LocalName: "b" or "strong" or "br" } || string.IsNullOrWhiteSpace(node.TextContent)
        );

    private static bool IsNamedSo(IElement element) =>
        element.LocalName is "p" or "h2" or "h3" or "h4" or "div" && ClassWords.Of(element).Any(words => words.Exists(Words.Contains));

    private static string? LeadIn(IElement element) =>
        element.QuerySelector("img, h1") is null && HtmlText.Of(element) is { Length: < Longest } text ? text : null;
}
