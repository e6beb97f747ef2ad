using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Feeds;

/// <summary>The HTML of feeds: escaped or not, with addresses that are relative to the feed.</summary>
internal static partial class FeedHtml
{
    private static readonly string[] AddressAttributes = ["href", "src", "cite", "poster", "data", "longdesc", "action", "background", "usemap", "codebase", "classid", "profile"];

    /// <summary>What an element holds as HTML: its text where the markup was escaped, its elements where it was not.</summary>
    public static string? Of(MarkupElement? element, Uri? baseUrl)
    {
        if (element is null) return null;
        var html = element.Elements.Any() ? element.InnerMarkup() : element.Text();
        return Finish(html, baseUrl);
    }

    /// <summary>Words without any markup become a paragraph; relative addresses become absolute.</summary>
    public static string? Finish(string? html, Uri? baseUrl)
    {
        html = Blank.ToNull(html);
        if (html is null) return null;
        if (!html.Contains('<', StringComparison.Ordinal)) return $"<p>{html}</p>";
        return baseUrl is not null && RelativeAddress().IsMatch(html) ? Absolute(html, baseUrl) : html;
    }

    private static string Absolute(string html, Uri baseUrl)
    {
        if (HtmlParsing.Parse(html)?.Body is not { } body) return html;
        foreach (var element in body.QuerySelectorAll("*"))
        {
            foreach (var name in AddressAttributes)
                if (element.GetAttribute(name) is { } address && !address.StartsWith('#')) element.SetAttribute(name, UrlText.Resolve(address, baseUrl) ?? "");
        }

        return body.InnerHtml;
    }

    [GeneratedRegex("""\b(?:href|src|cite|poster|data|longdesc|action|background|usemap|codebase|classid|profile)\s*=\s*["']?(?!https?:|mailto:|data:|#)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RelativeAddress();
}
