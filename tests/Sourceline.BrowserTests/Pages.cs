using Microsoft.Playwright;
using Sourceline.BrowserTests;

[assembly: AssemblyFixture(typeof(Pages))]

namespace Sourceline.BrowserTests;

/// <summary>
/// One browser and one demo newsroom for all tests. A test asks for it in its constructor:
/// <code>
/// public sealed class ArchiveTests(Pages pages)
/// {
///     [Fact]
///     public Task Archive_IsGood() => pages.CheckAsync("/archive");                           // as PageTests does with every page in its lists
///
///     [Theory, InlineData(390), InlineData(1280)]
///     public async Task Calendar_WithoutScripts_ShowsCounts(int width)
///     {
///         await using var open = await pages.OpenAsync("/archive", new View(width, "fa", Scripts: false));
///         await Assertions.Expect(open.Page.Locator(".calendar")).ToBeVisibleAsync();
///         Assert.Empty(await open.FaultsAsync());
///     }
/// }
/// </code>
/// What stands here is shared and is only read. A test that writes takes <c>pages.Demo.CopyAsync()</c>, a newsroom of its own.
/// </summary>
public sealed class Pages : IAsyncDisposable
{
    private readonly Lazy<Task<string>> _signedIn;

    public Pages() => _signedIn = new Lazy<Task<string>>(SignInAsync);

    public Browser Browser { get; } = new();

    public DemoSite Demo { get; } = new();

    /// <summary>Opens a page of the demo newsroom. Below /desk an editor is signed in, but not at /desk/sign-in.</summary>
    /// <param name="path">Such as /1216; {year}, {month} and {day} stand for the date of story 1216, which is always near today's.</param>
    /// <param name="view">By default 1280 pixels wide, in English, light, with scripts.</param>
    public async Task<OpenPage> OpenAsync(string path, View? view = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        view ??= new View();
        var isDesk = path.StartsWith("/desk", StringComparison.Ordinal) && path != "/desk/sign-in";
        var open = await Browser.OpenAsync(await Demo.AddressAsync(view.Language), view, isDesk ? await _signedIn.Value : null);
        var answer = await open.GotoAsync(await Demo.WithDatesAsync(path));
        Assert.InRange(answer.Status, 200, 499);
        return open;
    }

    /// <summary>Opens a page in each of these views; no view may have a fault (<see cref="OpenPage.FaultsAsync"/>).</summary>
    public async Task CheckAsync(string path, params View[] views)
    {
        ArgumentNullException.ThrowIfNull(views);
        var faults = new List<string>();
        foreach (var same in views.DefaultIfEmpty(new View()).GroupBy(view => (view.Language, view.Scripts)))
        {
            await using var open = await OpenAsync(path, same.First());
            foreach (var view in same)
            {
                await open.ChangeAsync(view);
                faults.AddRange(await open.FaultsAsync());
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>Signs in, as <see cref="DemoSite.Email"/>.</summary>
    public static async Task SignInAsync(IPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        await page.GotoAsync("/desk/sign-in");
        await page.Locator("#email").FillAsync(DemoSite.Email);
        await page.Locator("#password").FillAsync(DemoSite.Password);
        await page.Locator("#password").PressAsync("Enter");
        await page.WaitForURLAsync("**/desk");
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await Demo.DisposeAsync();
    }

    /// <summary>The cookies of somebody who is signed in; they are good for every copy of the newsroom, which has the same keys.</summary>
    private async Task<string> SignInAsync()
    {
        await using var open = await Browser.OpenAsync(await Demo.AddressAsync("en"), new View());
        await SignInAsync(open.Page);
        return await open.Page.Context.StorageStateAsync();
    }
}
