using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Json;

/// <summary>
/// Readings as JSON Lines: reads <c>{"doc","text"}</c> with optional <c>"published"</c> (<c>2021-07-19</c>) and <c>"language"</c>, and writes
/// <c>{"doc","attributions":[{"sense","source","cue","content","type","polarity","hedge","date","chain"}],"answers":[{"kind","span","asked","via"}]}</c>,
/// where sense is <c>statement</c> or <c>attitude</c>, and polarity and kind are in camel case (<c>neitherConfirmsNorDenies</c>). Offsets in JSON count Unicode code points, end exclusive.
/// </summary>
public static class AttributionJson
{
    /// <summary>Reads one line of input.</summary>
    /// <param name="line">A JSON object. <c>text</c> is required; members that are not known are passed over.</param>
    /// <param name="input">The text to be read.</param>
    /// <param name="error">What is wrong with the line, in one sentence.</param>
    /// <returns>Whether the line could be read.</returns>
    public static bool TryRead(string line, [NotNullWhen(true)] out AttributionLine? input, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(line);
        return AttributionLineReader.TryRead(line, out input, out error);
    }

    /// <summary>Writes a reading as one line of JSON, with a line feed at its end.</summary>
    /// <param name="output">Where the UTF-8 bytes go.</param>
    /// <param name="doc">The name of the document; null is written as null.</param>
    /// <param name="text">The text that was read.</param>
    /// <param name="reading">What was found in it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span of the reading does not lie within the text.</exception>
    public static void Write(IBufferWriter<byte> output, string? doc, string text, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reading);
        using (
            var json = new Utf8JsonWriter(
                output,
                new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
            new ReadingWriter(json, new CodePoints(text)).Write(doc, reading);
        output.Write("\n"u8);
    }

    /// <summary>Writes a reading as one line of JSON, with a line feed at its end.</summary>
    /// <param name="output">Where the UTF-8 bytes go; it is left open.</param>
    /// <param name="doc">The name of the document; null is written as null.</param>
    /// <param name="text">The text that was read.</param>
    /// <param name="reading">What was found in it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span of the reading does not lie within the text.</exception>
    public static void Write(Stream output, string? doc, string text, Reading reading)
    {
        ArgumentNullException.ThrowIfNull(output);
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer, doc, text, reading);
        output.Write(buffer.WrittenSpan);
    }
}
