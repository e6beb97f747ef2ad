namespace Sourceline.Formats.Detection;

/// <summary>Tells what programs print before the document that they write: messages, scripts, empty lines.</summary>
internal static class JunkText
{
    private const int Longest = 32 * 1024;

    /// <summary>So little text cannot be a story: a chunk's length, a stray digit.</summary>
    private const int Negligible = 16;

    private static readonly string[] Messages =
    [
        "warning",
        "notice",
        "deprecated",
        "fatal error",
        "parse error",
        "strict standards",
        "stack trace",
        " on line ",
        "exception",
        "debug",
    ];

    /// <summary>Whether text that stands before a document is none of its own and no text that somebody wrote.</summary>
    public static bool IsJunk(ReadOnlySpan<char> before)
    {
        before = before.Trim().Trim("\ufeff\0");
        if (before.IsEmpty)
            return true;
        if (before.Length > Longest || StartsPage(before))
            return false;
        if (before[0] == '<')
            return true;
        return before.Length <= Negligible || HasMessage(before);
    }

    private static bool StartsPage(ReadOnlySpan<char> text) => Has(text, "<html") || Has(text, "<body") || Has(text, "<!doctype html");

    private static bool HasMessage(ReadOnlySpan<char> text)
    {
        foreach (var message in Messages)
            if (Has(text, message))
                return true;
        return false;
    }

    private static bool Has(ReadOnlySpan<char> text, string sought) => text.Contains(sought, StringComparison.OrdinalIgnoreCase);
}
