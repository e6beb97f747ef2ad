using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Archive.Importing;

public sealed class KilledImportOnSqliteTests(SqliteNewsroom newsroom) : KilledImportTests(newsroom), IClassFixture<SqliteNewsroom>;

public sealed class KilledImportOnPostgresTests(PostgresNewsroom newsroom) : KilledImportTests(newsroom), IClassFixture<PostgresNewsroom>;

/// <summary>The import runs as a process of its own and is killed without warning, again and again.</summary>
public abstract partial class KilledImportTests(TestNewsroom newsroom) : NewsroomTests(newsroom)
{
    private const int Items = 5000;
    private const int Kills = 4;

    [Fact]
    public async Task Import_KilledAtAnyMoment_LosesNothingAndDoublesNothing()
    {
        using var folder = new TestFolder();
        var file = folder.Write("many.jsonl", string.Concat(Enumerable.Range(1, Items).Select(id => Samples.Ninjs("killed.example", id, number: id) + "\n")));
        var seen = 0L;
        for (var round = 0; round < Kills; round++)
        {
            seen = Math.Max(seen, await RunAsync(file, killAfter: TimeSpan.FromMilliseconds(1500 + (Random.Shared.Next(2500) * (round + 1)))));
            Assert.InRange(await StoredAsync(), seen, Items);
        }

        await RunAsync(file, killAfter: null);

        Assert.Equal(Items, await StoredAsync());
        await using var db = Newsroom.OpenDb();
        Assert.Equal(Items, await db.Stories.Select(s => s.Number).Distinct().CountAsync(Cancel));
        Assert.Equal(Items, await db.Versions.CountAsync(Cancel));
        Assert.Equal(Items, await db.Acts.CountAsync(Cancel));
        Assert.Equal(Items, await db.WireItems.CountAsync(Cancel));
        Assert.Equal(Items, await db.Acts.MaxAsync(a => a.Sequence, Cancel));
    }

    private async Task<int> StoredAsync()
    {
        await using var db = Newsroom.OpenDb();
        return await db.Stories.CountAsync(Cancel);
    }

    /// <summary>How many items the process said it had stored before it was killed, or all when it ended by itself.</summary>
    private async Task<long> RunAsync(string file, TimeSpan? killAfter)
    {
        using var process = Process.Start(StartInfo(file))!;
        var progress = process.StandardError.ReadToEndAsync(Cancel);
        var report = process.StandardOutput.ReadToEndAsync(Cancel);
        if (killAfter is { } patience)
        {
            await Task.WhenAny(process.WaitForExitAsync(Cancel), Task.Delay(patience, Cancel));
            process.Kill();
        }
        await process.WaitForExitAsync(Cancel);
        var lines = await progress;
        if (killAfter is null) Assert.True(process.ExitCode == 0, lines + await report);
        return Counted().Matches(lines) is [.., var last] ? long.Parse(last.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0;
    }

    private ProcessStartInfo StartInfo(string file)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "sourceline.dll");
        var start = new ProcessStartInfo("dotnet", [program, "import", file, "--publish"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (key, value) in Newsroom.Settings())
            if (value is not null) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    [GeneratedRegex("^([0-9,]+) items", RegexOptions.Multiline)]
    private static partial Regex Counted();
}
