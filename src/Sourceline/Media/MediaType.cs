using System.Text;

namespace Sourceline.Media;

/// <summary>A type of file that may be stored.</summary>
/// <param name="Name">MIME.</param>
/// <param name="Extension">With the dot.</param>
internal sealed record MediaType(string Name, string Extension)
{
    /// <summary>
    /// The type by the bytes themselves, or null for what is not stored. What a server says is not asked: a page that calls itself a
    /// picture would run in the site's name. SVG is left out for the same reason, it can hold scripts.
    /// </summary>
    public static MediaType? Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
            return new("image/jpeg", ".jpg");
        if (bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return new("image/png", ".png");
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
            return new("image/gif", ".gif");
        if (bytes.StartsWith("%PDF-"u8))
            return new("application/pdf", ".pdf");
        if (bytes.StartsWith("OggS"u8))
            return new("audio/ogg", ".ogg");
        if (bytes.StartsWith("fLaC"u8))
            return new("audio/flac", ".flac");
        if (bytes.StartsWith("ID3"u8) || IsMpegAudio(bytes))
            return new("audio/mpeg", ".mp3");
        if (bytes.StartsWith("RIFF"u8) && bytes.Length >= 12)
            return Riff(bytes[8..12]);
        if (bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8))
            return IsoMedia(Encoding.Latin1.GetString(bytes[8..12]));
        return null;
    }

    private static MediaType? Riff(ReadOnlySpan<byte> form) =>
        form.SequenceEqual("WEBP"u8) ? new("image/webp", ".webp")
        : form.SequenceEqual("WAVE"u8) ? new("audio/wav", ".wav")
        : null;

    /// <summary>ISO/IEC 14496-12, section 4.3: the major brand tells what the container is for.</summary>
    private static MediaType? IsoMedia(string brand) =>
        brand switch
        {
            "avif" or "avis" => new("image/avif", ".avif"),
            "M4A " or "M4B " => new("audio/mp4", ".m4a"),
            "isom" or "iso2" or "iso4" or "iso5" or "iso6" or "mp41" or "mp42" or "avc1" or "dash" or "M4V " or "MSNV" => new(
                "video/mp4",
                ".mp4"
            ),
            _ => null,
        };

    /// <summary>ISO/IEC 11172-3, section 2.4.1.3: eleven set bits, layer III, and a bit rate and sampling rate that exist.</summary>
    private static bool IsMpegAudio(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 4
        && bytes[0] == 0xFF
        && (bytes[1] & 0xE6) == 0xE2
        && (bytes[2] & 0xF0) is not (0xF0 or 0)
        && (bytes[2] & 0x0C) != 0x0C;
}
