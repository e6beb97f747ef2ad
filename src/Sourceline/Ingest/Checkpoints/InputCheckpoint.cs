using Sourceline.Data.Model;
using Sourceline.Ingest.Importing;

namespace Sourceline.Ingest.Checkpoints;

/// <summary>How far an import has come in one input. Whoever reads it counts; whoever stores says what failed.</summary>
/// <param name="run">The run of the import.</param>
/// <param name="number">Its place among the inputs of the run, 1 and up.</param>
/// <param name="settings">As <see cref="ImportCheckpoint.Settings"/>.</param>
/// <param name="earlier">How far an earlier run had come in the same; null where none is known to have begun.</param>
internal sealed class InputCheckpoint(string run, int number, string settings, ImportCheckpoint? earlier)
{
    // Where more fail something else is amiss: the checkpoint stays where it is, and what lies behind it is looked at again.
    private const int MaxFailed = 1000;

    // The first is the reader's alone, the second the receiver's.
    private readonly HashSet<long> _again = [.. earlier?.Failed ?? []];
    private readonly HashSet<long> _failed = [.. earlier?.Failed ?? []];

    public int Number => number;

    /// <summary>How many results the reader has given.</summary>
    public long Results { get; private set; }

    /// <summary>The reader gives another result.</summary>
    public void Next() => Results++;

    /// <summary>Whether an earlier run has dealt with the present result; what it could not store is tried again.</summary>
    public bool IsPassedOver => earlier is not null && Results <= earlier.Results && !_again.Contains(Results);

    /// <summary>The present place; null while an earlier run was further.</summary>
    public CheckpointMark? MarkAt(OpenedInput input) =>
        Results > (earlier?.Results ?? 0) ? new CheckpointMark(this, Results, input.Extent) : null;

    /// <summary>What became of a result that was to be stored.</summary>
    public void Settle(long result, bool failed)
    {
        if (failed)
            _failed.Add(result);
        else
            _failed.Remove(result);
    }

    /// <summary>The row of a mark; null where too much has failed for one.</summary>
    public ImportCheckpoint? RowOf(CheckpointMark mark, DateTime nowUtc) =>
        _failed.Count > MaxFailed
            ? null
            : new ImportCheckpoint
            {
                Run = run,
                Input = number,
                Settings = settings,
                Bytes = mark.Extent.Bytes,
                Hash = mark.Extent.Hash,
                Whole = mark.Extent.Whole,
                Results = mark.Results,
                Failed = [.. _failed.Order()],
                WrittenUtc = nowUtc,
            };
}

/// <summary>A place in an input up to which everything is dealt with once the batch that carries it is stored.</summary>
/// <param name="Results">How many results of the reader.</param>
/// <param name="Extent">What had been read by then.</param>
internal sealed record CheckpointMark(InputCheckpoint Input, long Results, ReadExtent Extent);
