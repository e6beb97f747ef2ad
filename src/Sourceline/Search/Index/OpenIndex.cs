using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Sourceline.Search.Index;

/// <summary>One index, open for writing and searching. Only one program can have it so.</summary>
internal sealed class OpenIndex : IDisposable
{
    private const double BufferMegabytes = 48;

    private readonly FileStream _held;
    private readonly FSDirectory _directory;
    private readonly IndexWriter _writer;
    private readonly SearcherManager _searchers;

    private OpenIndex(string folder, FileStream held, FSDirectory directory, IndexWriter writer)
    {
        (Folder, _held, _directory, _writer) = (folder, held, directory, writer);
        Mark = IndexMark.Read(writer.CommitData);
        _searchers = new SearcherManager(writer, applyAllDeletes: true, new Searchers());
    }

    public string Folder { get; }

    /// <summary>How far it has followed; null until it has been built to its end.</summary>
    public IndexMark? Mark { get; private set; }

    /// <summary>Opens an index, or begins one in an empty folder.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="searched">Whether anybody will search it: then its files are mapped into memory, else read as merges need them, since mapped files
    /// count as the program's memory and grow with the archive.</param>
    /// <exception cref="LockObtainFailedException">Another program has it open.</exception>
    public static OpenIndex Open(string folder, bool searched = true)
    {
        var held = Hold(folder);
        var directory = searched ? FSDirectory.Open(folder) : new NIOFSDirectory(folder);
        try
        {
            var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new FieldAnalyzer())
            {
                OpenMode = OpenMode.CREATE_OR_APPEND,
                RAMBufferSizeMB = BufferMegabytes,
                Similarity = new BM25Similarity(),
                WriteLockTimeout = 0,
                MergedSegmentWarmer = searched ? new Warmer() : null,
            };
            return new OpenIndex(folder, held, directory, new IndexWriter(directory, config));
        }
        catch
        {
            directory.Dispose();
            held.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Takes the folder for this program. Lucene's own lock does not keep another process out on Linux (4.8.0-beta00017), so that two programs
    /// wrote one index and deleted each other's segments. This file is never deleted, for a lock is of a file, not of its name.
    /// </summary>
    private static FileStream Hold(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "held"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new LockObtainFailedException($"Another program has the search index in {folder} open.", e);
        }
    }

    /// <summary>Puts a story in as it is now.</summary>
    public void Put(IndexedStory story) => _writer.UpdateDocuments(StoryBlock.Key(story.Id), StoryBlock.Of(story));

    /// <summary>Takes a story out.</summary>
    public void Remove(long storyId) => _writer.DeleteDocuments(StoryBlock.Key(storyId));

    /// <summary>Takes everything out; what an interrupted building left may be out of date.</summary>
    public void Clear() => _writer.DeleteAll();

    /// <summary>Lets searches see what was put in.</summary>
    public void Refresh() => _searchers.MaybeRefreshBlocking();

    /// <summary>Says how far the log is in it; kept with the next commit.</summary>
    public void MarkAt(IndexMark mark)
    {
        Mark = mark;
        _writer.SetCommitData(mark.Write());
    }

    /// <summary>Makes it last.</summary>
    public void Commit() => _writer.Commit();

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

    public void Dispose()
    {
        _searchers.Dispose();
        try
        {
            _writer.Dispose();
        }
        finally
        {
            _directory.Dispose();
            _held.Dispose();
        }
    }

    private sealed class Searchers : SearcherFactory
    {
        /// <summary>Whoever refreshes waits for what is new to be warm; nobody who searches does.</summary>
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            StoryColumns.Warm(reader);
            return new IndexSearcher(reader) { Similarity = new BM25Similarity() };
        }
    }

    /// <summary>A merged segment is warm before it is used.</summary>
    private sealed class Warmer : IndexWriter.IndexReaderWarmer
    {
        public override void Warm(AtomicReader reader) => StoryColumns.Of(reader);
    }
}
