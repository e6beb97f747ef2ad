using Sourceline.Formats.Feeds;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Ninjs;

/// <summary>Chooses among the bodies of an item: HTML before NITF before plain text.</summary>
internal static class NinjsBody
{
    public static string? Html(IReadOnlyList<NinjsText> bodies, Uri? baseUrl)
    {
        if (bodies.FirstOrDefault(body => body.IsHtml) is { } html)
            return Blank.KeepOrNull(FeedHtml.Completed(WithoutDocument(html.Value), baseUrl));
        if (bodies.FirstOrDefault(body => body.IsNitf) is { } nitf && FromNitf(nitf.Value) is { } converted)
            return converted;
        return Paragraphs.FromText(bodies.FirstOrDefault(body => !body.IsNitf)?.Value);
    }

    /// <summary>Some senders put a whole HTML document into the body's value; only what is in its body is the story.</summary>
    private static string WithoutDocument(string html)
    {
        if (!html.Contains("<body", StringComparison.OrdinalIgnoreCase))
            return html;
        var (start, end) = (-1, html.Length);
        foreach (var tag in HtmlTags.Find(html).Where(tag => tag.Is("body")))
        {
            if (tag.Kind == HtmlTagKind.Open && start < 0)
                start = tag.End;
            else if (tag.Kind == HtmlTagKind.Close && start >= 0)
                end = tag.Start;
        }

        return start < 0 ? html : html[start..end];
    }

    /// <summary>NITF 3.6: the story's text is in body.content, in elements that mostly share HTML's names.</summary>
    private static string? FromNitf(string xml)
    {
        var root = MarkupTree.Parse(xml);
        return root.Descendants().FirstOrDefault(element => element.LocalName == "body.content") is { } content
            ? Blank.KeepOrNull(content.InnerMarkup())
            : null;
    }
}
