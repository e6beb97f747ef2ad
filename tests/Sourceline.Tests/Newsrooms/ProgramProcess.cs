using System.Diagnostics;

namespace Sourceline.Tests.Newsrooms;

/// <summary>The program as a process of its own on a newsroom's data, for tests that kill it or tell it to stop. A start takes two seconds.</summary>
public static class ProgramProcess
{
    /// <summary>The program as it is deployed, where the long form of the fault tests has published it; else as it was built.</summary>
    private static readonly string[] Program = Environment.GetEnvironmentVariable("SOURCELINE_FAULT_PROGRAM") is { Length: > 0 } published
        ? [published]
        : ["dotnet", Path.Combine(AppContext.BaseDirectory, "sourceline.dll")];

    /// <summary>Starts it; its output is read by the caller, its input is empty.</summary>
    public static Process Start(TestNewsroom newsroom, params string[] words)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        var start = new ProcessStartInfo(Program[0], [.. Program.Skip(1), .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (key, value) in newsroom.Settings())
            if (value is not null)
                start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<VerbRun> RunAsync(TestNewsroom newsroom, params string[] words)
    {
        using var process = Start(newsroom, words);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new VerbRun(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
    }
}
