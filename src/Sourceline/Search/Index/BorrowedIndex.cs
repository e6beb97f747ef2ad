using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;

namespace Sourceline.Search.Index;

/// <summary>An index that another program keeps, as an import does until it has given it up: searched as that program last committed it.</summary>
internal sealed class BorrowedIndex : IndexView
{
    private readonly FSDirectory _directory;

    private BorrowedIndex(string folder, FSDirectory directory)
        : base(folder)
    {
        _directory = directory;
        SearchBy(searchers => new SearcherManager(directory, searchers));
    }

    public override bool IsCurrent => false;

    /// <exception cref="IndexNotFoundException">It was never committed.</exception>
    public static BorrowedIndex Open(string folder)
    {
        var directory = FSDirectory.Open(folder);
        BorrowedIndex? index = null;
        try
        {
            index = new BorrowedIndex(folder, directory);
            index.ReadMark();
            return index;
        }
        catch
        {
            index?.Dispose();
            directory.Dispose();
            throw;
        }
    }

    public override void Refresh()
    {
        base.Refresh();
        ReadMark();
    }

    public override void Dispose()
    {
        base.Dispose();
        _directory.Dispose();
    }

    private void ReadMark() => Mark = Search(searcher => IndexMark.Read(((DirectoryReader)searcher.IndexReader).IndexCommit.UserData));
}
