using System.Collections.Concurrent;
using Sourceline.Data;
using Sourceline.Stories;

namespace Sourceline.Serving;

/// <summary>
/// Knows what has been touched since a page was made. An act costs as many entries as it touches tags, however many pages are made of
/// them: whether a page still holds is asked when it is asked for.
/// </summary>
internal sealed class Freshness(NewsDbFactory dbs, ActTouches touches) : IDisposable
{
    private const int Batch = 500;

    /// <summary>Tags that are remembered; beyond, those longest untouched are forgotten, with the pages that are older than they.</summary>
    private const int MostTags = 250_000;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private ConcurrentDictionary<ulong, long> _touched = new();
    private List<SectionLink> _sections = [];
    private long _position = -1;
    private long _floor;
    private long _stamp = 1;
    private volatile bool _lost;

    /// <summary>The last act that has been followed. Whoever makes a page takes this down before reading anything for it.</summary>
    public long Position => Volatile.Read(ref _position);

    /// <summary>Rises whenever a page may have become stale; what held at one stamp holds while the stamp is the same.</summary>
    public long Stamp => Volatile.Read(ref _stamp);

    /// <summary>Whether a page still is what would be made now.</summary>
    /// <param name="madeAt">The position before it was made.</param>
    /// <param name="tags">What it is made of.</param>
    public bool Holds(long madeAt, ReadOnlySpan<ulong> tags)
    {
        if (_lost || madeAt < Volatile.Read(ref _floor)) return false;
        foreach (var tag in tags)
        {
            if (_touched.TryGetValue(tag, out var at) && at > madeAt) return false;
        }
        return true;
    }

    /// <summary>Begins at the end of the log: nothing older is kept.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        Volatile.Write(ref _position, await ActLog.LastAsync(db, cancellationToken));
        _sections = await Sections.ReadAsync(db, cancellationToken);
    }

    /// <summary>Follows the log, at least to an act, or as far as it goes. Pages are stale from here on, not when the log is read again.</summary>
    public async Task FollowAsync(long? upTo)
    {
        if (Position < 0 || Position >= upTo) return;
        await _turn.WaitAsync();
        try
        {
            if (Position >= upTo) return;
            await ReadOnAsync(CancellationToken.None);
            if (!_lost) return;
            _lost = false;
            Interlocked.Increment(ref _stamp);
        }
        catch when (upTo is not null)
        {
            // An act is done and what it touches is not known: until it is, nothing that was kept is believed.
            _lost = true;
            Interlocked.Increment(ref _stamp);
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task ReadOnAsync(CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        List<Act> acts;
        do
        {
            acts = await ActLog.ReadAfterAsync(db, _position, Batch, cancellationToken);
            if (acts.Count == 0) return;
            var last = acts[^1].Sequence;
            var touched = await touches.ReadAsync(db, acts, cancellationToken);
            if (touched is null) Volatile.Write(ref _floor, last);
            else await TouchAsync(db, touched, last, cancellationToken);
            // In this order: whoever sees the new position sees what it touched.
            Volatile.Write(ref _position, last);
            Interlocked.Increment(ref _stamp);
        }
        while (acts.Count == Batch);
    }

    private async Task TouchAsync(NewsDb db, HashSet<ulong> touched, long at, CancellationToken cancellationToken)
    {
        if (touched.Contains(PageTag.Stories.Value))
        {
            var sections = await Sections.ReadAsync(db, cancellationToken);
            if (!sections.SequenceEqual(_sections)) touched.Add(PageTag.Sections.Value);
            _sections = sections;
        }
        foreach (var tag in touched) _touched[tag] = at;
        if (_touched.Count > MostTags) Forget();
    }

    /// <summary>Forgets the half of the tags that was touched longest ago.</summary>
    private void Forget()
    {
        var byAge = _touched.OrderByDescending(tag => tag.Value).ToList();
        var kept = byAge.Take(MostTags / 2).ToList();
        Volatile.Write(ref _floor, Math.Max(_floor, byAge[kept.Count].Value));
        _touched = new ConcurrentDictionary<ulong, long>(kept);
    }
}
