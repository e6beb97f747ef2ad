using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Sourceline.Search.Queries;

/// <summary>
/// How often each of many rows was met. They are small numbers, so the row is the place where it is counted; to go through all places is cheaper
/// than to remember which were met.
/// </summary>
internal sealed class RowCounts : IDisposable
{
    private int[] _counts = Empty(256);

    /// <param name="times">Less than 0 for one that was counted before.</param>
    public void Add(int row, int times)
    {
        if (row >= _counts.Length)
            Grow(row);
        _counts[row] += times;
    }

    public void AddAll(RowCounts others)
    {
        if (others._counts.Length > _counts.Length)
            Grow(others._counts.Length - 1);
        // Lengths are powers of two, so vectors fill them.
        var added = MemoryMarshal.Cast<int, Vector<int>>(others._counts.AsSpan());
        var counts = MemoryMarshal.Cast<int, Vector<int>>(_counts.AsSpan());
        for (var i = 0; i < added.Length; i++)
            counts[i] += added[i];
    }

    /// <summary>Those met most often, the most first, and of those met as often the first row first.</summary>
    public List<(int Row, int Count)> Top(int most = int.MaxValue)
    {
        var top = new PriorityQueue<(int Row, int Count), (int Count, int Row)>();
        var least = 0;
        // Rows rise, so one that was met as often as the least of the top comes after it.
        for (var row = Next(0, least); row < _counts.Length; row = Next(row + 1, least))
        {
            var place = (_counts[row], -row);
            if (top.Count < most)
                top.Enqueue((row, _counts[row]), place);
            else
                top.EnqueueDequeue((row, _counts[row]), place);
            if (top.Count == most)
                least = top.Peek().Count;
        }
        return [.. top.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element)];
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_counts);
        _counts = [];
    }

    /// <summary>The first row from one on that was met more than so often.</summary>
    private int Next(int row, int often) =>
        _counts.AsSpan(row).IndexOfAnyExceptInRange(int.MinValue, often) is >= 0 and var steps ? row + steps : _counts.Length;

    private static int[] Empty(int length)
    {
        var counts = ArrayPool<int>.Shared.Rent((int)BitOperations.RoundUpToPowerOf2((uint)length));
        Array.Clear(counts);
        return counts;
    }

    private void Grow(int row)
    {
        var more = Empty(Math.Max(row + 1, 2 * _counts.Length));
        _counts.CopyTo(more, 0);
        ArrayPool<int>.Shared.Return(_counts);
        _counts = more;
    }
}
