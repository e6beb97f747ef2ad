using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Sourceline.Stories.Html;

/// <summary>Plain text from outside, made fit to store.</summary>
internal static class PlainText
{
    /// <summary>One line: every run of white space is one space, none at the ends.</summary>
    public static string Line(string? text) =>
        text is null ? "" : string.Join(' ', WithoutControls(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// Without control characters other than tab and line ends, and with lone surrogates replaced: XML 1.0, PostgreSQL and UTF-8 can
    /// carry neither.
    /// </summary>
    public static string WithoutControls(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\x1f') && !text.AsSpan().ContainsAnyInRange('\x7f', '\x9f')
            && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') && !text.AsSpan().ContainsAny('\ufffe', '\uffff')) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r' || !(Rune.IsControl(rune) || rune.Value is 0xfffe or 0xffff)) kept.Append(rune.ToString());
        }
        return kept.ToString();
    }

    /// <summary>At most <paramref name="limit"/> UTF-16 code units, without a mark; no surrogate pair is split.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Short(string? text, int limit) =>
        text is null || text.Length <= limit ? text : text[..(char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit)];

    /// <summary>At most <paramref name="limit"/> UTF-16 code units, cut between words where one ends near, and then marked by an ellipsis.</summary>
    public static string Cut(string line, int limit)
    {
        if (line.Length <= limit) return line;
        var space = line.LastIndexOf(' ', limit - 2);
        var end = space > limit / 2 ? space : limit - 1;
        if (char.IsHighSurrogate(line[end - 1])) end--;
        return string.Concat(line.AsSpan(0, end).TrimEnd(), "…");
    }
}
