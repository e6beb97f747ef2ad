using System.Text.RegularExpressions;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Ninjs;

/// <summary>Chooses among the bodies of an item: HTML before NITF before plain text.</summary>
internal static partial class NinjsBody
{
    public static string? Html(IReadOnlyList<NinjsText> bodies)
    {
        if (bodies.FirstOrDefault(b => b.IsHtml) is { } html) return Blank.KeepOrNull(WithoutDocument(html.Value));
        if (bodies.FirstOrDefault(b => b.IsNitf) is { } nitf && FromNitf(nitf.Value) is { } converted) return converted;
        return Paragraphs.FromText(bodies.FirstOrDefault(b => !b.IsNitf)?.Value);
    }

    /// <summary>Some senders put a whole HTML document into the body's value; only what is in its body is the story.</summary>
    private static string WithoutDocument(string html)
    {
        var match = BodyElement().Match(html);
        return match.Success ? match.Groups[1].Value : html;
    }

    /// <summary>NITF 3.6: the story's text is in body.content, in elements that mostly share HTML's names.</summary>
    private static string? FromNitf(string xml)
    {
        var root = MarkupTree.Parse(xml);
        return root.Descendants().FirstOrDefault(e => e.LocalName == "body.content") is { } content ? Blank.KeepOrNull(content.InnerMarkup()) : null;
    }

    [GeneratedRegex(@"<body\b[^>]*>([\s\S]*?)(?:</body\s*>|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BodyElement();
}
