using Sourceline.Formats;
using Sourceline.Ingest.Checkpoints;

namespace Sourceline.Ingest.Importing;

/// <summary>What a reader had to say of one place of an input.</summary>
internal abstract record ImportEntry(string File, Position Position, string? Id);

/// <summary>A story or page for the intake.</summary>
/// <param name="Input">The input that it is of.</param>
/// <param name="Result">The how manieth result of the reader there.</param>
internal sealed record ItemEntry(string File, IncomingItem Incoming, InputCheckpoint Input, long Result)
    : ImportEntry(File, Incoming.Position, Incoming.Item.Id);

/// <summary>A story or page that an earlier run, which did not come to its end, has dealt with.</summary>
internal sealed record PassedOverEntry(string File, Position Position, string? Id) : ImportEntry(File, Position, Id);

/// <summary>A file of a media library, with what became of it.</summary>
internal sealed record AttachmentEntry(string File, Position Position, string? Id, ImportResult Result, string? Reason)
    : ImportEntry(File, Position, Id)
{
    /// <summary>Readers' replies to the file itself: there is no story that they could stand under.</summary>
    public int LostReplies { get; init; }
}

/// <summary>Something that was left out or could not be read.</summary>
internal sealed record ProblemEntry(string File, ProblemFound Problem) : ImportEntry(File, Problem.Position, Problem.ItemId);

/// <summary>Entries that are stored in one transaction.</summary>
internal sealed class ImportBatch
{
    // Large enough that the flush at the end of a transaction is shared by many, small enough that the desk does not wait for long and little is
    // repeated after a crash.
    private const int MaxEntries = 100;
    private const long MaxSize = 8 * 1024 * 1024;

    private long _size;
    private ReadOnlyMemory<byte> _lastRaw;

    public List<ImportEntry> Entries { get; } = [];

    /// <summary>How far the inputs are dealt with once the entries are.</summary>
    public Dictionary<int, CheckpointMark> Marks { get; } = [];

    /// <summary>Which stories of this and earlier batches the files of a media library belong to, by the keys under which they are stored.</summary>
    public List<(string Url, string Origin, string StoryId)> Owners { get; } = [];

    public bool IsEmpty => Entries.Count == 0 && Owners.Count == 0;

    /// <summary>Bytes of all inputs up to here.</summary>
    public long BytesRead { get; set; }

    /// <summary>Those of them that were passed over.</summary>
    public long BytesPassedOver { get; set; }

    public bool IsFull => Entries.Count >= MaxEntries || _size >= MaxSize;

    public void Add(ImportEntry entry)
    {
        Entries.Add(entry);
        if (entry is not ItemEntry { Incoming: var incoming })
            return;
        _size += 2L * (incoming.Item.BodyHtml?.Length ?? 0) + incoming.Item.Replies.Sum(reply => 2L * reply.Body.Length);
        // The items of one document share its bytes.
        if (!incoming.Raw.Equals(_lastRaw))
            _size += incoming.Raw.Length;
        _lastRaw = incoming.Raw;
    }

    public void Mark(CheckpointMark mark) => Marks[mark.Input.Number] = mark;
}
