using System.Text;
using UtfUnknown;

namespace Sourceline.Formats.Input;

/// <summary>The encoding of a text, and how it was found.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="MarkLength">Bytes of the byte order mark, to be skipped.</param>
/// <param name="Doubt">What to report about the choice; null where the text states it or it is plain.</param>
internal sealed record EncodingChoice(Encoding Encoding, int MarkLength = 0, string? Doubt = null)
{
    /// <summary>Enough for the detector; more does not make it surer.</summary>
    private const int MostToDetect = 256 * 1024;

    private const float LeastConfidence = 0.5f;

    /// <summary>So many sequences of UTF-8 do not come about by chance in text of another encoding.</summary>
    private const int Convincing = 4;

    public string Name => Encoding.WebName.Equals("utf-8", StringComparison.OrdinalIgnoreCase) ? "UTF-8" : Encoding.WebName;

    /// <summary>
    /// Chooses by the mark, then by the shape of wide characters, then by what is stated and whether the bytes allow it. A few broken
    /// bytes do not make UTF-8 another encoding; a statement that no byte bears out is not believed.
    /// </summary>
    /// <param name="bytes">The text or its beginning.</param>
    /// <param name="contentType">The media type that came with it.</param>
    /// <param name="isHead">Whether more follows.</param>
    public static EncodingChoice Of(ReadOnlySpan<byte> bytes, string? contentType, bool isHead)
    {
        if (FromMark(bytes) is { } marked)
            return marked;
        if (FromShape(bytes) is { } wide)
            return new EncodingChoice(wide);
        var stated = EncodingName.Find(EncodingName.InContentType(contentType))
            ?? Narrow(EncodingName.Find(EncodingName.InDocument(bytes)));
        var statistics = Utf8Statistics.Of(bytes, mayBeCut: isHead);
        if (statistics is { Valid: 0, Invalid: 0 })
            return new EncodingChoice(stated ?? Encoding.UTF8);
        if (stated is null || stated.CodePage == Encoding.UTF8.CodePage)
            return OfUtf8(bytes, statistics, isStated: stated is not null);
        if (statistics.Invalid == 0 && (stated.IsSingleByte ? statistics.Valid >= Convincing : !Allows(stated, bytes)))
            return new EncodingChoice(Encoding.UTF8, Doubt: $"The text says that it is {stated.WebName}, but it is UTF-8 and was read so.");
        if (statistics.Valid >= Convincing && statistics.Valid >= 4 * statistics.Invalid && stated.IsSingleByte)
            return new EncodingChoice(
                Encoding.UTF8,
                Doubt: $"The text says that it is {stated.WebName}, but most of it is UTF-8 and it was read so."
            );
        return new EncodingChoice(stated);
    }

    private static EncodingChoice OfUtf8(ReadOnlySpan<byte> bytes, Utf8Statistics statistics, bool isStated)
    {
        if (statistics.Valid > 0 && statistics.Valid >= statistics.Invalid)
            return new EncodingChoice(Encoding.UTF8);
        var found = Detected(bytes) ?? EncodingName.Find("windows-1252")!;
        return new EncodingChoice(
            found,
            Doubt: isStated
                ? $"The text says that it is UTF-8, but it is not; it was read as {found.WebName}."
                : $"The text does not say how it is encoded; it was read as {found.WebName}."
        );
    }

    private static Encoding? Detected(ReadOnlySpan<byte> bytes)
    {
        var detected = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, MostToDetect)].ToArray()).Detected;
        if (detected is null || detected.Confidence < LeastConfidence || EncodingName.Find(detected.EncodingName) is not { } encoding)
            return null;
        return encoding.CodePage == Encoding.UTF8.CodePage || encoding.CodePage == Encoding.ASCII.CodePage ? null : encoding;
    }

    private static EncodingChoice? FromMark(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            // UTF-32's little-endian mark begins with UTF-16's, so it comes first.
            [0xFF, 0xFE, 0, 0, ..] => new EncodingChoice(new UTF32Encoding(false, false), 4),
            [0, 0, 0xFE, 0xFF, ..] => new EncodingChoice(new UTF32Encoding(true, false), 4),
            [0xEF, 0xBB, 0xBF, ..] => new EncodingChoice(Encoding.UTF8, 3),
            [0xFF, 0xFE, ..] => new EncodingChoice(Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => new EncodingChoice(Encoding.BigEndianUnicode, 2),
            _ => null,
        };

    /// <summary>XML 1.0, appendix F.1, for any first character of ASCII: how it looks in encodings wider than a byte.</summary>
    private static Encoding? FromShape(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0, 0, 0, > 0x08 and < 0x7F, ..] => new UTF32Encoding(true, false),
            [> 0x08 and < 0x7F, 0, 0, 0, ..] => new UTF32Encoding(false, false),
            [0, > 0x08 and < 0x7F, 0, not 0, ..] => Encoding.BigEndianUnicode,
            [> 0x08 and < 0x7F, 0, not 0, 0, ..] => Encoding.Unicode,
            _ => null,
        };

    /// <summary>A statement that could be read byte by byte cannot be of a wider encoding.</summary>
    private static Encoding? Narrow(Encoding? stated) => stated is UnicodeEncoding or UTF32Encoding ? null : stated;

    private static bool Allows(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            strict.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
