using System.Diagnostics;

namespace Sourceline.Tests.Newsrooms;

/// <summary>Runs a verb as users do: the program, as a process of its own, on the newsroom's data.</summary>
public static class Verbs
{
    public static async Task<VerbRun> RunAsync(TestNewsroom newsroom, params string[] words)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        return await RunUnderAsync(newsroom, [], words);
    }

    /// <summary>The same, started by another program such as <c>setpriv</c>.</summary>
    public static async Task<VerbRun> RunUnderAsync(TestNewsroom newsroom, IReadOnlyList<string> starter, params string[] words)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        string[] all = [.. starter, "dotnet", Path.Combine(AppContext.BaseDirectory, "sourceline.dll"), .. words];
        var start = new ProcessStartInfo(all[0], all[1..]) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var (key, value) in newsroom.Settings())
            if (value is not null) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new VerbRun(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
    }
}

/// <summary>How a verb ended.</summary>
public sealed record VerbRun(int Code, string Output, string Errors);
