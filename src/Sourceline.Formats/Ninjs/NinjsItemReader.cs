using System.Text.Json;

namespace Sourceline.Formats.Ninjs;

/// <summary>Reads one ninjs object into results.</summary>
internal static class NinjsItemReader
{
    public static IEnumerable<ReadResult> Read(JsonElement root, ReadOnlyMemory<byte> raw, Position position, ReadOptions options)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            yield return new ProblemFound(ProblemSeverity.Error, position, "This is JSON but not an object, so it is not a ninjs item.");
            yield break;
        }

        var document = new NinjsDocument(root);
        if (document.Uri is not { } uri)
        {
            yield return new ProblemFound(
                ProblemSeverity.Error,
                position,
                "The item has no \"uri\", so it could not be recognised when it comes again."
            );
            yield break;
        }

        if (document.Type is "event" or "planning")
        {
            yield return new ProblemFound(
                ProblemSeverity.Skipped,
                position,
                $"This is not news but a ninjs item of type \"{document.Type}\".",
                uri
            );
            yield break;
        }

        yield return new ItemRead(NinjsAdapter.ToItem(document, uri, options), raw, position);
        foreach (var doubt in NinjsAdapter.Doubts(document, options))
            yield return new ProblemFound(ProblemSeverity.Warning, position, doubt, uri);
    }
}
