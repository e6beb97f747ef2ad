using System.Text;
using System.Text.Json;
using Sourceline.Formats.Input;
using Sourceline.Formats.Json;

namespace Sourceline.Formats.Ninjs;

/// <summary>Reads ninjs as JSON Lines, one document a line, holding one line at a time.</summary>
internal static class NinjsLinesReader
{
    public static IEnumerable<ReadResult> Read(InputSource source)
    {
        yield return new DocumentFound(NewsFormat.NinjsLines, null, null);
        var item = 0L;
        foreach (var line in ByteLines.Read(AsUtf8(source), source.Options.MaxItemBytes))
        {
            source.Cancellation.ThrowIfCancellationRequested();
            if (!line.TooLong && IsBlank(line.Bytes))
                continue;
            foreach (var result in ReadLine(line, new Position(line.Number, ++item), source.Options))
                yield return result;
        }
    }

    /// <summary>Lines are found in bytes; in UTF-16 and UTF-32 the byte of a line end is part of other characters too.</summary>
    private static Stream AsUtf8(InputSource source)
    {
        var choice = EncodingChoice.Of(source.Head.Span, source.Options.ContentType, isHead: true);
        return choice.Encoding is UnicodeEncoding or UTF32Encoding
            ? Encoding.CreateTranscodingStream(source.All, choice.Encoding, Encoding.UTF8, leaveOpen: true)
            : source.All;
    }

    private static List<ReadResult> ReadLine(ByteLine line, Position position, ReadOptions options)
    {
        if (line.TooLong)
            return
            [
                new ProblemFound(
                    ProblemSeverity.Error,
                    position,
                    $"The line is longer than {options.MaxItemBytes:N0} bytes, the limit, and was not read."
                ),
            ];
        try
        {
            using var document = JsonText.Parse(line.Bytes);
            var results = NinjsItemReader.Read(document.RootElement, line.Bytes, position, options).ToList();
            if (!System.Text.Unicode.Utf8.IsValid(line.Bytes))
                results.Add(
                    new ProblemFound(
                        ProblemSeverity.Warning,
                        position,
                        "Bytes that are not valid UTF-8 were replaced by \ufffd.",
                        results.OfType<ItemRead>().FirstOrDefault()?.Item.Id
                    )
                );
            return results;
        }
        catch (JsonException error)
        {
            return [new ProblemFound(ProblemSeverity.Error, position, $"The line is {JsonText.Describe(error)}.")];
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim("\ufeff \t\r"u8).IsEmpty;
}
