using System.Buffers;

namespace Sourceline.Search.Queries;

/// <summary>How often each of many rows was met. They are small numbers, so the row is the place where it is counted.</summary>
internal sealed class Counts : IDisposable
{
    private readonly List<int> _met = [];

    /// <summary>One more than was counted, so that a row that was met is known when all of it was taken away again; 0 for one never met.</summary>
    private int[] _counts = Empty(256);

    public void Add(int row) => Add(row, 1);

    /// <param name="times">Less than 0 for one that was counted before.</param>
    public void Add(int row, int times)
    {
        if (row >= _counts.Length) Grow(row);
        ref var count = ref _counts[row];
        if (count == 0)
        {
            _met.Add(row);
            count = 1;
        }
        count += times;
    }

    public void AddAll(Counts others)
    {
        foreach (var row in others._met) Add(row, others._counts[row] - 1);
    }

    /// <summary>Those met most often, the most first.</summary>
    public List<(int Row, int Count)> Top(int most = int.MaxValue)
    {
        var top = new PriorityQueue<(int Row, int Count), (int Count, int Row)>(Math.Min(most, _met.Count));
        foreach (var row in _met.Where(row => _counts[row] > 1))
        {
            var (count, place) = (_counts[row] - 1, (_counts[row], -row));
            if (top.Count < most) top.Enqueue((row, count), place);
            else if (top.TryPeek(out _, out var least) && place.CompareTo(least) > 0) top.EnqueueDequeue((row, count), place);
        }
        return [.. top.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element)];
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_counts);
        _counts = [];
    }

    private static int[] Empty(int length)
    {
        var counts = ArrayPool<int>.Shared.Rent(length);
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
