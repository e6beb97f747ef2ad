using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Sourceline.Search.Index;

/// <summary>One index, open for writing and searching. Only one program can have it so.</summary>
internal sealed class OpenIndex : IndexView
{
    private const double BufferMegabytes = 48;

    private readonly FileStream _held;
    private readonly FSDirectory _directory;
    private readonly IndexWriter _writer;

    private OpenIndex(string folder, FileStream held, FSDirectory directory, IndexWriter writer)
        : base(folder)
    {
        (_held, _directory, _writer) = (held, directory, writer);
        Mark = IndexMark.Read(writer.CommitData);
        SearchBy(searchers => new SearcherManager(writer, applyAllDeletes: true, searchers));
    }

    public override bool IsCurrent => !IsSpoiled;

    /// <summary>
    /// Whether writing failed, as on a full disk: stories that were taken in may then be lost, though the mark says that they are there. It is closed as it
    /// was when last committed, and what came after is taken in again.
    /// </summary>
    public bool IsSpoiled { get; private set; }

    /// <summary>Whether a server waits for it; a verb that keeps it meanwhile gives it up, so that searches find every act at once.</summary>
    public bool IsAskedFor => File.Exists(Asked(Folder));

    /// <summary>Opens an index, or begins one in an empty folder.</summary>
    /// <param name="folder">Where it lies.</param>
    /// <param name="searched">Whether anybody will search it: then its files are mapped into memory, else read as merges need them, since mapped files
    /// count as the program's memory and grow with the archive.</param>
    /// <exception cref="LockObtainFailedException">Another program has it open.</exception>
    public static OpenIndex Open(string folder, bool searched = true)
    {
        var held = Hold(folder);
        var directory = searched
            ? FSDirectory.Open(folder, NoLockFactory.GetNoLockFactory())
            : new NIOFSDirectory(folder, NoLockFactory.GetNoLockFactory());
        try
        {
            // Whoever still waits asks again.
            File.Delete(Asked(folder));
            var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new FieldAnalyzer())
            {
                OpenMode = OpenMode.CREATE_OR_APPEND,
                RAMBufferSizeMB = BufferMegabytes,
                Similarity = new BM25Similarity(),
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

    /// <summary>Asks the program that has it open to give it up.</summary>
    public static void AskFor(string folder)
    {
        using var asked = new FileStream(Asked(folder), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
    }

    private static string Asked(string folder) => Path.Combine(folder, "asked");

    /// <summary>
    /// Takes the folder for this program. Lucene's own lock does not keep another process out on Linux (4.8.0-beta00017), so that two programs
    /// wrote one index and deleted each other's segments; and it is of a folder's name, so that one which could not be closed because it was deleted
    /// kept any later folder of that name from being opened. This file is never deleted, for a lock is of a file, not of its name.
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
    public void Put(IndexedStory story) => Write(() => _writer.UpdateDocuments(StoryBlock.Key(story.Id), StoryBlock.Of(story)));

    /// <summary>Takes a story out.</summary>
    public void Remove(long storyId) => Write(() => _writer.DeleteDocuments(StoryBlock.Key(storyId)));

    /// <summary>Takes everything out; what an interrupted building left may be out of date.</summary>
    public void Clear() => Write(_writer.DeleteAll);

    public override void Refresh() => Write(base.Refresh);

    /// <summary>Says how far the log is in it; kept with the next commit.</summary>
    public void MarkAt(IndexMark mark)
    {
        Mark = mark;
        _writer.SetCommitData(mark.Write());
    }

    /// <summary>Makes it last.</summary>
    public void Commit() => Write(_writer.Commit);

    /// <summary>Commits and closes; where that cannot be done, as where the folder is deleted, it is closed as it was when last committed.</summary>
    public override void Dispose()
    {
        try
        {
            base.Dispose();
            Close();
        }
        finally
        {
            _directory.Dispose();
            _held.Dispose();
        }
    }

    private void Close()
    {
        try
        {
            if (!IsSpoiled)
                Write(_writer.Dispose);
        }
        catch (IOException)
        {
            // What is lost is taken in again by whoever opens it next.
        }
        try
        {
            if (IsSpoiled)
                _writer.Rollback();
        }
        catch (IOException)
        {
            // There is nothing left to go back to.
        }
    }

    private void Write(Action work)
    {
        try
        {
            work();
        }
        catch
        {
            IsSpoiled = true;
            throw;
        }
    }

    /// <summary>A merged segment is warm before it is used.</summary>
    private sealed class Warmer : IndexWriter.IndexReaderWarmer
    {
        public override void Warm(AtomicReader reader) => StoryColumns.Of(reader);
    }
}
