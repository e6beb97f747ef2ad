using Lucene.Net.Search;

namespace Sourceline.Search.Index;

/// <summary>The index that this program searches; replaced as a whole when another was built.</summary>
internal sealed class SearchIndex : IDisposable
{
    private readonly ReaderWriterLockSlim _lock = new();
    private IndexView? _open;

    /// <summary>Whether it has all stories; while it is being built, or another program keeps it, it has some.</summary>
    public bool IsWhole => _open is { IsCurrent: true, Mark: not null };

    /// <summary>Null while there is none.</summary>
    public IndexView? Open => _open;

    /// <summary>The one that this program keeps in step; null where there is none, or another program keeps it.</summary>
    public OpenIndex? Own => _open as OpenIndex;

    /// <summary>The last act that searches know of; 0 while there is no index.</summary>
    public long Sequence => _open?.Mark?.Sequence ?? 0;

    /// <summary>Takes an index into use and closes the one before, which is no longer used whether or not it can be closed.</summary>
    public void Use(IndexView? index)
    {
        _lock.EnterWriteLock();
        try
        {
            var before = _open;
            _open = index;
            before?.Dispose();
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    /// <summary>Runs a search; false where there is no index yet.</summary>
    public bool TrySearch<T>(Func<IndexSearcher, T> work, out T result)
    {
        _lock.EnterReadLock();
        try
        {
            result = default!;
            if (_open is not { } open)
                return false;
            result = open.Search(work);
            return true;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Dispose()
    {
        Use(null);
        _lock.Dispose();
    }
}
