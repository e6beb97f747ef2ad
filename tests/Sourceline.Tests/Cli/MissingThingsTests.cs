using Sourceline.Tests.Archive;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Cli;

/// <summary>Commands that name something that does not exist: the reason comes first, and nothing is written.</summary>
public sealed class MissingThingsTests(SqliteNewsroom newsroom) : NewsroomTests(newsroom), IClassFixture<SqliteNewsroom>
{
    [Fact]
    public async Task Import_PathThatDoesNotExist_GivesTheReasonAndNoCounts()
    {
        using var folder = new TestFolder();
        var run = await Verbs.RunAsync(Newsroom, "import", folder.At("missing.xml"));
        Assert.Equal(3, run.Code);
        Assert.StartsWith("not read: ", run.Output, StringComparison.Ordinal);
        Assert.Contains(folder.At("missing.xml"), run.Output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was imported.\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("0 read", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_CategoryThatDoesNotExist_WritesNothing()
    {
        using var folder = new TestFolder();
        var run = await Verbs.RunAsync(Newsroom, "export", folder.At("out.jsonl"), "--category", "Nowhere");
        Assert.Equal((1, "There is no category 'Nowhere'. Nothing was written.\n"), (run.Code, run.Errors));
        Assert.False(File.Exists(folder.At("out.jsonl")));
    }

    [Theory]
    [InlineData(1, "There is no story 999.", "act", "999", "publish")]
    [InlineData(1, "There is no source with the name 'Nobody'.", "leans", "Nobody")]
    [InlineData(1, "There is no file /missing.backup.", "restore", "/missing.backup")]
    [InlineData(1, "There is no file /missing/dev.gold.jsonl or /missing/dev.gold.jsonl.gz.", "attribution", "evaluate", "/missing")]
    [InlineData(2, "--model: Could not find file '/missing.model'.", "attribute", "--model", "/missing.model")]
    public async Task Command_NamesSomethingThatDoesNotExist_SaysSoFirst(int code, string words, params string[] command)
    {
        var run = await Verbs.RunAsync(Newsroom, command);
        Assert.Equal((code, words), (run.Code, run.Errors.Split('\n')[0]));
        Assert.Empty(run.Output);
    }
}
