namespace Sourceline.Ingest.Importing;

/// <summary>Something to import: a file, an address, or standard input.</summary>
/// <param name="Name">As the user names it; for reports.</param>
/// <param name="Length">Bytes, where known before it is opened.</param>
internal sealed record ImportInput(string Name, long? Length)
{
    /// <summary>Whether it was found in a folder; a file of another kind there is left out and counted, and is no failure.</summary>
    public bool IsFromFolder { get; init; }

    public const string StandardInput = "-";

    public Uri? Address =>
        Name.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || Name.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? Uri.TryCreate(Name, UriKind.Absolute, out var address)
                ? address
                : null
            : null;

    /// <summary>
    /// What the arguments stand for. Folders are walked in a fixed order, so that an import that is run again meets the same items
    /// in the same order; what begins with a dot belongs to the system and is passed over. Every other file is looked at: its content tells
    /// whether it is news.
    /// </summary>
    public static IEnumerable<ImportInput> Expand(IEnumerable<string> arguments) => arguments.SelectMany(Expand);

    private static IEnumerable<ImportInput> Expand(string argument)
    {
        if (Directory.Exists(argument))
            return Files(argument);
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
            if (!Directory.Exists(entry))
                yield return new ImportInput(entry, new FileInfo(entry) is { Exists: true } file ? file.Length : null)
                {
                    IsFromFolder = true,
                };
            // A link to a folder could lead back here and never end.
            else if (new DirectoryInfo(entry).LinkTarget is null)
                foreach (var inner in Files(entry))
                    yield return inner;
        }
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
