namespace Sourceline.Formats.Markup;

/// <summary>
/// Counts how deep tags nest before a parser sees them: an HTML parser looks through its open elements at every tag, so its time
/// grows with the square of the depth.
/// </summary>
internal static class NestingGuard
{
    private const int MaxOpen = 2000;

    /// <summary>Elements that HTML closes by itself, so that many may stand open without nesting.</summary>
    private static readonly HashSet<string> SelfClosing = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "td", "tr", "th", "dd", "dt", "option", "optgroup", "thead", "tbody", "tfoot", "colgroup", "rp", "rt", "link", "source",
    };

    public static bool IsTooDeep(ReadOnlySpan<char> html)
    {
        var open = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 2 < html.Length;)
        {
            var closing = html[at + 1] == '/';
            if (closing || char.IsAsciiLetter(html[at + 1])) open = Math.Max(0, open + Step(html[(at + (closing ? 2 : 1))..], closing));
            if (open > MaxOpen) return true;
            var next = html[(at + 1)..].IndexOf('<');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static int Step(ReadOnlySpan<char> fromName, bool closing)
    {
        var length = 0;
        while (length < fromName.Length && length < 16 && char.IsAsciiLetterOrDigit(fromName[length])) length++;
        var name = fromName[..length];
        var lookup = SelfClosing.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.Contains(name) || VoidElements.Contains(name)) return 0;
        return closing ? -1 : 1;
    }
}
