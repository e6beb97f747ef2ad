using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Sourceline.Formats.Markup;

/// <summary>Parses HTML into a tree. Nothing is fetched and no script is run: the parser has no browsing context of its own.</summary>
internal static class HtmlParsing
{
    /// <summary>Deeper than any page that a person wrote; the serialiser and the selectors recurse.</summary>
    private const int MaxDepth = 512;

    /// <summary>Null where there are more elements than is safe to work on, in number or one inside the other.</summary>
    public static IHtmlDocument? Parse(string html)
    {
        if (MarkupGuard.IsTooMuch(html))
            return null;
        var document = new HtmlParser().ParseDocument(html);
        foreach (var step in DomWalk.Below(document))
            if (step.Depth > MaxDepth)
                return null;
        return document;
    }
}
