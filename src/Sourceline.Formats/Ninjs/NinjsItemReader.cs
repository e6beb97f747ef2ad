using System.Text.Json;

namespace Sourceline.Formats.Ninjs;

/// <summary>Reads one ninjs object into results.</summary>
internal static class NinjsItemReader
{
    private static readonly string[] Dates = ["versioncreated", "firstcreated", "embargoed", "embargoeduntil"];

    public static IEnumerable<ReadResult> Read(JsonElement root, ReadOnlyMemory<byte> raw, Position position, ReadOptions options)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            yield return new ProblemFound(ProblemSeverity.Error, position, "This is JSON but not an object, so it is no ninjs item.");
            yield break;
        }

        var document = new NinjsDocument(root);
        if (document.Uri is not { } uri)
        {
            yield return new ProblemFound(ProblemSeverity.Error, position, "The item has no \"uri\", so it could not be known again.");
            yield break;
        }

        if (document.Type is "event" or "planning")
        {
            yield return new ProblemFound(ProblemSeverity.Skipped, position, $"This is not news but a ninjs item of type \"{document.Type}\".", uri);
            yield break;
        }

        yield return new ItemRead(NinjsAdapter.ToItem(document, uri, options), raw, position);
        foreach (var name in Dates.Where(name => document.Fields.Text(name) is not null && NinjsAdapter.Date(document, name, options) is null))
            yield return new ProblemFound(ProblemSeverity.Warning, position, $"The date in \"{name}\" could not be read.", uri);
    }
}
