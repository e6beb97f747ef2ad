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
        foreach (var line in ByteLines.Read(source.All, source.Options.MaxItemBytes))
        {
            if (!line.TooLong && IsBlank(line.Bytes)) continue;
            foreach (var result in ReadLine(line, new Position(line.Number, ++item), source.Options)) yield return result;
        }
    }

    private static List<ReadResult> ReadLine(ByteLine line, Position position, ReadOptions options)
    {
        if (line.TooLong) return [new ProblemFound(ProblemSeverity.Error, position, $"The line is longer than {options.MaxItemBytes:N0} bytes, the limit, and was not read.")];
        try
        {
            using var document = JsonText.Parse(line.Bytes);
            return NinjsItemReader.Read(document.RootElement, line.Bytes, position, options).ToList();
        }
        catch (JsonException error)
        {
            return [new ProblemFound(ProblemSeverity.Error, position, $"The line is {JsonText.Describe(error)}.")];
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim("\ufeff \t\r"u8).IsEmpty;
}
