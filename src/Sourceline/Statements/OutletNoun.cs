using Sourceline.Attribution;
using Sourceline.Data;

namespace Sourceline.Statements;

/// <summary>What the text calls an outlet beside its name: "the Kommersant newspaper".</summary>
internal static class OutletNoun
{
    private static readonly string[] Nouns =
        ["newspaper", "magazine", "daily", "weekly", "journal", "news agency", "agency", "broadcaster", "channel", "website", "radio"];

    /// <summary>The noun that ends the link's words or follows them; null where there is none.</summary>
    public static string? Of(StatementLink link, string? text)
    {
        if (link.Kind != SourceKind.Outlet || text is null || link.SpanStart < 0 || link.SpanEnd > text.Length || link.SpanEnd <= link.SpanStart) return null;
        var words = text.AsSpan(link.SpanStart, link.SpanEnd - link.SpanStart).Trim();
        var after = text.AsSpan(link.SpanEnd).TrimStart(' ');
        foreach (var noun in Nouns)
        {
            // A name that ends so of itself, such as Mail on Sunday Magazine, has a capital there.
            if (words.EndsWith($" {noun}", StringComparison.Ordinal)) return noun;
            if (after.StartsWith(noun, StringComparison.Ordinal) && (after.Length == noun.Length || !char.IsLetter(after[noun.Length]))) return noun;
        }
        return null;
    }
}
