using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Sourceline.BrowserTests;

/// <summary>A window of the browser, closed at the end of the test.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    /// <summary>
    /// Runs axe in the page, against WCAG 2.2 A and AA and its best practices. The package's own RunAxe opens another window for each run, to put the
    /// results of frames together, and takes five times as long; our pages have no frames.
    /// </summary>
    private const string RunAxe = """
        () => axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations']
        }).then(found => found.violations.map(v => `${v.id}: ${v.help} at ${v.nodes.slice(0, 3).map(n => n.target.join(' ')).join(', ')}`))
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly List<string> _errors = [];

    internal OpenPage(IPage page, View view)
    {
        (Page, View) = (page, view);
        page.Console += (_, message) => Note(message);
        page.PageError += (_, error) => Add($"{new Uri(page.Url).PathAndQuery}: {error}");
    }

    public IPage Page { get; }

    public View View { get; private set; }

    /// <summary>Opens a path and waits until all of it is there, fonts too.</summary>
    public async Task<IResponse> GotoAsync(string path)
    {
        var answer = await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        await Page.EvaluateAsync("document.fonts.ready.then(() => 0)");
        return answer!;
    }

    /// <summary>Looks at the same page in another window size and colour scheme.</summary>
    public async Task ChangeAsync(View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        await Page.SetViewportSizeAsync(view.Width, 900);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = view.Scheme });
        View = view;
    }

    /// <summary>
    /// What is wrong with the page as it is now: what axe finds, whether it scrolls sideways, and errors in the console since this was last asked. Axe
    /// itself is script: without scripts it is left out.
    /// </summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var where = $"{new Uri(Page.Url).PathAndQuery} ({View})";
        var found = View.Scripts ? await AxeAsync() : [];
        var over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0)
            found.Add($"It is {over} pixels too wide.");
        lock (_errors)
        {
            found.AddRange(_errors);
            _errors.Clear();
        }
        return [.. found.Select(fault => $"{where}: {fault}")];
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private async Task<List<string>> AxeAsync()
    {
        if (!await Page.EvaluateAsync<bool>("'axe' in window"))
            await Page.EvaluateAsync(Axe);
        return [.. await Page.EvaluateAsync<string[]>(RunAxe)];
    }

    private void Note(IConsoleMessage message)
    {
        // That the page itself answers 404 or 410 is meant where a test asks for one.
        if (message.Type != "error" || message.Location.StartsWith(Page.Url, StringComparison.Ordinal))
            return;
        Add($"{message.Text} ({message.Location})");
    }

    private void Add(string error)
    {
        lock (_errors)
            _errors.Add(error);
    }
}
