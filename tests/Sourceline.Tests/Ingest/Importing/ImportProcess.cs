using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Ingest.Importing;

/// <summary>The import as a process of its own, which may be killed.</summary>
internal static partial class ImportProcess
{
    /// <summary>How many items the process said it had stored before it was killed.</summary>
    /// <param name="newsroom">Where to.</param>
    /// <param name="file">What to import.</param>
    /// <param name="killAfter">How long after it first said so; null lets it end by itself.</param>
    public static async Task<long> RunAsync(TestNewsroom newsroom, string file, TimeSpan? killAfter)
    {
        using var process = ProgramProcess.Start(newsroom, "import", file, "--publish");
        var report = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var counting = CountAsync(process.StandardError, first);
        if (killAfter is { } wait)
        {
            await Task.WhenAny(process.WaitForExitAsync(TestContext.Current.CancellationToken), first.Task);
            await Task.WhenAny(
                process.WaitForExitAsync(TestContext.Current.CancellationToken),
                Task.Delay(wait, TestContext.Current.CancellationToken)
            );
            process.Kill();
        }
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var (said, errors) = await counting;
        if (killAfter is null)
            Assert.True(process.ExitCode == 0, errors + await report);
        return said;
    }

    /// <summary>An import that ends by itself; how many items it passed over, since those before it had done them.</summary>
    public static async Task<long> FinishAsync(TestNewsroom newsroom, string file)
    {
        var run = await ProgramProcess.RunAsync(newsroom, "import", file, "--publish");
        Assert.True(run.Code == 0, run.Errors + run.Output);
        return Done().Match(run.Output) is { Success: true } done
            ? long.Parse(done.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            : 0;
    }

    /// <summary>The last count on standard error, and all that stood there.</summary>
    private static async Task<(long Said, string Lines)> CountAsync(StreamReader errors, TaskCompletionSource first)
    {
        var (said, lines) = (0L, new StringBuilder());
        while (await errors.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.AppendLine(line);
            if (Counted().Match(line) is not { Success: true } count)
                continue;
            said = long.Parse(count.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
            if (said > 0)
                first.TrySetResult();
        }
        return (said, lines.ToString());
    }

    [GeneratedRegex("^([0-9,]+) read")]
    private static partial Regex Counted();

    [GeneratedRegex("([0-9,]+) done by an earlier run that was interrupted")]
    private static partial Regex Done();
}
