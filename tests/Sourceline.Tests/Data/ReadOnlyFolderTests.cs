using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data.Model;
using Sourceline.Stories.Publishing;
using Sourceline.Tests.Archive;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Data;

/// <summary>In a data folder that cannot be written, commands that read work, and those that write say what is wrong.</summary>
public sealed class ReadOnlyFolderTests(SqliteNewsroom newsroom) : NewsroomTests(newsroom), IClassFixture<SqliteNewsroom>
{
    [Fact]
    public async Task Commands_InAReadOnlyFolder_ReadOrSayWhatIsWrong()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It is about permissions of Unix.");
        Assert.SkipWhen(
            Environment.IsPrivilegedProcess && !File.Exists("/usr/bin/setpriv"),
            "Root may write everywhere, and setpriv is not here to become somebody else."
        );
        using var folder = new TestFolder();
        var (story, data) = (await SampleStory.AddAsync(Newsroom, StoryState.Draft), folder.At("data"));
        await Newsroom.Services.GetRequiredService<StoryActs>().DoAsync(story.Id, new ActOrder(ActKind.Publish, "Ada"), Cancel);
        Directory.CreateDirectory(data);
        await using (var db = Newsroom.OpenDb())
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(
                db.Database,
                $"VACUUM INTO {Path.Combine(data, "sourceline.db")}",
                Cancel
            );
        await WriteAheadAsync(Path.Combine(data, "sourceline.db"));
        var file = folder.Write("one.jsonl", """{"uri":"urn:one","headline":"One","body_text":"The pier is shut."}""");
        File.SetUnixFileMode(
            data,
            UnixFileMode.UserRead
                | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead
                | UnixFileMode.GroupExecute
                | UnixFileMode.OtherRead
                | UnixFileMode.OtherExecute
        );
        File.SetUnixFileMode(
            folder.Path,
            UnixFileMode.UserRead
                | UnixFileMode.UserWrite
                | UnixFileMode.UserExecute
                | UnixFileMode.OtherRead
                | UnixFileMode.OtherWrite
                | UnixFileMode.OtherExecute
        );
        try
        {
            var exported = await RunAsync("export", folder.At("out.jsonl"), "--data", data);
            Assert.True(exported.Code == 0, exported.Errors);
            Assert.Contains(
                "Harbour to close for a week",
                await File.ReadAllTextAsync(folder.At("out.jsonl"), Cancel),
                StringComparison.Ordinal
            );
            var leans = await RunAsync("leans", "Harbour Gazette", "--data", data);
            Assert.True(leans.Code == 0, leans.Errors);
            Assert.Contains("Harbour to close for a week", leans.Output, StringComparison.Ordinal);
            var check = await RunAsync("check", "--data", data);
            Assert.True(check.Output.Contains("ok     database", StringComparison.Ordinal), check.Output + check.Errors);
            var backup = await RunAsync("backup", folder.At("newsroom.backup"), "--data", data);
            Assert.True(backup.Code == 0, backup.Errors);
            foreach (
                var words in (string[][])
                    [
                        ["act", $"{story.Number}", "withhold", "--reason", "Why."],
                        ["import", file],
                        ["serve", "--urls", "http://127.0.0.1:0"],
                        ["rebuild", "pages"],
                        ["user", "add", "Ida", "--email", "ida@courier.example", "--generate"],
                    ]
            )
            {
                var run = await RunAsync([.. words, "--data", data]);
                Assert.True(run.Code == 1, $"{words[0]}: {run.Code} {run.Output}{run.Errors}");
                Assert.Contains("read-only for this user", run.Errors, StringComparison.Ordinal);
                Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
            }
        }
        finally
        {
            File.SetUnixFileMode(data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>As the program leaves it, so that SQLite wants to make files beside it.</summary>
    private static async Task WriteAheadAsync(string path)
    {
        await using var db = new SqliteConnection($"Data Source={path};Pooling=False");
        await db.OpenAsync(Cancel);
        await using var command = db.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>As somebody who may not write there; root may.</summary>
    private Task<VerbRun> RunAsync(params string[] words) =>
        Verbs.RunUnderAsync(
            Newsroom,
            Environment.IsPrivilegedProcess
                ? ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/tmp"]
                : [],
            words
        );
}
