using System.Text.Json;
using Sourceline.Formats.Input;
using Sourceline.Formats.Json;

namespace Sourceline.Formats.Ninjs;

/// <summary>Reads a single ninjs document, or an array of them.</summary>
internal static class NinjsReader
{
    public static IEnumerable<ReadResult> Read(InputSource source) =>
        source.ReadAll() is { } bytes ? ReadBytes(bytes, source) : [source.TooLarge()];

    private static List<ReadResult> ReadBytes(byte[] bytes, InputSource source)
    {
        try
        {
            using var document = JsonInput.Parse(bytes, source);
            return ReadRoot(document.RootElement, source);
        }
        catch (JsonException error)
        {
            return
            [
                new ProblemFound(
                    ProblemSeverity.Error,
                    new Position((error.LineNumber ?? -1) + 1, 1),
                    $"The file is {JsonText.Describe(error)}."
                ),
            ];
        }
    }

    private static List<ReadResult> ReadRoot(JsonElement root, InputSource source)
    {
        var results = new List<ReadResult> { new DocumentFound(NewsFormat.Ninjs, null, null) };
        if (root.ValueKind != JsonValueKind.Array)
            return [.. results, .. NinjsItemReader.Read(root, default, new Position(1, 1), source.Options)];
        var item = 0L;
        foreach (var element in root.EnumerateArray())
        {
            source.Cancellation.ThrowIfCancellationRequested();
            results.AddRange(NinjsItemReader.Read(element, default, new Position(0, ++item), source.Options));
        }

        return results;
    }
}
