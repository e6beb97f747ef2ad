using Lucene.Net.Store;
using Microsoft.Extensions.Options;
using Sourceline.Search.Index;
using Sourceline.Settings;
using Sourceline.Tests.Archive;
using Directory = System.IO.Directory;

namespace Sourceline.Tests.Search;

/// <summary>Two programs that wrote one index would delete each other's segments.</summary>
public sealed class OpenIndexTests
{
    private static readonly IndexRules Rules = IndexRules.Of(new SourcelineOptions());

    [Fact]
    public void Open_HeldByAnother_IsRefusedHoweverOftenItIsTried()
    {
        using var folder = new TestFolder();
        using (OpenIndex.Open(folder.Path))
        {
            for (var i = 0; i < 3; i++)
                Assert.Throws<LockObtainFailedException>(() =>
                {
                    OpenIndex.Open(folder.Path);
                });
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
            index.MarkAt(new IndexMark(1, "1", Rules));
            index.Commit();
            index.Put(Story(2));
            index.MarkAt(new IndexMark(2, "2", Rules));
            Directory.Move(folder.Path, aside);
            Assert.ThrowsAny<IOException>(index.Refresh);
            Directory.Move(aside, folder.Path);
        }
        using var again = OpenIndex.Open(folder.Path);
        Assert.Equal(1, again.Mark!.Sequence);
        Assert.Equal(1, again.Search(searcher => searcher.IndexReader.NumDocs));
    }

    [Fact]
    public void Open_WhereOneWasDeletedWhileOpen_Opens()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets nobody delete what is open.");
        using var folder = new TestFolder();
        var deleted = OpenIndex.Open(folder.Path);
        deleted.Put(Story(1));
        Directory.Delete(folder.Path, recursive: true);
        deleted.Dispose();
        Directory.CreateDirectory(folder.Path);
        using var index = OpenIndex.Open(folder.Path);
        index.Put(Story(2));
        index.Commit();
        index.Refresh();
        Assert.Equal(1, index.Search(searcher => searcher.IndexReader.NumDocs));
    }

    [Fact]
    public void Use_AnotherThanOneThatWasDeleted_UsesTheOther()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets nobody delete what is open.");
        using var folder = new TestFolder();
        using var other = new TestFolder();
        using var search = new SearchIndex();
        var index = OpenIndex.Open(folder.Path);
        search.Use(index);
        index.Put(Story(1));
        Directory.Delete(folder.Path, recursive: true);
        search.Use(OpenIndex.Open(other.Path));
        Assert.Equal(other.Path, search.Open?.Folder);
        Directory.CreateDirectory(folder.Path);
    }

    [Fact]
    public void Next_AfterAllWereDeleted_HasANameThatNoneHad()
    {
        using var folder = new TestFolder();
        var names = new HashSet<string>();
        for (var i = 0; i < 3; i++)
        {
            var next = new IndexFolder(Options.Create(new SourcelineOptions { DataFolder = folder.Path })).Next();
            Assert.True(names.Add(next));
            Directory.Delete(next);
            // Numbers are of milliseconds.
            Thread.Sleep(2);
        }
    }

    private static IndexedStory Story(long id) => new(id, id, DateTime.UnixEpoch, 1970, 1, "en", "A ferry", "A ferry sails.", []);
}
