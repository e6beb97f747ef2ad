using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;
using Sourceline.Formats.Feeds;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Atom;

/// <summary>A text construct (RFC 4287, section 3.1), content (section 4.1), or what Atom 0.3 has in their place.</summary>
/// <param name="element">The element.</param>
/// <param name="isContent">Whether it is content, which may be a file in base64; a text construct may not.</param>
internal sealed class AtomText(MarkupElement element, bool isContent)
{
    private const int ShortestCode = 16;

    private readonly string _type = element.Attribute("type")?.Trim().ToLowerInvariant() ?? "";

    /// <summary>
    /// What content holds that is no text: a picture or another file in base64 (section 4.1.3.3). Null for text, and where the file is
    /// elsewhere.
    /// </summary>
    public string? OtherContent
    {
        get
        {
            if (
                !isContent
                || _type.Length == 0
                || !_type.Contains('/', StringComparison.Ordinal)
                || _type.StartsWith("text/", StringComparison.Ordinal)
            )
                return null;
            if (IsMarkup || element.Attribute("src") is not null || Blank.ToNull(element.Text()) is not { } text)
                return null;
            return Decode(text) is not null || !IsBase64(text) ? null : _type;
        }
    }

    private bool IsMarkup =>
        _type is "html" or "xhtml" || _type.EndsWith("+xml", StringComparison.Ordinal) || _type.EndsWith("/xml", StringComparison.Ordinal);

    /// <summary>
    /// Atom 1.0 counts text as plain unless it says otherwise; Atom 0.3 says so by a MIME type. A construct of an unknown type is read by
    /// what it holds.
    /// </summary>
    private bool IsPlain =>
        !element.Elements.Any() && _type is "" or "text" or "text/plain" && element.Attribute("mode") is null or "base64";

    /// <summary>As plain text on one line.</summary>
    public string? Plain()
    {
        if (IsPlain)
            return Blank.OneLine(Decoded());
        return IsMarkup || _type.EndsWith("html", StringComparison.Ordinal) ? HtmlText.Plain(Markup()) : HtmlText.Headline(Markup());
    }

    /// <summary>As HTML; null for what is no text.</summary>
    public string? Html(Uri? baseUrl)
    {
        if (OtherContent is not null)
            return null;
        return IsPlain ? Paragraphs.FromText(Decoded()) : FeedHtml.Finish(Markup(), FeedBase.Of(element, baseUrl));
    }

    private string Markup() => element.Elements.Any() ? WithoutDiv().InnerMarkup() : Decoded();

    /// <summary>Section 3.1.1.3: the div around XHTML is not part of the content.</summary>
    private MarkupElement WithoutDiv() =>
        element.Nodes.Count(node => node is MarkupElement || node is string words && !string.IsNullOrWhiteSpace(words)) == 1
        && element.Elements.First() is { LocalName: "div", Attributes.Count: 0 or 1 } div
            ? div
            : element;

    private string Decoded()
    {
        var text = element.Text();
        var isFile =
            isContent && _type.Contains('/', StringComparison.Ordinal) && !_type.StartsWith("text/", StringComparison.Ordinal) && !IsMarkup;
        return (isFile || IsCodedText(text) || element.Attribute("mode") == "base64") && Decode(text) is { } decoded ? decoded : text;
    }

    /// <summary>Some senders put a text construct into base64 too; a short word under a wrong type may look the same.</summary>
    private bool IsCodedText(string text) =>
        !isContent
        && _type.StartsWith("application/", StringComparison.Ordinal)
        && !IsMarkup
        && text.Length >= ShortestCode
        && IsBase64(text);

    private static bool IsBase64(string text) => Base64.IsValid(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));

    /// <summary>Null where the text is no base64, or not that of a text.</summary>
    private static string? Decode(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || !Utf8.IsValid(bytes.AsSpan(0, length)))
            return null;
        var decoded = Encoding.UTF8.GetString(bytes, 0, length);
        return decoded.AsSpan().ContainsAnyInRange('\0', '\u0008') ? null : decoded;
    }
}
