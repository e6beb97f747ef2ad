using AngleSharp.Dom;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Feeds;

/// <summary>The HTML of feeds: escaped or not, with URLs that are relative to the feed and pictures that wait for a script.</summary>
internal static class FeedHtml
{
    private static readonly string[] UrlAttributes =
    [
        "href",
        "src",
        "cite",
        "poster",
        "data",
        "longdesc",
        "action",
        "background",
        "usemap",
        "codebase",
        "classid",
        "profile",
    ];

    private static readonly string[] Absolute = ["http:", "https:", "mailto:", "data:", "#"];

    /// <summary>What an element holds as HTML: its text where the markup was escaped, its elements where it was not.</summary>
    public static string? Of(MarkupElement? element, Uri? baseUrl)
    {
        if (element is null)
            return null;
        var html = element.Elements.Any() ? element.InnerMarkup() : element.Text();
        return Finish(html, baseUrl);
    }

    /// <summary>Words without any markup become a paragraph; relative URLs become absolute; pictures say where they are.</summary>
    public static string? Finish(string? html, Uri? baseUrl)
    {
        html = Blank.ToNull(html);
        if (html is null)
            return null;
        if (!html.Contains('<', StringComparison.Ordinal))
            return $"<p>{html}</p>";
        return Completed(PlainMarkup.OfBody(html), baseUrl);
    }

    /// <summary>Makes relative URLs absolute and has pictures say where they are; changes nothing else.</summary>
    public static string Completed(string html, Uri? baseUrl)
    {
        var (isRelative, isLazy) = (baseUrl is not null && HasRelativeUrl(html), LazyPictures.MayOccur(html));
        if (!isRelative && !isLazy)
            return html;
        if (HtmlParsing.Parse(html)?.Body is not { } body)
            return html;
        if (isLazy)
            LazyPictures.Resolve(body);
        if (isRelative)
            MakeAbsolute(body, baseUrl!);
        return body.InnerHtml;
    }

    /// <summary>Makes every URL below an element absolute; fragments of the document itself stay.</summary>
    public static void MakeAbsolute(IElement body, Uri baseUrl)
    {
        foreach (var element in body.QuerySelectorAll("*"))
        {
            foreach (var name in UrlAttributes)
                if (element.GetAttribute(name) is { } url && !url.StartsWith('#'))
                    element.SetAttribute(name, UrlText.Resolve(url, baseUrl) ?? "");
        }
    }

    private static bool HasRelativeUrl(string html)
    {
        foreach (var tag in HtmlTags.Find(html))
        {
            if (tag.Kind != HtmlTagKind.Open || !tag.Text.Contains('='))
                continue;
            foreach (var (name, value) in tag.Attributes())
                if (UrlAttributes.Contains(name, StringComparer.OrdinalIgnoreCase) && !IsAbsolute(value))
                    return true;
        }

        return false;
    }

    private static bool IsAbsolute(string url) =>
        Array.Exists(Absolute, start => url.AsSpan().TrimStart().StartsWith(start, StringComparison.OrdinalIgnoreCase));
}
