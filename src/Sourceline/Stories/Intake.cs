using Sourceline.Data;
using Sourceline.Formats;

namespace Sourceline.Stories;

/// <summary>The one way in for stories from outside: known items are recognised, changed ones become new versions.</summary>
public sealed class Intake
{
    /// <summary>Receives a batch in one transaction: stories, versions, statements, replies, addresses, raw bytes and acts.</summary>
    public Task<IReadOnlyList<IntakeOutcome>> ReceiveAsync(IReadOnlyList<IncomingItem> batch, IntakeOptions options, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}

/// <summary>An item with where it came from.</summary>
public sealed record IncomingItem(NewsItem Item, NewsFormat Format, string ReadFrom, ReadOnlyMemory<byte> Raw, Position Position);

/// <summary>How to receive.</summary>
/// <param name="Publish">Publish what was public at its origin; otherwise everything waits as a draft.</param>
/// <param name="Actor">For the log.</param>
public sealed record IntakeOptions(bool Publish, string Actor);

/// <summary>What became of an item.</summary>
/// <param name="Notes">For the report: a number that was taken, a cancelled item ...</param>
public sealed record IntakeOutcome(IncomingItem Incoming, IntakeResult Result, long StoryId, long Number, IReadOnlyList<string> Notes);

/// <summary>What became of an item.</summary>
public enum IntakeResult
{
    Stored,
    NewVersion,
    Unchanged,
    Failed,
}
