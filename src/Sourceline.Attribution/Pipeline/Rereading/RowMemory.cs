using System.Diagnostics.CodeAnalysis;

namespace Sourceline.Attribution.Pipeline.Rereading;

/// <summary>What follows from a row of numbers, kept from one reading to the next, and no longer.</summary>
internal sealed class RowMemory<T>
{
    private readonly Dictionary<uint[], T> _now = new(RowComparer.Instance);
    private RowMemory<T>? _before;

    public RowMemory(RowMemory<T>? before) => _before = before;

    public bool TryGet(ReadOnlySpan<uint> row, [MaybeNullWhen(false)] out T value)
    {
        if (_now.GetAlternateLookup<ReadOnlySpan<uint>>().TryGetValue(row, out value))
            return true;
        if (_before is null || !_before._now.GetAlternateLookup<ReadOnlySpan<uint>>().TryGetValue(row, out var known, out value))
            return false;
        _now[known] = value;
        return true;
    }

    /// <summary>How many rows the reading before had not worked out.</summary>
    public int Learned { get; private set; }

    public void Add(ReadOnlySpan<uint> row, T value)
    {
        _now[row.ToArray()] = value;
        Learned++;
    }

    public void Forget() => _before = null;
}
