using Sourceline.Formats.Markup;

namespace Sourceline.Formats.Detection;

/// <summary>The first element of a document and what stands before it.</summary>
/// <param name="Name">As written, with its prefix.</param>
/// <param name="Attributes">With their values.</param>
/// <param name="HasXmlDeclaration">Whether the document begins with one.</param>
/// <param name="HasHtmlDoctype">Whether it declares itself to be HTML.</param>
internal sealed record MarkupRoot(
    string Name,
    IReadOnlyList<KeyValuePair<string, string>> Attributes,
    bool HasXmlDeclaration,
    bool HasHtmlDoctype
)
{
    /// <summary>Without its prefix, in lower case.</summary>
    public string LocalName => Name[(Name.IndexOf(':', StringComparison.Ordinal) + 1)..].ToLowerInvariant();

    /// <summary>The URI of its namespace; null where none is declared for it.</summary>
    public string? Namespace
    {
        get
        {
            var colon = Name.IndexOf(':', StringComparison.Ordinal);
            var declaration = colon < 0 ? "xmlns" : "xmlns:" + Name[..colon];
            return Attributes.FirstOrDefault(attribute => attribute.Key == declaration).Value;
        }
    }

    /// <summary>Null where no element follows but comments, declarations and white space. An HTML doctype alone stands for its element.</summary>
    /// <param name="text">The beginning of the document.</param>
    /// <param name="start">Where it begins in the text.</param>
    public static MarkupRoot? Find(string text, int start)
    {
        var (at, hasDeclaration, hasDoctype) = (start, false, false);
        while (at < text.Length)
        {
            var rest = text.AsSpan(at);
            if (char.IsWhiteSpace(rest[0]) || rest[0] is '\0' or '\ufeff')
                at++;
            else if (rest.StartsWith("<!--"))
                at = After(text, at, "-->");
            else if (rest.StartsWith("<?"))
            {
                hasDeclaration |= rest.StartsWith("<?xml ", StringComparison.OrdinalIgnoreCase);
                at = After(text, at, "?>");
            }
            else if (rest.StartsWith("<!"))
            {
                hasDoctype |= rest.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase);
                at = AfterDeclaration(text, at);
            }
            else if (rest.Length > 1 && rest[0] == '<' && TagText.StartsName(rest[1]))
                return Element(text, at, hasDeclaration, hasDoctype);
            else
                break;
        }

        return hasDoctype ? new MarkupRoot("html", [], hasDeclaration, true) : null;
    }

    private static MarkupRoot Element(string text, int at, bool hasDeclaration, bool hasDoctype)
    {
        var end = text.IndexOf('>', at);
        var tag = TagText.Read(end < 0 ? text[(at + 1)..] : text[(at + 1)..end]);
        return new MarkupRoot(tag.Name, tag.Attributes, hasDeclaration, hasDoctype);
    }

    private static int After(string text, int at, string end) =>
        text.IndexOf(end, at, StringComparison.Ordinal) is >= 0 and var found ? found + end.Length : text.Length;

    /// <summary>XML 1.0, section 2.8: a declaration may hold a subset in brackets.</summary>
    private static int AfterDeclaration(string text, int at)
    {
        var (depth, quote) = (0, '\0');
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && depth > 0)
                quote = c;
            else if (c == '[')
                depth++;
            else if (c == ']')
                depth--;
            else if (c == '>' && depth <= 0)
                return at + 1;
        }

        return text.Length;
    }
}
