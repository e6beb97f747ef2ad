using System.Text;

namespace Sourceline.Formats.Detection;

/// <summary>Tells files that are no text, by the bytes that they begin with.</summary>
internal static class BinaryShape
{
    private const int CharactersToLookAt = 4096;

    /// <summary>What it is, with its article; null where it may be text.</summary>
    public static string? Describe(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8))
            return "a PDF document";
        if (bytes.StartsWith("PK\u0003\u0004"u8))
            return "a ZIP archive or an office document";
        if (bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            return "an old office document";
        if (bytes.StartsWith("{\\rtf"u8))
            return "a rich text document (RTF)";
        if (bytes.StartsWith("%!PS"u8))
            return "a PostScript document";
        if (bytes.StartsWith("SQLite format 3\0"u8))
            return "a SQLite database";
        if (bytes.StartsWith("\u007fELF"u8) || bytes.StartsWith("MZ"u8) && bytes.IndexOf((byte)0) >= 0)
            return "a program";
        return Picture(bytes) ?? Sound(bytes) ?? Packed(bytes);
    }

    /// <summary>Whether characters that no text has occur in it.</summary>
    public static bool HasControls(string head)
    {
        var controls = 0;
        var length = Math.Min(head.Length, CharactersToLookAt);
        foreach (var c in head.AsSpan(0, length))
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\u001b' or '\u001a'))
                controls++;
        return controls > 0;
    }

    private static string? Picture(ReadOnlySpan<byte> bytes)
    {
        var isPicture =
            bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF])
            || bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G'])
            || bytes.StartsWith("GIF8"u8)
            || bytes.StartsWith("II*\0"u8)
            || bytes.StartsWith("MM\0*"u8)
            || bytes.StartsWith("BM"u8) && bytes.Length > 14 && bytes[6..10].IndexOfAnyExcept((byte)0) < 0
            || Brand(bytes) is "avif" or "heic" or "heix" or "mif1"
            || bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..12].SequenceEqual("WEBP"u8);
        return isPicture ? "a picture" : null;
    }

    private static string? Sound(ReadOnlySpan<byte> bytes)
    {
        var isSound =
            bytes.StartsWith("ID3"u8)
            || bytes.StartsWith("OggS"u8)
            || bytes.StartsWith("fLaC"u8)
            || bytes.StartsWith("RIFF"u8)
            || bytes.StartsWith<byte>([0x1A, 0x45, 0xDF, 0xA3])
            || Brand(bytes) is not null
            || bytes.Length > 2 && bytes[0] == 0xFF && (bytes[1] & 0xE6) == 0xE2;
        return isSound ? "sound or film" : null;
    }

    private static string? Packed(ReadOnlySpan<byte> bytes)
    {
        var isPacked =
            bytes.StartsWith("BZh"u8)
            || bytes.StartsWith<byte>([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'])
            || bytes.StartsWith<byte>([(byte)'7', (byte)'z', 0xBC, 0xAF])
            || bytes.StartsWith("Rar!"u8)
            || bytes.StartsWith<byte>([0x28, 0xB5, 0x2F, 0xFD])
            || bytes.StartsWith<byte>([0x1F, 0x8B])
            || bytes.Length > 262 && bytes[257..262].SequenceEqual("ustar"u8);
        return isPacked ? "a packed archive" : null;
    }

    /// <summary>ISO/IEC 14496-12, section 4.3: the major brand of a container.</summary>
    private static string? Brand(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8) ? Encoding.Latin1.GetString(bytes[8..12]) : null;
}
