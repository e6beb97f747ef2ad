using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Sourceline.PageCache;

/// <summary>
/// Pages on disk, with their forms, so that any page of the archive is sent without being made. All of it is derived: whatever is
/// damaged, too old or too much is thrown away and made again when it is asked for.
/// </summary>
/// <param name="folder">Its own; null keeps nothing.</param>
/// <param name="limit">Bytes of all files together.</param>
internal sealed partial class PageStore(string? folder, long limit, ILogger log) : IDisposable
{
    private readonly ConcurrentDictionary<ulong, PageSlot> _slots = new();
    private readonly SortedDictionary<int, PageSegment> _segments = [];
    private readonly Lock _writing = new();
    private FileStream? _lock;
    private bool _full;

    /// <summary>Pages that are there, whether or not they still hold.</summary>
    public int Count => _slots.Count;

    /// <summary>Bytes of all files.</summary>
    public long Length
    {
        get
        {
            lock (_writing)
                return _segments.Values.Sum(segment => segment.Length);
        }
    }

    public bool IsOpen { get; private set; }

    /// <summary>
    /// Whether pages that nobody asked for may come in. Short of the limit they stop: beyond it the oldest file goes, which has the newest stories where they
    /// were made first, and they would be made again and again.
    /// </summary>
    public bool HasRoom => IsOpen && !_full && Length < limit - Math.Min(PageSegment.Full, limit / 4);

    /// <summary>Where a page of an address may lie; only its head says whether it is the page.</summary>
    public PageSlot? Find(string key) => _slots.GetValueOrDefault(HashOf(key));

    /// <summary>Adds a page in the place of an older one. A disk that is full ends the keeping, not the serving.</summary>
    public void Put(Page page)
    {
        if (!IsOpen || _full)
            return;
        var record = PageRecord.Write(page);
        try
        {
            lock (_writing)
            {
                var segment = Current();
                var offset = segment.Append(record);
                var head = record.Length - page.Identity.Bytes.Length - (page.Gzip?.Bytes.Length ?? 0) - (page.Brotli?.Bytes.Length ?? 0);
                Place(HashOf(page.Key), PageSlot.Of(segment, offset, head, new PageHead(record.AsSpan(0, head))));
                StayWithinLimit();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _full = true;
            CannotWrite(log, e);
        }
    }

    /// <summary>Takes out a page that does not hold or is damaged, unless another has taken its place.</summary>
    public void Remove(string key, PageSlot slot)
    {
        if (_slots.TryRemove(KeyValuePair.Create(HashOf(key), slot)))
            Bury(slot);
    }

    /// <summary>Moves what is alive out of a file that is mostly dead. True where there was one. A disk that is full ends the keeping here as well.</summary>
    public bool Compact()
    {
        if (_full || Worst() is not { } segment)
            return false;
        try
        {
            Empty(segment);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _full = true;
            CannotWrite(log, e);
            return false;
        }
    }

    public void Dispose()
    {
        IsOpen = false;
        foreach (var segment in _segments.Values)
            segment.Dispose();
        _lock?.Dispose();
    }

    /// <summary>The same in every process. Two addresses with one hash take each other's place, and neither is taken for the other.</summary>
    internal static ulong HashOf(ReadOnlySpan<char> key) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(key));

    private void Empty(PageSegment segment)
    {
        foreach (var (hash, slot) in _slots.Where(slot => ReferenceEquals(slot.Value.Segment, segment)).ToList())
        {
            var record = new byte[slot.Length];
            if (!segment.TryRead(slot.Offset, record))
                continue;
            lock (_writing)
            {
                var to = Current();
                // Replaced meanwhile: what was moved is dead where it arrives.
                if (!_slots.TryUpdate(hash, slot.At(to, to.Append(record)), slot))
                    to.Dead += slot.Length;
            }
        }
        lock (_writing)
            Drop(segment);
    }

    private PageSegment Current()
    {
        if (_segments.Count > 0 && _segments.Last().Value is { Length: < PageSegment.Full } last)
            return last;
        var number = _segments.Count == 0 ? 1 : _segments.Last().Key + 1;
        return _segments[number] = new PageSegment(folder!, number);
    }

    private void Place(ulong hash, PageSlot slot)
    {
        if (_slots.TryGetValue(hash, out var old) && (old.Segment != slot.Segment || old.Offset != slot.Offset))
            Bury(old);
        _slots[hash] = slot;
    }

    private void Bury(PageSlot slot)
    {
        lock (_writing)
            slot.Segment.Dead += slot.Length;
    }

    private PageSegment? Worst()
    {
        lock (_writing)
            return _segments.Values.SkipLast(1).Where(segment => segment.Dead * 2 > segment.Length).MaxBy(segment => segment.Dead);
    }

    /// <summary>The oldest file goes first: what is still asked for is made again and lies in a new one.</summary>
    private void StayWithinLimit()
    {
        while (_segments.Count > 1 && _segments.Values.Sum(segment => segment.Length) > limit)
            Drop(_segments.First().Value);
    }

    private void Drop(PageSegment segment)
    {
        foreach (var slot in _slots.Where(slot => ReferenceEquals(slot.Value.Segment, segment)).ToList())
            _slots.TryRemove(slot);
        _segments.Remove(segment.Number);
        segment.Delete();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Pages cannot be written to disk any more; they are made when they are asked for.")]
    private static partial void CannotWrite(ILogger logger, Exception exception);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The folder of pages is in use by another server or cannot be written; this one keeps its pages in memory alone. {Reason}"
    )]
    private static partial void CannotOpen(ILogger logger, string reason);
}
