using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sourceline.BrowserTests;

/// <summary>The system's Chromium, for all tests of a class. Tests skip where there is none; <c>CHROMIUM</c> may name another.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string? Executable =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(path => path is not null && File.Exists(path));

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Executable is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            // Chromium will not run as root in its own sandbox, and a build machine has no other; the pages are our own.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task<IPage> OpenAsync(Uri address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        Assert.SkipWhen(_browser is null, "No Chromium is installed.");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>What is wrong with the open page: held against WCAG 2.2 A and AA by axe, and whether it scrolls sideways.</summary>
    public static async Task<IEnumerable<string>> FaultsAsync(IPage page, string what)
    {
        var result = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var found = result.Violations.Select(v => $"{what}: {v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Target))}");
        return over > 0 ? found.Append($"{what} is {over} pixels too wide.") : found;
    }
}
