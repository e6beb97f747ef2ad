using System.Diagnostics;

namespace Sourceline.Ingest.Importing;

/// <summary>
/// How many items, or bytes, a second go in at present, over about the last ten seconds: what was known already goes through many times as fast as
/// what is new, and an average from the start would say little of either.
/// </summary>
internal sealed class ItemRate
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Queue<(TimeSpan At, long Items)> _marks = new([(TimeSpan.Zero, 0)]);
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <param name="items">All items so far.</param>
    public double Of(long items)
    {
        var now = _watch.Elapsed;
        while (_marks.Count > 1 && now - _marks.Peek().At > Window)
            _marks.Dequeue();
        var (at, before) = _marks.Peek();
        _marks.Enqueue((now, items));
        return (items - before) / Math.Max((now - at).TotalSeconds, 0.001);
    }
}
