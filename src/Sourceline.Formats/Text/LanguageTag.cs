namespace Sourceline.Formats.Text;

/// <summary>Language tags (BCP 47) as senders write them, and other words that stand in their place.</summary>
internal static class LanguageTag
{
    private const int Longest = 35;

    /// <summary>
    /// The tag with hyphens and in the usual case (RFC 5646, section 2.1.1): <c>pt-BR</c> for <c>pt_BR</c>, <c>de-DE</c> for
    /// <c>de_DE.UTF-8</c>. Null for what is no tag, such as a language's name or hreflang's <c>x-default</c>.
    /// </summary>
    public static string? Of(string? written)
    {
        if (Blank.ToNull(written) is not { Length: <= Longest } text)
            return null;
        // POSIX appends the encoding and a variant: "de_DE.UTF-8", "sr_RS@latin".
        var end = text.AsSpan().IndexOfAny('.', '@');
        var subtags = (end < 0 ? text : text[..end]).Split('-', '_');
        for (var at = 0; at < subtags.Length; at++)
        {
            if (!IsSubtag(subtags[at], isFirst: at == 0))
                return null;
            subtags[at] = Cased(subtags, at);
        }

        return string.Join('-', subtags);
    }

    /// <summary>Of two tags for the same text the closer one: <c>de-AT</c> for <c>de</c>. Where they contradict each other the first is taken.</summary>
    public static string? Closer(string? stated, string? around) =>
        stated is null || around?.StartsWith(stated + "-", StringComparison.OrdinalIgnoreCase) == true ? around : stated;

    /// <summary>The language without region and script: <c>de</c> for <c>de-AT</c>.</summary>
    public static string Primary(string tag) => tag.Split('-', '_')[0].ToLowerInvariant();

    private static bool IsSubtag(string subtag, bool isFirst) =>
        isFirst
            ? subtag.Length is 2 or 3 && subtag.All(char.IsAsciiLetter)
            : subtag.Length is >= 1 and <= 8 && subtag.All(char.IsAsciiLetterOrDigit);

    private static string Cased(string[] subtags, int at) =>
        subtags[at] switch
        {
            { Length: 2 } region when at > 0 && subtags[at - 1].Length > 1 => region.ToUpperInvariant(),
            { Length: 4 } script when at > 0 && script.All(char.IsAsciiLetter) => char.ToUpperInvariant(script[0])
                + script[1..].ToLowerInvariant(),
            var other => other.ToLowerInvariant(),
        };
}
