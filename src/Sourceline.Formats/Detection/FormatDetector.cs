using Sourceline.Formats.Input;

namespace Sourceline.Formats.Detection;

/// <summary>
/// Tells the format by the first bytes. A format must be recognised positively: what is not known is refused, with what it looks like.
/// Names and media types only help where the bytes leave it open.
/// </summary>
internal static class FormatDetector
{
    private static readonly char[] Padding = ['\ufeff', '\0'];

    public static Detected Detect(ReadOnlyMemory<byte> bytes, ReadOptions options)
    {
        if (BinaryShape.Describe(bytes.Span) is { } binary)
            return Detected.Unknown(binary);
        var choice = EncodingChoice.Of(bytes.Span, options.ContentType, isHead: true);
        // The head may end inside a character; one U+FFFD at its end does no harm.
        var head = choice.Encoding.GetString(bytes.Span[choice.MarkLength..]);
        return DetectText(head, options);
    }

    private static Detected DetectText(string head, ReadOptions options)
    {
        var start = Start(head);
        if (start == head.Length)
            return Detected.Unknown();
        if (head[start] is '{' or '[' && !head.AsSpan(start).StartsWith("{\\rtf"))
            return JsonShape.Detect(head[start..], options);
        if (head[start] == '<')
        {
            var markup = MarkupShape.Detect(head, start);
            // An error message in HTML looks like a part of a page.
            return markup.Format is NewsFormat.Unknown or NewsFormat.SavedHtml ? AfterJunk(head, options) ?? markup : markup;
        }

        return AfterJunk(head, options) ?? DetectPlain(head, options);
    }

    private static Detected DetectPlain(string head, ReadOptions options)
    {
        if (BinaryShape.HasControls(head))
            return Detected.Unknown(AgencyText.HasControls(head) ? AgencyText.Description : "binary data");
        if (MailText.Describe(head) is { } mail)
            return Detected.Unknown(mail);
        if (AgencyText.IsFound(head))
            return Detected.Unknown(AgencyText.Description);
        if (OtherText.Describe(head, options.Name) is { } other)
            return Detected.Unknown(other);
        if (JsonShape.IsNamedAsLines(options))
            return new Detected(NewsFormat.NinjsLines);
        return TextShape.LooksSaved(head)
            ? new Detected(NewsFormat.SavedText)
            : Detected.Unknown("a text without a headline, a date or paragraphs of a story");
    }

    /// <summary>A feed, export or JSON document behind what some program printed before it; null where there is none.</summary>
    private static Detected? AfterJunk(string head, ReadOptions options)
    {
        if (MailText.Describe(head) is not null)
            return null;
        if (MarkupShape.FindFeed(head) is { } feed && JunkText.IsJunk(head.AsSpan(0, feed.Start)))
            return feed.Detected with { Marker = Marker(head, feed.Start), Junk = head[..feed.Start] };
        var brace = head.IndexOf('{', StringComparison.Ordinal);
        if (brace <= 0 || !JunkText.IsJunk(head.AsSpan(0, brace)))
            return null;
        var json = JsonShape.Detect(head[brace..], options);
        return json.Format == NewsFormat.JsonFeed ? json with { Marker = "{", Junk = head[..brace] } : null;
    }

    private static string Marker(string head, int start)
    {
        var length = 8;
        while (head.IndexOf(head.Substring(start, Math.Min(length, head.Length - start)), StringComparison.Ordinal) != start)
            length *= 2;
        return head.Substring(start, Math.Min(length, head.Length - start));
    }

    /// <summary>Where the first character stands that is neither white space nor padding.</summary>
    private static int Start(string head)
    {
        var at = 0;
        while (at < head.Length && (char.IsWhiteSpace(head[at]) || Padding.Contains(head[at])))
            at++;
        return at;
    }
}
