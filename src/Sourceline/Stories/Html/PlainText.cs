using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Sourceline.Stories.Html;

/// <summary>Plain text from outside, made fit to store.</summary>
internal static class PlainText
{
    /// <summary>White space that is no plain space.</summary>
    private static readonly SearchValues<char> OtherSpace = SearchValues.Create(
        "\t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
    );

    /// <summary>One line: every run of white space is one space, none at the ends.</summary>
    public static string Line(string? text)
    {
        if (text is null)
            return "";
        var fit = WithoutControls(text);
        return IsLine(fit) ? fit : string.Join(' ', fit.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// Without control characters other than tab and line ends, and with lone surrogates replaced: XML 1.0, PostgreSQL and UTF-8 can
    /// carry neither.
    /// </summary>
    public static string WithoutControls(string text)
    {
        if (
            !text.AsSpan().ContainsAnyInRange('\0', '\x1f')
            && !text.AsSpan().ContainsAnyInRange('\x7f', '\x9f')
            && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')
            && !text.AsSpan().ContainsAny('\ufffe', '\uffff')
        )
            return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r' || !(Rune.IsControl(rune) || rune.Value is 0xfffe or 0xffff))
                kept.Append(rune.ToString());
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
        if (line.Length <= limit)
            return line;
        var space = line.LastIndexOf(' ', limit - 2);
        var end = space > limit / 2 ? space : limit - 1;
        if (char.IsHighSurrogate(line[end - 1]))
            end--;
        return string.Concat(line.AsSpan(0, end).TrimEnd(), "…");
    }

    /// <summary>Whether a text is one line as it is, as most are that are asked for a second time.</summary>
    private static bool IsLine(string text) =>
        !text.StartsWith(' ')
        && !text.EndsWith(' ')
        && !text.Contains("  ", StringComparison.Ordinal)
        && !text.AsSpan().ContainsAny(OtherSpace);
}
