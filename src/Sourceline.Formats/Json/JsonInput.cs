using System.Text;
using System.Text.Json;
using Sourceline.Formats.Input;

namespace Sourceline.Formats.Json;

/// <summary>Parses a whole document of JSON from the bytes in which it came.</summary>
internal static class JsonInput
{
    /// <summary>Skips what stands before the document and turns other encodings into UTF-8; reports both.</summary>
    /// <exception cref="JsonException">It is not JSON. The line is that of the document as it came.</exception>
    public static JsonDocument Parse(byte[] bytes, InputSource source)
    {
        var json = AsUtf8(bytes, source);
        var start = source.Detected.Marker is null ? 0 : Math.Max(0, json.Span.IndexOf(Encoding.UTF8.GetBytes(source.Detected.Marker)));
        var skippedLines = json.Span[..start].Count((byte)'\n');
        try
        {
            return JsonText.Parse(json[start..]);
        }
        catch (JsonException error)
        {
            throw new JsonException(error.Message, error.Path, error.LineNumber + skippedLines, error.BytePositionInLine, error);
        }
    }

    /// <summary>JSON is UTF-8 (RFC 8259, section 8.1); some systems write it otherwise all the same.</summary>
    private static ReadOnlyMemory<byte> AsUtf8(byte[] bytes, InputSource source)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes) && !bytes.AsSpan(0, Math.Min(4, bytes.Length)).Contains((byte)0))
            return bytes;
        var text = SourceText.Decode(bytes, source.Options.ContentType);
        source.Report(text.Problems);
        return Encoding.UTF8.GetBytes(text.Text);
    }
}
