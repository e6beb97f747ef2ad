using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Sourceline.Search.Index;

/// <summary>An index as searches see it.</summary>
internal abstract class IndexView(string folder) : IDisposable
{
    private SearcherManager _searchers = null!;

    public string Folder => folder;

    /// <summary>How far the log is in it; null until it has been built to its end.</summary>
    public IndexMark? Mark { get; protected set; }

    /// <summary>Whether it follows the log at once, so that what is not found is not there.</summary>
    public abstract bool IsCurrent { get; }

    /// <summary>Lets searches see what has come to it.</summary>
    public virtual void Refresh() => _searchers.MaybeRefreshBlocking();

    /// <summary>Runs a search on the newest state that <see cref="Refresh"/> has shown.</summary>
    public T Search<T>(Func<IndexSearcher, T> work)
    {
        var searcher = _searchers.Acquire();
        try
        {
            return work(searcher);
        }
        finally
        {
            _searchers.Release(searcher);
        }
    }

    public virtual void Dispose() => _searchers.Dispose();

    /// <summary>Says where the searchers come from; once, by whoever opens.</summary>
    protected void SearchBy(Func<SearcherFactory, SearcherManager> searchers) => _searchers = searchers(new Searchers());

    private sealed class Searchers : SearcherFactory
    {
        /// <summary>Whoever refreshes waits for what is new to be warm; nobody who searches does.</summary>
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            StoryColumns.Warm(reader);
            return new IndexSearcher(reader) { Similarity = new BM25Similarity() };
        }
    }
}
