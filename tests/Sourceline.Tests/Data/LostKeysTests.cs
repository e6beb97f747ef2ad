using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Tests.Archive;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Data;

/// <summary>A key ring that is lost is noticed before a new one is made.</summary>
public sealed class LostKeysTests(SqliteNewsroom newsroom) : NewsroomTests(newsroom), IClassFixture<SqliteNewsroom>
{
    [Fact]
    public async Task Commands_WithoutTheKeyRing_MakeNoNewOne_AndCheckCountsWhatIsLost()
    {
        using var folder = new TestFolder();
        var keys = Path.Combine(Newsroom.DataFolder, "keys");
        await using (var db = Newsroom.OpenDb())
        {
            var story = await SampleStory.AddAsync(Newsroom, StoryState.Published);
            for (var n = 0; n < 3; n++)
            {
                db.Replies.Add(
                    new Reply
                    {
                        StoryId = story.Id,
                        Name = "Ida",
                        Body = $"Reply {n}.",
                        WrittenUtc = DateTime.UnixEpoch,
                        ProtectedEmail = Newsroom.Services.GetRequiredService<EmailCipher>().Protect($"ida{n}@mail.example"),
                    }
                );
            }
            await db.SaveChangesAsync(Cancel);
        }
        Assert.Contains("ok     e-mail addresses: 3 addresses", (await Verbs.RunAsync(Newsroom, "check")).Output, StringComparison.Ordinal);
        Directory.Move(keys, folder.At("aside"));

        var check = await Verbs.RunAsync(Newsroom, "check");
        Assert.Equal(1, check.Code);
        Assert.Contains("3 of 3 readers' e-mail addresses cannot be decrypted", check.Output, StringComparison.Ordinal);
        Assert.Contains($"Put the key files back into {keys}.", check.Output, StringComparison.Ordinal);
        var file = folder.Write("one.jsonl", """{"uri":"urn:one","headline":"One","body_text":"The pier is shut."}""");
        foreach (
            var words in (string[][])
                [
                    ["serve", "--urls", "http://127.0.0.1:0"],
                    ["import", file],
                ]
        )
        {
            var run = await Verbs.RunAsync(Newsroom, words);
            Assert.Equal(1, run.Code);
            Assert.Contains("The key ring is missing.", run.Errors, StringComparison.Ordinal);
            Assert.Contains("--new-keys", run.Errors, StringComparison.Ordinal);
        }
        Assert.False(Directory.Exists(keys) && Directory.EnumerateFiles(keys).Any());
        Assert.Equal(0, (await Verbs.RunAsync(Newsroom, "import", file, "--new-keys")).Code);

        // A key ring that has other keys is not the one that is missed.
        Directory.CreateDirectory(keys);
        foreach (var key in Directory.EnumerateFiles(folder.At("aside")))
            await File.WriteAllTextAsync(
                Path.Combine(keys, $"key-{Guid.NewGuid()}.xml"),
                Renamed(await File.ReadAllTextAsync(key, Cancel)),
                Cancel
            );
        Assert.Contains(
            "3 of 3 readers' e-mail addresses cannot be decrypted",
            (await Verbs.RunAsync(Newsroom, "check")).Output,
            StringComparison.Ordinal
        );
        Directory.Delete(keys, recursive: true);
        Directory.Move(folder.At("aside"), keys);
        Assert.Contains("ok     e-mail addresses: 3 addresses", (await Verbs.RunAsync(Newsroom, "check")).Output, StringComparison.Ordinal);
    }

    private static string Renamed(string key) =>
        System.Text.RegularExpressions.Regex.Replace(key, "id=\"[^\"]+\"", $"id=\"{Guid.NewGuid()}\"");
}
