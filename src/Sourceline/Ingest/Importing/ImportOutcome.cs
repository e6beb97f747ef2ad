using Sourceline.Formats;

namespace Sourceline.Ingest.Importing;

/// <summary>What became of one item.</summary>
internal sealed record ImportOutcome(string File, Position Position, string? Id, ImportResult Result)
{
    public string? Reason { get; init; }

    /// <summary>The public number here.</summary>
    public long? Number { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>What became of one item. Each item read ends in exactly one of the first six.</summary>
internal enum ImportResult
{
    Stored,
    NewVersion,
    Unchanged,

    /// <summary>Dealt with by an earlier run, which did not come to its end, and not looked at again.</summary>
    PassedOver,

    /// <summary>Left out on purpose: it is no news.</summary>
    Skipped,
    Failed,

    /// <summary>A remark about an item that is counted elsewhere.</summary>
    Warning,

    /// <summary>A whole file that could not be read, or not to its end.</summary>
    Unreadable,
}
