using System.Buffers;
using System.Text;
using Sourceline.Formats.Markup;

namespace Sourceline.Formats.Text;

/// <summary>URLs that stand as text where a page would show what they lead to.</summary>
internal static class BareUrls
{
    private static readonly SearchValues<char> NoUrl = SearchValues.Create(" \t\r\n\u00a0<>\"");

    /// <summary>Whether a line is a web URL and nothing else.</summary>
    public static bool IsUrl(ReadOnlySpan<char> line) =>
        (line.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || line.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        && line.Length is > 8 and <= 2000
        && !line.ContainsAny(NoUrl);

    /// <summary>A link that shows its URL.</summary>
    /// <param name="url">As it stands in HTML, with its references.</param>
    public static string Link(string url)
    {
        var escaped = Paragraphs.Escape(Entities.Decode(url));
        return $"<a href=\"{escaped}\">{escaped}</a>";
    }

    /// <summary>Makes a link of every URL that fills an element by itself.</summary>
    public static string LinkAlone(string html)
    {
        if (!html.Contains("://", StringComparison.Ordinal))
            return html;
        var (result, at, before) = (default(StringBuilder), 0, default(HtmlTag?));
        foreach (var tag in HtmlTags.Find(html).Append(new HtmlTag(html, html.Length, html.Length, HtmlTagKind.Comment)))
        {
            var between = html.AsSpan(at, tag.Start - at);
            if (
                before is { Kind: HtmlTagKind.Open } open
                && IsBlock(open)
                && tag.Kind == HtmlTagKind.Close
                && tag.Is(open.Name)
                && IsUrl(between.Trim())
            )
            {
                result ??= new StringBuilder(html, 0, at, html.Length + 256);
                result.Append(Link(between.Trim().ToString()));
            }
            else
            {
                result?.Append(between);
            }

            result?.Append(tag.Text);
            (at, before) = (tag.End, tag);
        }

        return result?.ToString() ?? html;
    }

    private static bool IsBlock(HtmlTag tag) =>
        tag.Is("p") || tag.Is("div") || tag.Is("figure") || tag.Is("li") || tag.Is("td") || tag.Is("blockquote");
}
