using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.EventLog;
using Sourceline.Stories;

namespace Sourceline.PageCache;

/// <summary>
/// Knows what has been touched since a page was made. An act costs as many entries as it touches tags, however many pages are made of
/// them: whether a page still holds is asked when it is asked for.
/// </summary>
internal sealed class CacheInvalidator(NewsDbFactory dbs, InvalidationRules touches) : IDisposable
{
    private const int Batch = 500;

    /// <summary>Acts that are read at the start; where there are more, making pages anew is quicker than finding out which still hold.</summary>
    private const int LongestWay = 20_000;

    /// <summary>Tags that are remembered; beyond, those longest untouched are forgotten, with the pages that are older than they.</summary>
    private const int MostTags = 250_000;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private ConcurrentDictionary<ulong, long> _touched = new();
    private string _sections = "";
    private long _position = -1;
    private long _floor;
    private long _stamp = 1;
    private volatile bool _lost;

    /// <summary>The last act that has been followed. Whoever makes a page takes this down before reading anything for it.</summary>
    public long Position => Volatile.Read(ref _position);

    /// <summary>Pages made before this act are stale, whatever they show.</summary>
    public long Floor => Volatile.Read(ref _floor);

    /// <summary>Rises whenever a page may have become stale; what held at one stamp holds while the stamp is the same.</summary>
    public long Stamp => Volatile.Read(ref _stamp);

    /// <summary>Whether a page still is what would be made now.</summary>
    /// <param name="madeAt">The position before it was made.</param>
    /// <param name="tags">What it is made of.</param>
    public bool Holds(long madeAt, ReadOnlySpan<ulong> tags)
    {
        if (_lost || madeAt < Volatile.Read(ref _floor))
            return false;
        foreach (var tag in tags)
        {
            if (_touched.TryGetValue(tag, out var at) && at > madeAt)
                return false;
        }
        return true;
    }

    /// <summary>
    /// Begins where the log had been followed to and goes on from there. False where that is not believed, since the log is another or
    /// has gone too far: then it begins at the end of the log, and nothing older holds.
    /// </summary>
    public async Task<bool> StartAsync(CacheCheckpoint? from, CancellationToken cancellationToken)
    {
        await using var db = dbs.Create();
        var last = await ActLog.LastAsync(db, cancellationToken);
        var known =
            from is not null && last >= from.Position && last - from.Position <= LongestWay && await IsOfAsync(db, from, cancellationToken);
        if (known)
        {
            (_floor, _sections) = (from!.Floor, from.Sections);
            foreach (var (tag, at) in from.Touched)
                _touched[tag] = at;
            Volatile.Write(ref _position, from.Position);
            await ReadOnAsync(cancellationToken);
        }
        var sections = Worded(await Sections.ReadAsync(db, cancellationToken));
        // Changed by no act: somebody has been at the database by hand.
        known &= sections == _sections;
        _sections = sections;
        if (known)
            return true;
        (_touched, _floor) = (new ConcurrentDictionary<ulong, long>(), 0);
        Volatile.Write(ref _position, last);
        return false;
    }

    /// <summary>Whether the log has the act that was the last to be followed: if not, the database is another one, or was restored from before.</summary>
    public static async Task<bool> IsOfAsync(NewsDb db, CacheCheckpoint followed, CancellationToken cancellationToken) =>
        await ActAtAsync(db, followed.Position, cancellationToken) == followed.Act;

    /// <summary>How far the log has been followed, to be begun from again.</summary>
    public async Task<CacheCheckpoint> TakeDownAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var db = dbs.Create();
            return new CacheCheckpoint(_position, await ActAtAsync(db, _position, cancellationToken), _floor, _sections, [.. _touched]);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Follows the log, at least to an act, or as far as it goes. Pages are stale from here on, not when the log is read again.</summary>
    public async Task FollowAsync(long? upTo)
    {
        if (Position < 0 || Position >= upTo)
            return;
        await _turn.WaitAsync();
        try
        {
            if (Position >= upTo)
                return;
            await ReadOnAsync(CancellationToken.None);
            if (!_lost)
                return;
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
            if (acts.Count == 0)
                return;
            var last = acts[^1].Sequence;
            var touched = await touches.ReadAsync(db, acts, cancellationToken);
            if (touched is null)
                Volatile.Write(ref _floor, last);
            else
                await TouchAsync(db, touched, last, cancellationToken);
            // In this order: whoever sees the new position sees what it touched.
            Volatile.Write(ref _position, last);
            Interlocked.Increment(ref _stamp);
        } while (acts.Count == Batch);
    }

    private async Task TouchAsync(NewsDb db, HashSet<ulong> touched, long at, CancellationToken cancellationToken)
    {
        if (touched.Contains(PageTag.Stories.Value))
        {
            var sections = Worded(await Sections.ReadAsync(db, cancellationToken));
            if (sections != _sections)
                touched.Add(PageTag.Sections.Value);
            _sections = sections;
        }
        foreach (var tag in touched)
            _touched[tag] = at;
        if (_touched.Count > MostTags)
            Forget();
    }

    private static string Worded(IEnumerable<SectionLink> sections) => string.Join('\n', sections);

    private static async Task<string> ActAtAsync(NewsDb db, long position, CancellationToken cancellationToken)
    {
        var act = await db
            .Acts.AsNoTracking()
            .Where(act => act.Sequence == position)
            .Select(act => new
            {
                act.Kind,
                act.StoryId,
                act.SubjectId,
                act.AtUtc,
            })
            .FirstOrDefaultAsync(cancellationToken);
        return act is null
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{act.Kind} {act.StoryId} {act.SubjectId} {act.AtUtc.Ticks / TimeSpan.TicksPerMillisecond}"
            );
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
