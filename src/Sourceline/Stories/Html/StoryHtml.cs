using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Sourceline.Stories.Html;

/// <summary>A text node of a story's body and where its first character stands in the canonical text.</summary>
/// <param name="Node">The node.</param>
/// <param name="Start">UTF-16 code units from the start of the canonical text.</param>
public readonly record struct TextSegment(IText Node, int Start);

/// <summary>Headline, lead and body as they are stored.</summary>
/// <param name="Headline">One line of plain text, 1 to 500 UTF-16 code units.</param>
/// <param name="Lead">One paragraph of plain text of at most 4,000 UTF-16 code units, or null.</param>
/// <param name="BodyHtml">Sanitised, normalised; may be empty.</param>
/// <param name="Text">The canonical text of all three, parted by empty lines.</param>
public sealed record StoryText(string Headline, string? Lead, string BodyHtml, string Text);

/// <summary>Makes hostile HTML safe and gives it one canonical plain text, which every offset counts in.</summary>
public static class StoryHtml
{
    private const int HeadlineLimit = 500;
    private const int LeadLimit = 4000;
    private const int MadeHeadline = 90;
    private const string Gap = "\n\n";

    /// <summary>
    /// Sanitises and normalises. A missing headline is made from the first words; a lead too long for one becomes the first paragraph
    /// of the body. Cleaning what is clean changes nothing.
    /// </summary>
    public static StoryText Clean(string? headline, string? lead, string? bodyHtml)
    {
        var leadLine = PlainText.Line(lead);
        var html = bodyHtml ?? "";
        if (leadLine.Length > LeadLimit)
        {
            html = FromText(leadLine) + html;
            leadLine = "";
        }
        var (body, text) = CleanBody(html);
        var title = PlainText.Cut(PlainText.Line(headline), HeadlineLimit);
        if (title.Length == 0)
            title = PlainText.Cut(PlainText.Line(leadLine.Length > 0 ? leadLine : text), MadeHeadline);
        if (title.Length == 0)
            title = "Untitled";
        string?[] parts = [title, leadLine, text];
        return new StoryText(title, leadLine.Length > 0 ? leadLine : null, body, string.Join(Gap, parts.Where(part => part!.Length > 0)));
    }

    /// <summary>Where the lead begins in the canonical text, in UTF-16 code units.</summary>
    public static int LeadStart(string headline)
    {
        ArgumentNullException.ThrowIfNull(headline);
        return headline.Length + Gap.Length;
    }

    /// <summary>Where the body begins in the canonical text, in UTF-16 code units.</summary>
    public static int BodyStart(string headline, string? lead) =>
        LeadStart(headline) + (string.IsNullOrEmpty(lead) ? 0 : lead.Length + Gap.Length);

    /// <summary>Parses a stored body; its children are the blocks. Not for HTML that has not been through <see cref="Clean"/>.</summary>
    public static IElement Parse(string bodyHtml) => new HtmlParser().ParseDocument($"<!doctype html><body>{bodyHtml}").Body!;

    /// <summary>The text nodes of a stored body in order: each character of each stands at its place in the canonical text.</summary>
    /// <param name="body">From <see cref="Parse"/>.</param>
    /// <param name="bodyStart">From <see cref="BodyStart"/>.</param>
    public static IReadOnlyList<TextSegment> Segments(IElement body, int bodyStart) => TextWalk.Segments(body, bodyStart);

    /// <summary>Plain text as HTML: empty lines part paragraphs, line breaks stay.</summary>
    public static string FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var html = new StringBuilder(text.Length + 64);
        foreach (
            var paragraph in text.ReplaceLineEndings("\n")
                .Split(Gap, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
            html.Append("<p>").Append(WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</p>");
        return html.ToString();
    }

    /// <summary>HTML of unknown origin as plain text with empty lines between paragraphs; for replies.</summary>
    public static string ToText(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        return CleanBody(html).Text;
    }

    private static (string Body, string Text) CleanBody(string html) =>
        PlainParagraphs.TryRead(html, out var body, out var text) ? (body, text) : CleanMarkup(html);

    /// <summary>The whole way, for HTML of any kind.</summary>
    internal static (string Body, string Text) CleanMarkup(string html)
    {
        var body = Sanitiser.Clean(PlainText.WithoutControls(html));
        Normaliser.Normalise(body);
        var cleaned = body.InnerHtml;
        // Parsed again: what is stored is what will be read, and the text must be that one's.
        return (cleaned, TextWalk.Text(Parse(cleaned)));
    }
}
