using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Sourceline.Media;

/// <summary>The addresses that a body refers to, and how they are replaced by those of stored files.</summary>
internal static partial class BodyUrls
{
    private static readonly string[] Attributes = ["src", "href"];

    /// <summary>Every address in the body with those that the same file may be known by.</summary>
    public static IEnumerable<string> Candidates(string html) =>
        Reference()
            .Matches(html)
            .Select(match => WebUtility.HtmlDecode(match.Groups["url"].Value))
            .SelectMany(Names)
            .Where(name => name.Length <= MediaFetcher.MaxAddress)
            .Distinct(StringComparer.Ordinal);

    /// <summary>The body with the addresses of stored files in place of those they were fetched from.</summary>
    /// <param name="html">The body.</param>
    /// <param name="stored">From the address at the origin to the one here.</param>
    public static string Rewrite(string html, IReadOnlyDictionary<string, string> stored)
    {
        if (!Candidates(html).Any(stored.ContainsKey))
            return html;
        var body = new HtmlParser().ParseDocument("").Body!;
        body.InnerHtml = html;
        var changed = false;
        foreach (var element in body.QuerySelectorAll("[src],[href]"))
        foreach (var attribute in Attributes)
            changed |= Replace(element, attribute, stored);
        foreach (var player in body.QuerySelectorAll("audio[src^='/'],video[src^='/'],embed[src^='/']").ToList())
            ReplaceByLink(player);
        return changed ? body.InnerHtml : html;
    }

    private static bool Replace(IElement element, string attribute, IReadOnlyDictionary<string, string> stored)
    {
        if (element.GetAttribute(attribute) is not { } url || Names(url).FirstOrDefault(stored.ContainsKey) is not { } name)
            return false;
        element.SetAttribute(attribute, stored[name]);
        return true;
    }

    /// <summary>Players do not stand in a story; a link to what they played does.</summary>
    private static void ReplaceByLink(IElement player)
    {
        var link = player.Owner!.CreateElement("a");
        link.SetAttribute("href", player.GetAttribute("src")!);
        link.TextContent =
            player.GetAttribute("title") is { Length: > 0 } title ? title
            : player.LocalName == "embed" ? "file"
            : player.LocalName;
        var paragraph = player.Owner.CreateElement("p");
        paragraph.AppendChild(link);
        player.Replace(paragraph);
    }

    /// <summary>
    /// The address itself, the same by the other scheme, and the file that WordPress made it from: it puts a smaller
    /// <c>photo-300x200.jpg</c> beside <c>photo.jpg</c>, and calls a picture that was too large <c>photo-scaled.jpg</c>.
    /// </summary>
    public static IEnumerable<string> Names(string url)
    {
        // A picture that was saved beside a page.
        if (url.StartsWith("file:///", StringComparison.OrdinalIgnoreCase))
            return [url];
        var bare = Scheme().Match(url) is { Success: true } scheme ? url[scheme.Length..] : null;
        if (bare is null)
            return [];
        var whole = Size().Replace(bare, "");
        string[] names = whole == bare ? [bare] : [bare, whole, Size().Replace(bare, "-scaled")];
        return names.SelectMany(name => new[] { $"https://{name}", $"http://{name}" });
    }

    [GeneratedRegex(
        """\b(?:src|href)\s*=\s*["']?(?<url>(?:(?:https?:)?//|file:///)[^"'\s>]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Reference();

    [GeneratedRegex("^(?:https?:)?//", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"-\d{1,5}x\d{1,5}(?=\.[A-Za-z0-9]{2,5}$)", RegexOptions.CultureInvariant)]
    private static partial Regex Size();
}
