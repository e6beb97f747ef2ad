using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Sourceline.Tests.Newsrooms;

namespace Sourceline.Tests.Faults;

/// <summary>The program as a process on the newsroom's data, to be killed.</summary>
public sealed class KilledServer(TestNewsroom newsroom) : IAsyncDisposable
{
    private Process? _process;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>A client that keeps cookies; redirects of pages are followed, those of forms not.</summary>
    public HttpClient Client(bool follow = true) =>
        new(new HttpClientHandler { AllowAutoRedirect = follow }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(20) };

    /// <summary>Starts a server and waits until it is ready.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        _process = Run("serve", "--urls", Address.ToString());
        using var client = Client();
        for (var wait = 0; wait < 600; wait++)
        {
            Assert.False(_process.HasExited, "The server ended before it was ready.");
            try
            {
                using var ready = await client.GetAsync("/health/ready", cancellationToken);
                if (ready.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
            await Task.Delay(100, cancellationToken);
        }
        Assert.Fail("The server was not ready within a minute.");
    }

    /// <summary>Kills it as a power cut would; nothing is told to it.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
            return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Asks it to stop, as a service manager does; it ends by itself, and well.</summary>
    public async Task StopAsync()
    {
        using var asked = Process.Start("kill", ["-TERM", $"{_process!.Id}"]);
        await asked.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, _process.ExitCode);
        _process.Dispose();
        _process = null;
    }

    /// <summary>Runs a verb on the same data, beside the server.</summary>
    public Process Run(params string[] words)
    {
        var process = ProgramProcess.Start(newsroom, words);
        if (words[0] == "serve")
        {
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }
        return process;
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
