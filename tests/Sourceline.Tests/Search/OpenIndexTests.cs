using Lucene.Net.Store;
using Sourceline.Search.Index;
using Sourceline.Tests.Archive;
using Directory = System.IO.Directory;

namespace Sourceline.Tests.Search;

/// <summary>Two programs that wrote one index would delete each other's segments.</summary>
public sealed class OpenIndexTests
{
    [Fact]
    public void Open_HeldByAnother_IsRefusedHoweverOftenItIsTried()
    {
        using var folder = new TestFolder();
        using (OpenIndex.Open(folder.Path))
        {
            for (var i = 0; i < 3; i++) Assert.Throws<LockObtainFailedException>(() => { OpenIndex.Open(folder.Path); });
        }
        using var again = OpenIndex.Open(folder.Path);
        Assert.Equal(folder.Path, again.Folder);
    }

    /// <summary>What is in memory when a disk is full is lost, so a mark that says more than was committed would hide stories for good.</summary>
    [Fact]
    public void Dispose_AfterWritingFailed_LeavesWhatWasCommitted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets nobody move what is open.");
        using var folder = new TestFolder();
        var aside = folder.Path + ".aside";
        using (var index = OpenIndex.Open(folder.Path))
        {
            index.Put(Story(1));
            index.MarkAt(new IndexMark(1, "1", ""));
            index.Commit();
            index.Put(Story(2));
            index.MarkAt(new IndexMark(2, "2", ""));
            Directory.Move(folder.Path, aside);
            Assert.ThrowsAny<IOException>(index.Refresh);
            Directory.Move(aside, folder.Path);
        }
        using var again = OpenIndex.Open(folder.Path);
        Assert.Equal(1, again.Mark!.Sequence);
        Assert.Equal(1, again.Search(searcher => searcher.IndexReader.NumDocs));
    }

    [Fact]
    public void Use_AnotherThanOneThatCannotBeClosed_UsesTheOther()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets nobody delete what is open.");
        using var folder = new TestFolder();
        using var search = new SearchIndex();
        var index = OpenIndex.Open(folder.Path);
        search.Use(index);
        index.Put(Story(1));
        Directory.Delete(folder.Path, recursive: true);
        Assert.ThrowsAny<IOException>(() => search.Use(null));
        Assert.Null(search.Open);
        Directory.CreateDirectory(folder.Path);
    }

    private static IndexedStory Story(long id) => new(id, id, DateTime.UnixEpoch, 1970, 1, "en", "A ferry", "A ferry sails.", []);
}
