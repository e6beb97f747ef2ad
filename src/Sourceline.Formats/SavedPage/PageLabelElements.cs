using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>The same labels as in a text page, each in an element of its own.</summary>
internal static class PageLabelElements
{
    /// <summary>Reads the labels and takes their elements out of the page.</summary>
    public static PageFacts Take(IHtmlDocument document)
    {
        var facts = PageFacts.None;
        foreach (var element in document.QuerySelectorAll("li, p, span, div, td, dd").ToList())
        {
            if (element.ParentElement is null || element.TextContent.Length > 200)
                continue;
            if (element.Children.Any(child => child.LocalName is "li" or "p" or "div" or "td" or "ul"))
                continue;
            if (HtmlText.Of(element) is not { } text || !PageLabel.TryRead(text, out var label) || !Trusted(label, element))
                continue;
            facts = facts.With(label);
            RemoveWithEmptyList(element);
        }

        return facts;
    }

    /// <summary>
    /// Reads the lines without labels that stand with the headline and before the text; elsewhere a date alone may be today's, or a
    /// heading of the story.
    /// </summary>
    public static PageFacts TakeKickers(IElement? headline)
    {
        var facts = PageFacts.None;
        if (headline is null || (headline.Closest("article, main, [role=main]") ?? headline.ParentElement) is not { } scope)
            return facts;
        foreach (var element in scope.QuerySelectorAll("p, li, div, span, time").ToList())
        {
            if (element.LocalName == "p" && element.TextContent.Trim().Length > 160)
                break;
            if (element.ParentElement is null || element.Contains(headline) || element.QuerySelector("p, li, div") is not null)
                continue;
            if (HtmlText.Of(element) is not { } text)
                continue;
            if (Kicker.Read(text, facts) is not { } more)
                continue;
            facts = more;
            RemoveWithEmptyList(element);
        }

        return facts;
    }

    /// <summary>Dates and numbers are labels wherever they stand; words such as "By: ..." only in a list.</summary>
    private static bool Trusted(PageLabel label, IElement element) =>
        element.LocalName == "li"
        || label.Kind
            is PageLabelKind.Date
                or PageLabelKind.Time
                or PageLabelKind.Number
                or PageLabelKind.Updated
                or PageLabelKind.Category;

    private static void RemoveWithEmptyList(IElement element)
    {
        var list = element.ParentElement;
        element.Remove();
        if (list is { LocalName: "ul" or "ol" or "tr" or "dl", ChildElementCount: 0 })
            list.Remove();
    }
}
