using System.Buffers;
using System.Text;
using AngleSharp.Text;

namespace Sourceline.Formats.Input;

/// <summary>The encodings that texts and headers name, by the labels of the WHATWG encoding standard and the names that .NET knows.</summary>
internal static class EncodingName
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-"
    );

    /// <summary>How far into a document its own statement is looked for: scripts and comments may stand before it.</summary>
    private const int Head = 64 * 1024;

    /// <summary>Null where the name is not known, and for UTF-7, which is not safe to read.</summary>
    public static Encoding? Find(string? name)
    {
        name = Text.Blank.ToNull(name)?.ToLowerInvariant();
        if (name is null or { Length: > 40 })
            return null;
        // What calls itself Latin-1 or ASCII is windows-1252 in practice, and the standard says so.
        if (name is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "iso_8859-1" or "l1")
            name = "windows-1252";
        if (name is "utf8" or "unicode-1-1-utf-8" or "x-utf-8")
            name = "utf-8";
        if (name.StartsWith("win-", StringComparison.Ordinal))
            name = "windows-" + name[4..];
        else if (name.StartsWith("cp125", StringComparison.Ordinal))
            name = "windows-" + name[2..];
        if (name is "x-sjis" or "ms_kanji" or "windows-31j")
            name = "shift_jis";
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name)
                ?? (TextEncoding.IsSupported(name) ? TextEncoding.Resolve(name) : Encoding.GetEncoding(name));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>What an HTTP header or media type says: "text/html; charset=utf-8".</summary>
    public static string? InContentType(string? contentType) =>
        contentType is null ? null : ValueAfter(contentType, "charset", 0, contentType.Length);

    /// <summary>What the XML declaration says, else what a meta element of HTML says; null where neither does.</summary>
    public static string? InDocument(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]);
        return InXmlDeclaration(head) ?? InMeta(head);
    }

    private static string? InXmlDeclaration(string head)
    {
        var start = head.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
            return null;
        var end = head.IndexOf("?>", start, StringComparison.Ordinal);
        return end < 0 ? null : ValueAfter(head, "encoding", start, end);
    }

    private static string? InMeta(string head)
    {
        for (var at = 0; head.IndexOf("<meta", at, StringComparison.OrdinalIgnoreCase) is >= 0 and var start; )
        {
            var end = head.IndexOf('>', start);
            if (end < 0)
                return null;
            if (ValueAfter(head, "charset", start, end) is { } name)
                return name;
            at = end;
        }

        return null;
    }

    /// <summary>What stands behind a word and an equals sign, in quotes or not.</summary>
    private static string? ValueAfter(string text, string word, int from, int end)
    {
        var at = text.IndexOf(word, from, end - from, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var rest = text.AsSpan(at + word.Length, end - at - word.Length).TrimStart();
        if (!rest.StartsWith("="))
            return null;
        rest = rest[1..].TrimStart().TrimStart("\"'");
        var length = rest.IndexOfAnyExcept(NameCharacters);
        var name = length < 0 ? rest : rest[..length];
        return name.IsEmpty ? null : name.ToString();
    }
}
