using Sourceline.Formats;

namespace Sourceline.Ingest;

/// <summary>An item with where it came from.</summary>
/// <param name="Item">A story or a page; attachments are the importer's to store.</param>
/// <param name="Format">What it was read as.</param>
/// <param name="ReadFrom">The path's last part or the address.</param>
/// <param name="Raw">The bytes to keep; empty for archives, which hold readers' e-mails and are not kept.</param>
/// <param name="Position">Where it began there.</param>
public sealed record IncomingItem(NewsItem Item, NewsFormat Format, string ReadFrom, ReadOnlyMemory<byte> Raw, Position Position);

/// <summary>How to receive.</summary>
/// <param name="Publish">Publish what was public at its origin; otherwise everything waits as a draft.</param>
/// <param name="Actor">For the log.</param>
public sealed record IntakeOptions(bool Publish, string Actor);

/// <summary>What became of an item.</summary>
/// <param name="Notes">For the report: a number that was taken, a cancelled item, new replies ...</param>
public sealed record IntakeOutcome(IncomingItem Incoming, IntakeResult Result, long StoryId, long Number, IReadOnlyList<string> Notes);

/// <summary>What became of an item.</summary>
public enum IntakeResult
{
    /// <summary>A new story.</summary>
    Stored,

    /// <summary>A known story with another text.</summary>
    NewVersion,

    /// <summary>A known story as it was.</summary>
    Unchanged,
}
