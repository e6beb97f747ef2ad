using System.Diagnostics;

namespace Sourceline.Tests.Newsrooms;

/// <summary>Runs a verb as users do: the program, as a process of its own, on the newsroom's data.</summary>
public static class Verbs
{
    public static async Task<VerbRun> RunAsync(TestNewsroom newsroom, params string[] words)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "sourceline.dll"), .. words])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true,
        };
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
