using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace Sourceline.Stories.Html;

/// <summary>Allow-list sanitising, begun from empty sets.</summary>
internal static class Sanitiser
{
    // Configured once and never changed afterwards, which is what makes it safe to share between threads.
    private static readonly HtmlSanitizer Strict = Create();

    /// <summary>Parses hostile HTML and leaves only what a story may hold.</summary>
    public static IElement Clean(string html)
    {
        var document = new HtmlParser().ParseDocument($"<!doctype html><body>{Depth.Bounded(html)}");
        foreach (var element in document.Body!.QuerySelectorAll("*").Where(e => Elements.Dropped.Contains(e.LocalName)).ToList())
            Drop(element);
        var body = Strict.SanitizeDom(document, document.Body as IHtmlElement).Body!;
        foreach (var element in body.QuerySelectorAll("[id]").Where(element => !IsNoteId(element.Id!)).ToList())
            element.RemoveAttribute("id");
        return body;
    }

    /// <summary>Notes below a text are linked with it both ways: "note-1" and "noteref-1". Another id could be one of the page's own.</summary>
    private static bool IsNoteId(string id)
    {
        var number =
            id.StartsWith("note-", StringComparison.Ordinal) ? id[5..]
            : id.StartsWith("noteref-", StringComparison.Ordinal) ? id[8..]
            : "";
        return number.Length is > 0 and < 6 && number.All(char.IsAsciiDigit);
    }

    private static void Drop(IElement element)
    {
        var address = Elements.Embeds.Contains(element.LocalName) ? element.GetAttribute("src") : null;
        if (Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            var paragraph = element.Owner!.CreateElement("p");
            var link = element.Owner.CreateElement("a");
            link.SetAttribute("href", url!.AbsoluteUri);
            link.TextContent = url.Host + url.AbsolutePath.TrimEnd('/');
            paragraph.AppendChild(link);
            element.Replace(paragraph);
            return;
        }
        element.Remove();
    }

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer(
            new HtmlSanitizerOptions
            {
                AllowedTags = new HashSet<string>(
                    [.. Elements.Blocks, .. Elements.Wrappers, .. Elements.Inlines, "h1"],
                    StringComparer.OrdinalIgnoreCase
                ),
                AllowedAttributes = new HashSet<string>(
                    [
                        "href",
                        "src",
                        "alt",
                        "width",
                        "height",
                        "lang",
                        "dir",
                        "title",
                        "datetime",
                        "colspan",
                        "rowspan",
                        "scope",
                        "start",
                        "reversed",
                        "id",
                    ],
                    StringComparer.OrdinalIgnoreCase
                ),
                AllowedSchemes = new HashSet<string>(["http", "https", "mailto"], StringComparer.OrdinalIgnoreCase),
                UriAttributes = new HashSet<string>(["href", "src"], StringComparer.OrdinalIgnoreCase),
                AllowedCssProperties = new HashSet<string>(),
                AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
            }
        )
        {
            KeepChildNodes = true,
        };
        return sanitizer;
    }
}
