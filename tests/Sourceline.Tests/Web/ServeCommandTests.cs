using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Sourceline.Staff;
using Sourceline.Tests.Archive;
using Sourceline.Web;

namespace Sourceline.Tests.Web;

/// <summary><c>sourceline serve</c> as a process of its own: what it says when it starts, or can't.</summary>
public sealed class ServeCommandTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "sourceline.dll");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Serve_PortInUse_SaysSoInOneLine()
    {
        using var folder = new TestFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        using var serve = Start(folder, url);
        var (output, errors) = (serve.StandardOutput.ReadToEndAsync(Cancel), serve.StandardError.ReadToEndAsync(Cancel));
        await serve.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);
        Assert.Equal(2, serve.ExitCode);
        Assert.Equal($"Failed to bind to address {url}: address already in use. Choose another URL with --urls.", (await errors).Trim());
        Assert.Empty(await output);
    }

    [Fact]
    public async Task Serve_AddressOfAnotherMachine_SaysSoInOneLine()
    {
        using var folder = new TestFolder();
        // RFC 5737: an address that no machine has.
        using var serve = Start(folder, "http://192.0.2.1:5080");
        var (output, errors) = (serve.StandardOutput.ReadToEndAsync(Cancel), serve.StandardError.ReadToEndAsync(Cancel));
        await serve.WaitForExitAsync(Cancel).WaitAsync(Patience, Cancel);
        Assert.Equal(2, serve.ExitCode);
        Assert.Matches(@"^Can't listen on http://192\.0\.2\.1:5080: [^\n]+\. Choose another URL with --urls\.\n$", await errors);
        Assert.Empty(await output);
    }

    [Fact]
    public async Task Serve_WithoutAccounts_SaysHowToMakeOne()
    {
        using var folder = new TestFolder();
        var words = $"user add \"Your Name\" --email you@mail.example --generate --data \"{folder.At("data")}\"";
        Assert.Contains(await StartLinesAsync(folder, "user add"), line => line.Contains(words, StringComparison.Ordinal));

        await AddAccountAsync(folder);
        var lines = await StartLinesAsync(folder, "Application started");
        Assert.DoesNotContain(lines, line => line.Contains("user add", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    [InlineData("http://*:5080;http://localhost:6000", "http://localhost:5080")]
    [InlineData("http://0.0.0.0:80", "http://localhost")]
    [InlineData("https://[::]:443/", "https://localhost")]
    [InlineData("http://unix:/tmp/sourceline.sock", null)]
    public void BaseUrl_IsTheFirstThatABrowserCanOpen(string urls, string? url) => Assert.Equal(url, ListenUrls.BaseUrl(urls));

    /// <summary>What a server says up to a line with these words; it is ended after that.</summary>
    private static async Task<List<string>> StartLinesAsync(TestFolder folder, string until)
    {
        using var serve = Start(folder, "http://127.0.0.1:0");
        try
        {
            var lines = new List<string>();
            while (await serve.StandardOutput.ReadLineAsync(Cancel).AsTask().WaitAsync(Patience, Cancel) is { } line)
            {
                lines.Add(line);
                if (line.Contains(until, StringComparison.Ordinal))
                    break;
            }
            return lines;
        }
        finally
        {
            serve.Kill();
            await serve.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process Start(TestFolder folder, string url) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [Program, "serve", "--urls", url, "--data", folder.At("data")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;

    private static async Task AddAccountAsync(TestFolder folder)
    {
        string[] words = ["add", "Mina Haidari", "--email", "mina@mail.example", "--generate", "--data", folder.At("data")];
        Assert.Equal(0, await UserCommand.Create(global::Program.Add).Parse(words).InvokeAsync(cancellationToken: Cancel));
    }
}
