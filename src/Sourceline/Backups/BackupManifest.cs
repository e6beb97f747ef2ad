using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sourceline.Backups;

/// <summary>What a backup says of itself, in its entry <c>manifest.json</c>.</summary>
public sealed record BackupManifest
{
    public const string EntryName = "manifest.json";

    public const string CurrentFormat = "sourceline-backup/1";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public required string Format { get; init; }

    /// <summary>The moment of the state that it holds.</summary>
    public required DateTime MadeUtc { get; init; }

    /// <summary><c>sqlite</c> or <c>postgres</c>; it is restored to the same.</summary>
    public required string Database { get; init; }

    /// <summary>The newest migration of the database.</summary>
    public required string Migration { get; init; }

    /// <summary>Tables in an order in which they can be filled; none where the database is one file.</summary>
    public IReadOnlyList<BackedUpTable> Tables { get; init; } = [];

    public required long Stories { get; init; }

    public required long Replies { get; init; }

    /// <summary>Replies with a reader's e-mail address, which only the key ring opens.</summary>
    public required long ProtectedEmails { get; init; }

    /// <summary>The number of the newest act.</summary>
    public required long LastAct { get; init; }

    public required long MediaFiles { get; init; }

    /// <summary>Files that the database knows and the data folder did not have.</summary>
    public IReadOnlyList<string> MissingMedia { get; init; } = [];

    /// <summary>Whether, and with what, all of it can be opened.</summary>
    public required string Keys { get; init; }

    /// <summary>SHA-256 of each other entry, in hex.</summary>
    public required IReadOnlyDictionary<string, string> Hashes { get; init; }

    public void WriteTo(Stream output) => JsonSerializer.Serialize(output, this, Json);

    /// <exception cref="BackupException">It is none, or of a form that this version does not know.</exception>
    public static BackupManifest Read(Stream input)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(input, Json) ?? throw new BackupException("The manifest is empty.");
            return manifest.Format == CurrentFormat
                ? manifest
                : throw new BackupException($"The backup has the form '{manifest.Format}', which this version cannot read.");
        }
        catch (JsonException e)
        {
            throw new BackupException($"The manifest cannot be read: {e.Message}");
        }
    }

    /// <summary>For people: what it holds, and whether it can be opened without the key.</summary>
    public string InWords() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"It holds the state of {MadeUtc:yyyy-MM-dd HH:mm:ss} UTC: {Stories:N0} stories, {Replies:N0} replies, {MediaFiles:N0} files, the log up to act {LastAct:N0}. {Keys}"
        );
}

/// <summary>A table in a backup.</summary>
public sealed record BackedUpTable(string Name, IReadOnlyList<string> Columns);

/// <summary>It cannot be backed up or restored; the message says why.</summary>
public sealed class BackupException(string message) : Exception(message)
{
    internal static BackupException Damaged(string fault) =>
        new(
            $"The database is damaged, so no backup was kept. {fault} Run sourceline check to see all of it. Keep a copy of the database, and restore the newest backup that passes sourceline restore --check."
        );
}
