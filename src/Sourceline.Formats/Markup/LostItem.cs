namespace Sourceline.Formats.Markup;

/// <summary>Finds out that a CDATA section was never closed and has swallowed the items after it.</summary>
internal static class LostItem
{
    /// <summary>
    /// Where the section should have ended: before the end of an item after which a new one with a number follows. A story about
    /// feeds may quote items, so the field that only exports have must follow too. -1 where all is well.
    /// </summary>
    public static int Find(ReadOnlySpan<char> content)
    {
        var lastNumber = content.LastIndexOf("<wp:post_id>");
        if (lastNumber < 0)
            return -1;
        for (var from = 0; content[from..].IndexOf("</item>") is >= 0 and var found; )
        {
            var at = from + found;
            var after = content[(at + "</item>".Length)..];
            if (at < lastNumber && after.TrimStart().StartsWith("<item>"))
                return FieldStart(content, at);
            from = at + 1;
        }

        return -1;
    }

    /// <summary>The section began in a field; the field's own end tag, if it is there, closes the text better.</summary>
    private static int FieldStart(ReadOnlySpan<char> content, int itemEnd)
    {
        var field = content[..itemEnd].IndexOf("</content:encoded>");
        return field >= 0 ? field : itemEnd;
    }
}
