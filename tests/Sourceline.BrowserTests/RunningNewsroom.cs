using System.Diagnostics;

namespace Sourceline.BrowserTests;

/// <summary>
/// The product as a user has it: its own program, started as a process on a free port with a data folder of its own. That takes seconds; most tests
/// read <see cref="Pages"/> instead.
/// </summary>
public sealed class RunningNewsroom : IAsyncDisposable
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"sourceline-browser-{Guid.NewGuid():n}");
    private Process? _server;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The root of the project, found by its solution file.</summary>
    public static string Root { get; } = FindRoot();

    private static string Program =>
        Path.Combine(Root, "src", "Sourceline", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "sourceline");

    /// <summary>Runs a verb to its end; its output, and a failure where it ends badly.</summary>
    public async Task<string> RunAsync(string? input, params string[] arguments)
    {
        using var process = Start([.. arguments, "--data", _data, "--set", "Site:TimeZone=Asia/Kabul"]);
        if (input is not null)
            await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}\n{await errors}");
        return await output;
    }

    /// <summary>Starts the server and waits until it answers.</summary>
    public async Task ServeAsync(params string[] more)
    {
        Address = new Uri($"http://127.0.0.1:{Ports.Free()}");
        _server = Start([
            "serve",
            "--data",
            _data,
            "--urls",
            Address.ToString(),
            "--set",
            "Site:TimeZone=Asia/Kabul",
            "--set",
            $"Site:BaseUrl={Address.ToString().TrimEnd('/')}",
            "--set",
            "Replies:PerTenMinutes=100",
            .. more,
        ]);
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        for (var wait = 0; wait < 600; wait++)
        {
            Assert.False(_server.HasExited, "The server ended before it answered.");
            if (await IsReadyAsync(client))
                return;
            await Task.Delay(100);
        }
        Assert.Fail("The server did not show its front page within a minute.");
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Ends the server at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (_server is null)
            return;
        _server.Kill(entireProcessTree: true);
        await _server.WaitForExitAsync();
        _server.Dispose();
        _server = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        if (Directory.Exists(_data))
            Directory.Delete(_data, recursive: true);
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        Assert.True(File.Exists(Program), $"{Program} has not been built.");
        var start = new ProcessStartInfo(Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sourceline.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException("Sourceline.slnx is in no folder above the tests.");
    }
}
