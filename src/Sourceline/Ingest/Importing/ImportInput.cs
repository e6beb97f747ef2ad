namespace Sourceline.Ingest.Importing;

/// <summary>Something to import: a file, an address, or standard input.</summary>
/// <param name="Name">As the user names it; for reports.</param>
/// <param name="Length">Bytes, where known before it is opened.</param>
internal sealed record ImportInput(string Name, long? Length)
{
    public const string StandardInput = "-";

    public Uri? Address => Name.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || Name.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        ? Uri.TryCreate(Name, UriKind.Absolute, out var address) ? address : null
        : null;

    /// <summary>
    /// What the arguments stand for. Folders are walked in a fixed order, so that an import that is run again meets the same items
    /// in the same order; what begins with a dot belongs to the system and is passed over, and so is a file whose ending no format of
    /// ours has: a folder that was named by mistake must not become stories.
    /// </summary>
    public static IEnumerable<ImportInput> Expand(IEnumerable<string> arguments) => arguments.SelectMany(Expand);

    private static IEnumerable<ImportInput> Expand(string argument)
    {
        if (Directory.Exists(argument)) return Files(argument);
        var file = new FileInfo(argument);
        return [new ImportInput(argument, argument != StandardInput && file.Exists ? file.Length : null)];
    }

    private static IEnumerable<ImportInput> Files(string folder)
    {
        if (Entries(folder) is not { } entries)
        {
            yield return new ImportInput(folder, null);
            yield break;
        }
        foreach (var entry in entries.Where(entry => !Path.GetFileName(entry).StartsWith('.')))
        {
            if (File.Exists(entry) && !IsOurs(entry)) continue;
            if (!Directory.Exists(entry)) yield return new ImportInput(entry, new FileInfo(entry) is { Exists: true } file ? file.Length : null);
            // A link to a folder could lead back here and never end.
            else if (new DirectoryInfo(entry).LinkTarget is null)
                foreach (var inner in Files(entry)) yield return inner;
        }
    }

    private static bool IsOurs(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Path.GetExtension(name).ToLowerInvariant() is "" or ".txt" or ".html" or ".htm" or ".xhtml" or ".xml" or ".wxr" or ".rss" or ".rdf" or ".atom"
            or ".json" or ".jsonl" or ".ndjson" or ".ninjs";
    }

    /// <summary>A folder that may not be looked into stands for itself, and is reported like a file that cannot be opened.</summary>
    private static string[]? Entries(string folder)
    {
        try
        {
            var entries = Directory.GetFileSystemEntries(folder);
            Array.Sort(entries, StringComparer.Ordinal);
            return entries;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
