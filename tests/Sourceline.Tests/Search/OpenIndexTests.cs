using Lucene.Net.Store;
using Sourceline.Search.Index;
using Sourceline.Tests.Archive;

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
}
