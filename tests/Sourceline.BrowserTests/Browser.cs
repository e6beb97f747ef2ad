using Microsoft.Playwright;

namespace Sourceline.BrowserTests;

/// <summary>The system's Chromium, started when it is first needed. Tests skip where there is none; <c>CHROMIUM</c> may name another.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string? Executable = new[]
    {
        Environment.GetEnvironmentVariable("CHROMIUM"),
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    }.FirstOrDefault(path => path is not null && File.Exists(path));

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Chromium)>> _started = new(StartAsync);

    /// <summary>Opens an empty window, with cookies of its own, on a site.</summary>
    /// <param name="address">The site, for paths without one.</param>
    /// <param name="view">Its language says nothing here: a site has one.</param>
    /// <param name="state">Cookies to begin with, as Playwright stores them.</param>
    public async Task<OpenPage> OpenAsync(Uri address, View view, string? state = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(view);
        Assert.SkipWhen(Executable is null, "No Chromium is installed.");
        var context = await (await _started.Value).Chromium.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = address.ToString(),
                ViewportSize = new ViewportSize { Width = view.Width, Height = 900 },
                ColorScheme = view.Scheme,
                JavaScriptEnabled = view.Scripts,
                StorageState = state,
            }
        );
        return new OpenPage(await context.NewPageAsync(), view);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated)
            return;
        var (playwright, chromium) = await _started.Value;
        await chromium.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Chromium)> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return (
            playwright,
            await playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions
                {
                    ExecutablePath = Executable,
                    // Chromium will not run as root in its own sandbox, and a build machine has no other; the pages are our own.
                    Args =
                    [
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                    ],
                }
            )
        );
    }
}
