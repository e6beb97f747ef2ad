using System.Text;
using System.Text.RegularExpressions;

namespace Sourceline.Formats.Input;

/// <summary>Finds the encoding of text: its mark, then what came with it, then what it says itself, then what its bytes allow.</summary>
internal static partial class Charset
{
    /// <summary>Decodes all of it. Bytes that the encoding does not know become U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (FromMark(bytes, out var skip) is { } marked) return marked.GetString(bytes[skip..]);
        foreach (var candidate in Candidates(bytes, contentType))
            if (TryStrict(candidate, bytes, out var text)) return text;
        // windows-1252 gives every byte some letter.
        return Named("windows-1252")!.GetString(bytes);
    }

    /// <summary>The encoding of a stream, judged by its head. The reader built on it must still skip a mark.</summary>
    public static Encoding Detect(ReadOnlySpan<byte> head, string? contentType)
    {
        if (FromMark(head, out _) is { } marked) return marked;
        if (FromShape(head) is { } shape) return shape;
        return Named(OfContentType(contentType)) ?? Usable(Named(Declared(head))) ?? Encoding.UTF8;
    }

    private static List<Encoding> Candidates(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var found = new List<Encoding?> { FromShape(bytes), Named(OfContentType(contentType)), Usable(Named(Declared(bytes))), Encoding.UTF8 };
        return [.. found.OfType<Encoding>().Distinct()];
    }

    private static Encoding? FromMark(ReadOnlySpan<byte> bytes, out int length)
    {
        // UTF-32's little-endian mark begins with UTF-16's, so it comes first.
        (length, var found) = bytes switch
        {
            [0xFF, 0xFE, 0, 0, ..] => (4, new UTF32Encoding(false, false)),
            [0, 0, 0xFE, 0xFF, ..] => (4, new UTF32Encoding(true, false)),
            [0xEF, 0xBB, 0xBF, ..] => (3, Encoding.UTF8),
            [0xFF, 0xFE, ..] => (2, Encoding.Unicode),
            [0xFE, 0xFF, ..] => (2, Encoding.BigEndianUnicode),
            _ => (0, (Encoding?)null),
        };
        return found;
    }

    /// <summary>XML 1.0, appendix F.1: how "&lt;" looks in encodings wider than a byte.</summary>
    private static Encoding? FromShape(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0, 0, 0, 0x3C, ..] => new UTF32Encoding(true, false),
        [0x3C, 0, 0, 0, ..] => new UTF32Encoding(false, false),
        [0, 0x3C, 0, _, ..] => Encoding.BigEndianUnicode,
        [0x3C, 0, _, 0, ..] => Encoding.Unicode,
        _ => null,
    };

    /// <summary>A declaration that could be read byte by byte cannot be of a wider encoding.</summary>
    private static Encoding? Usable(Encoding? declared) => declared is UnicodeEncoding or UTF32Encoding ? null : declared;

    private static string? OfContentType(string? contentType) =>
        contentType is not null && CharsetParameter().Match(contentType) is { Success: true } match ? match.Groups[1].Value : null;

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 1024)]);
        var match = XmlDeclaration().Match(head);
        if (!match.Success) match = HtmlMeta().Match(head);
        return match.Success ? match.Groups[1].Value : null;
    }

    private static Encoding? Named(string? name)
    {
        if (name is null) return null;
        // The WHATWG encoding standard: what calls itself Latin-1 or ASCII is windows-1252 in practice.
        if (name.ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii") name = "windows-1252";
        if (CodePagesEncodingProvider.Instance.GetEncoding(name) is { } page) return page;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool TryStrict(Encoding encoding, ReadOnlySpan<byte> bytes, out string text)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            text = strict.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }

    [GeneratedRegex("""charset\s*=\s*["']?([A-Za-z0-9._:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CharsetParameter();

    [GeneratedRegex("""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex("""<meta[^>]*?charset\s*=\s*["']?([A-Za-z0-9._:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HtmlMeta();
}
