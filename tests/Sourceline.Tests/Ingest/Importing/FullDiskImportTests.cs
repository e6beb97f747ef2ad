using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Tests.Archive;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Ingest.Importing;

/// <summary>An import that finds no room stops at once and goes on when it is run again.</summary>
public sealed class FullDiskImportTests(SqliteNewsroom newsroom) : NewsroomTests(newsroom), IClassFixture<SqliteNewsroom>
{
    private const int Items = 1000;

    /// <summary>A limit on the size of files stands in for the disk: what is beyond it is not written.</summary>
    [Fact]
    public async Task Import_OnAFullDisk_StopsAtOnceAndContinuesLater()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash to limit the size of files.");
        using var folder = new TestFolder();
        var file = folder.Write("many.jsonl", string.Join('\n', Enumerable.Range(1, Items).Select(Item)));
        var full = await Verbs.RunUnderAsync(
            Newsroom,
            Limited,
            "import",
            file,
            "--publish",
            "--no-media",
            "--report",
            folder.At("report.jsonl")
        );
        Assert.True(full.Code == 1, full.Errors + full.Output);
        Assert.Contains("The disk that holds the data folder", full.Errors, StringComparison.Ordinal);
        Assert.Contains("Run the same command again to continue.", full.Errors, StringComparison.Ordinal);
        Assert.Contains("\"failed\":0", await File.ReadAllTextAsync(folder.At("report.jsonl"), Cancel), StringComparison.Ordinal);
        await using var db = Newsroom.OpenDb();
        Assert.InRange(await db.Stories.CountAsync(Cancel), 0, Items - 1);

        var again = await Verbs.RunAsync(Newsroom, "import", file, "--publish", "--no-media");
        Assert.True(again.Code == 0, again.Errors + again.Output);
        Assert.Equal(Items, await db.Stories.CountAsync(Cancel));
    }

    /// <summary>4 MB a file, in units of 1024 bytes. Without the trap the system would end the program.</summary>
    private static readonly string[] Limited =
    [
        "env",
        "DOTNET_EnableWriteXorExecute=0",
        "/bin/bash",
        "-c",
        "trap '' XFSZ; ulimit -f 4096; exec \"$@\"",
        "limited",
    ];

    private static string Item(int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"uri":"urn:full:{{number}}","headline":"Ferry {{number}} is late","body_text":"Ferry {{number}} is late, the harbour office said on Friday. {{string.Join(' ', Enumerable.Range(number * 100, 300))}}"}"""
        );
}
