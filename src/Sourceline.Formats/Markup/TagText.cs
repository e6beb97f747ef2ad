namespace Sourceline.Formats.Markup;

/// <summary>The inside of a tag: name and attributes.</summary>
internal readonly record struct TagText(string Name, IReadOnlyList<KeyValuePair<string, string>> Attributes, bool Empty)
{
    public static bool StartsName(char c) => char.IsLetter(c) || c is '_' or ':';

    public static TagText Read(string inside)
    {
        var text = inside.AsSpan().TrimEnd();
        var empty = text.EndsWith("/");
        if (empty)
            text = text[..^1];
        var end = text.IndexOfAny(" \t\r\n/");
        var name = end < 0 ? text : text[..end];
        return new TagText(name.ToString(), end < 0 ? [] : ReadAttributes(text[end..]), empty);
    }

    private static List<KeyValuePair<string, string>> ReadAttributes(ReadOnlySpan<char> text)
    {
        var found = new List<KeyValuePair<string, string>>();
        while ((text = text.TrimStart(" \t\r\n/")).Length > 0)
        {
            var end = text.IndexOfAny("= \t\r\n");
            var name = end < 0 ? text : text[..end];
            text = end < 0 ? [] : text[end..].TrimStart();
            var value = text.StartsWith("=") ? ReadValue(ref text) : "";
            if (name.Length > 0)
                found.Add(KeyValuePair.Create(name.ToString(), value));
        }

        return found;
    }

    /// <summary>In quotes as XML wants it, or bare as old HTML had it.</summary>
    private static string ReadValue(ref ReadOnlySpan<char> text)
    {
        text = text[1..].TrimStart();
        var quoted = text.Length > 0 && (text[0] is '"' or '\'');
        var end = quoted ? text[1..].IndexOf(text[0]) + 1 : text.IndexOfAny(" \t\r\n");
        if (quoted && end == 0)
            end = text.Length;
        if (end < 0)
            end = text.Length;
        var value = quoted ? text[1..Math.Max(1, end)] : text[..end];
        text = text[Math.Min(text.Length, quoted ? end + 1 : end)..];
        // XML 1.0, section 3.3.3: line ends and tabs in attributes are read as spaces.
        return Entities.Decode(value.ToString().Replace('\n', ' ').Replace('\t', ' ').Replace("\r", "", StringComparison.Ordinal));
    }
}
