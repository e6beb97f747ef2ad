using System.Diagnostics;
using System.Globalization;
using System.Text;
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
        var (said, cutShort) = (0L, 0);
        for (var round = 0; round < Kills; round++)
        {
            // The first is killed as soon as it says that something is stored, the others at some moment after that.
            said = Math.Max(said, await RunAsync(file, killAfter: TimeSpan.FromMilliseconds(Random.Shared.Next(1500) * round)));
            var stored = await StoredAsync();
            Assert.InRange(stored, said, Items);
            if (stored is > 0 and < Items) cutShort++;
        }
        Assert.True(cutShort > 0, "Every import was over before it was killed.");

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

    /// <summary>How many items the process said it had stored before it was killed.</summary>
    /// <param name="file">What to import.</param>
    /// <param name="killAfter">How long after it first said so; null lets it end by itself.</param>
    private async Task<long> RunAsync(string file, TimeSpan? killAfter)
    {
        using var process = Process.Start(StartInfo(file))!;
        var report = process.StandardOutput.ReadToEndAsync(Cancel);
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var counting = CountAsync(process.StandardError, first);
        if (killAfter is { } wait)
        {
            await Task.WhenAny(process.WaitForExitAsync(Cancel), first.Task);
            await Task.WhenAny(process.WaitForExitAsync(Cancel), Task.Delay(wait, Cancel));
            process.Kill();
        }
        await process.WaitForExitAsync(Cancel);
        var (said, errors) = await counting;
        if (killAfter is null) Assert.True(process.ExitCode == 0, errors + await report);
        return said;
    }

    /// <summary>The last count on standard error, and all that stood there.</summary>
    private static async Task<(long Said, string Lines)> CountAsync(StreamReader errors, TaskCompletionSource first)
    {
        var (said, lines) = (0L, new StringBuilder());
        while (await errors.ReadLineAsync(Cancel) is { } line)
        {
            lines.AppendLine(line);
            if (Counted().Match(line) is not { Success: true } count) continue;
            said = long.Parse(count.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
            if (said > 0) first.TrySetResult();
        }
        return (said, lines.ToString());
    }

    private ProcessStartInfo StartInfo(string file)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "sourceline.dll");
        var start = new ProcessStartInfo("dotnet", [program, "import", file, "--publish"]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (key, value) in Newsroom.Settings())
            if (value is not null) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    [GeneratedRegex("^([0-9,]+) read")]
    private static partial Regex Counted();
}
