using System.Collections.Concurrent;

namespace Sourceline.PageCache;

/// <summary>
/// Pages in memory, within a bound. A page comes in over the one whose turn it is to go (second chance) only where it is asked for more
/// often: random reading of a large archive does not wash out what everybody reads.
/// </summary>
/// <param name="limit">Bytes; 0 keeps nothing.</param>
internal sealed class PageMemory(long limit)
{
    private readonly ConcurrentDictionary<string, LinkedListNode<Page>> _pages = new(StringComparer.Ordinal);

    /// <summary>The pages in the order of their turns; a page that goes leaves at once, or it would stay in memory until its turn came.</summary>
    private readonly LinkedList<Page> _turns = new();
    private readonly Lock _lock = new();
    private long _size;

    /// <summary>What the pages take, in bytes, about.</summary>
    public long Size => Volatile.Read(ref _size);

    public int Count => _pages.Count;

    public Page? Find(string key)
    {
        if (!_pages.TryGetValue(key, out var held))
            return null;
        var page = held.Value;
        if (page.Hits < byte.MaxValue)
            page.Hits++;
        return page;
    }

    public void Remove(Page page)
    {
        lock (_lock)
        {
            if (_pages.TryGetValue(page.Key, out var held) && ReferenceEquals(held.Value, page))
                Drop(held);
        }
    }

    /// <summary>Takes a page in, in the place of an older one of its address. False where there is no room that it has earned.</summary>
    public bool Keep(Page page)
    {
        var size = page.Size;
        // A page that would push out everything else is not worth it.
        if (size > limit / 8)
            return false;
        lock (_lock)
        {
            if (_pages.TryGetValue(page.Key, out var old))
            {
                if (old.Value.MadeAt > page.MadeAt)
                    return true;
                page.Hits = Math.Max(page.Hits, old.Value.Hits);
                Drop(old);
            }
            if (!MakeRoom(size, page.Hits))
                return false;
            _pages[page.Key] = _turns.AddLast(page);
            _size += size;
            return true;
        }
    }

    /// <summary>Whether a page of this size that was asked for so often may come in; if so there is room for it.</summary>
    public bool Admits(long size, byte hits)
    {
        if (size > limit / 8)
            return false;
        lock (_lock)
            return MakeRoom(size, hits);
    }

    private bool MakeRoom(long size, byte hits)
    {
        while (_size + size > limit)
        {
            var next = _turns.First!;
            if (next.Value.Hits >= hits && next.Value.Hits > 0)
            {
                next.Value.Hits /= 2;
                _turns.Remove(next);
                _turns.AddLast(next);
                return false;
            }
            Drop(next);
        }
        return true;
    }

    private void Drop(LinkedListNode<Page> held)
    {
        _pages.TryRemove(KeyValuePair.Create(held.Value.Key, held));
        _turns.Remove(held);
        _size -= held.Value.Size;
    }
}
