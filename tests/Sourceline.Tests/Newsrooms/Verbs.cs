using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Sourceline.Cli;

namespace Sourceline.Tests.Newsrooms;

/// <summary>
/// Runs a command on the newsroom's data: everything between its words and its exit code, inside this process, since a process of its own
/// takes two seconds to start. What is about processes (kill -9, signals, priorities) starts one: <see cref="ProgramProcess"/>.
/// </summary>
public static class Verbs
{
    public static async Task<VerbRun> RunAsync(TestNewsroom newsroom, params string[] words)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        using var output = new Written();
        using var errors = new Written();
        var code = await Task.Run(async () =>
        {
            // Commands write to the console as well as to what they are given.
            using var capture = ConsoleCapture.Begin(output.Writer, errors.Writer);
            var configuration = new InvocationConfiguration { Output = output.Writer, Error = errors.Writer };
            var root = Program.Root();
            // What needs no newsroom takes no settings.
            var hasSettings = root.Parse(words).CommandResult.Command.Options.Any(option => option.Name == "--data");
            return await CommandLine.InvokeAsync(
                root,
                hasSettings ? [.. words, .. Options(newsroom.Settings(), words)] : words,
                configuration
            );
        });
        return new VerbRun(code, output.Text, errors.Text);
    }

    /// <summary>Runs a command in a process of its own, started by another program such as <c>setpriv</c>, with the settings in its environment.</summary>
    public static async Task<VerbRun> RunUnderAsync(TestNewsroom newsroom, IReadOnlyList<string> starter, params string[] words)
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        string[] all = [.. starter, "dotnet", Path.Combine(AppContext.BaseDirectory, "sourceline.dll"), .. words];
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        foreach (var (key, value) in newsroom.Settings())
            if (value is not null)
                start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new VerbRun(process.ExitCode, (await output).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
    }

    /// <summary>A newsroom's settings as command line options; one that is given already stays.</summary>
    private static IEnumerable<string> Options(Dictionary<string, string?> settings, string[] given) =>
        settings
            .Where(setting => setting.Value is not null)
            .SelectMany(setting =>
                setting.Key switch
                {
                    "Sourceline:DataFolder" when given.Contains("--data") => [],
                    "Sourceline:DataFolder" => ["--data", setting.Value!],
                    "Sourceline:Database" => ["--database", setting.Value!],
                    _ => (string[])["--set", $"{setting.Key["Sourceline:".Length..]}={setting.Value}"],
                }
            );

    private sealed class Written : IDisposable
    {
        private readonly MemoryStream _bytes = new();

        public Written() => Writer = new StreamWriter(_bytes, new UTF8Encoding(false)) { AutoFlush = true };

        public StreamWriter Writer { get; }

        public string Text => Encoding.UTF8.GetString(_bytes.ToArray()).ReplaceLineEndings("\n");

        public void Dispose() => _bytes.Dispose();
    }
}

/// <summary>How a verb ended.</summary>
public sealed record VerbRun(int Code, string Output, string Errors);
