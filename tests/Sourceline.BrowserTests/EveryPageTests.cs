using Microsoft.Playwright;

namespace Sourceline.BrowserTests;

/// <summary>Every page of the demo newsroom, on a phone and on a desk, in light and in dark: accessible, and nothing sticks out.</summary>
public sealed class EveryPageTests(Browser browser, DemoNewsroom demo) : IClassFixture<Browser>, IClassFixture<DemoNewsroom>
{
    public static TheoryData<int, ColorScheme> Screens => new()
    {
        { 390, ColorScheme.Light },
        { 390, ColorScheme.Dark },
        { 1280, ColorScheme.Light },
        { 1280, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Site_OnAnyScreen_IsAccessibleAndFits(int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(demo.Newsroom.Address, width, scheme);
        string[] paths = ["/", .. await LinksAsync(page), "/archive", "/sources", "/search", "/search?q=harbour", "/search?speaker=director&order=newest", "/search?q=*", "/search?q=nothingatall", "/1216/reply/thanks", "/no-such-page", .. await DaysAsync(page)];
        await AssertGoodAsync(page, paths.Distinct());
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Desk_OnAnyScreen_IsAccessibleAndFits(int width, ColorScheme scheme)
    {
        var page = await browser.OpenAsync(demo.Newsroom.Address, width, scheme);
        await AssertGoodAsync(page, ["/desk/sign-in"]);
        await page.GetByLabel("E-mail").FillAsync(DemoNewsroom.Email);
        await page.GetByLabel("Password").FillAsync(DemoNewsroom.Password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in", Exact = true }).ClickAsync();
        await AssertGoodAsync(
            page,
            ["/desk", "/desk?state=Published", "/desk?q=harbour", "/desk/story/1216", "/desk/story/1242", "/desk/story/1242/confirm-all", "/desk/story/1242/text", "/desk/sources", "/desk/replies", "/desk/replies?state=Approved", "/desk/account"]);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Sections_OnAnyScreen_AreOneRow_AndTheKeyboardReachesAll(int width)
    {
        var page = await browser.OpenAsync(demo.Newsroom.Address, width, script: false);
        await page.GotoAsync("/");
        var links = page.Locator(".sections a");
        var (first, last) = ((await links.First.BoundingBoxAsync())!, (await links.Last.BoundingBoxAsync())!);
        Assert.Equal(first.Y, last.Y);
        await links.First.FocusAsync();
        for (var count = await links.CountAsync(); count > 1; count--) await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(links.Last).ToBeFocusedAsync();
        await Assertions.Expect(links.Last).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task Site_WithoutScript_ShowsAllThereIs()
    {
        var page = await browser.OpenAsync(demo.Newsroom.Address, script: false);
        await page.GotoAsync("/1216");
        await Assertions.Expect(page.Locator("#sourceline .groups > li").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("form.reply-form")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(640)]
    public async Task Masthead_OnASmallScreen_ShowsSearchArchiveAndSources(int width)
    {
        var page = await browser.OpenAsync(demo.Newsroom.Address, width, script: false);
        await page.GotoAsync("/");
        var links = page.Locator(".tools a");
        Assert.Equal(3, await links.CountAsync());
        foreach (var link in await links.AllAsync()) await Assertions.Expect(link).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Number_WithoutScript_OpensItsChainAtTheSentence(int width)
    {
        var page = await browser.OpenAsync(demo.Newsroom.Address, width, script: false);
        await page.GotoAsync("/1216");
        var number = page.Locator(".text .nr").First;
        var before = (await number.BoundingBoxAsync())!;
        await number.ClickAsync();
        var note = page.Locator(".note:popover-open");
        await Assertions.Expect(note).ToBeVisibleAsync();
        var (at, opened) = ((await number.BoundingBoxAsync())!, (await note.BoundingBoxAsync())!);
        Assert.Equal((before.X, before.Y), (at.X, at.Y));
        Assert.True(Math.Abs(opened.Y - (at.Y + at.Height)) < 30, $"{opened.Y} is not below {at.Y}");
        Assert.InRange(opened.X, 0, width - opened.Width);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(note).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Statement_PointedAt_OpensItsChain()
    {
        var page = await browser.OpenAsync(demo.Newsroom.Address);
        await page.GotoAsync("/1216");
        await page.Locator(".text .st").First.HoverAsync();
        await Assertions.Expect(page.Locator(".note:popover-open")).ToContainTextAsync("Harbour Courier");
    }

    [Fact]
    public async Task Site_AnyPage_HoldsNoErrorInTheConsole()
    {
        var page = await browser.OpenAsync(demo.Newsroom.Address);
        var errors = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") errors.Add(message.Text); };
        page.PageError += (_, error) => errors.Add(error);
        foreach (var path in (string[])["/", "/1216", "/1212", "/sources", "/archive"])
            await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Empty(errors);
    }

    private static async Task AssertGoodAsync(IPage page, IEnumerable<string> paths)
    {
        var faults = new List<string>();
        foreach (var path in paths)
        {
            await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            faults.AddRange(await Browser.FaultsAsync(page, path));
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>A story in each language, a section and a source.</summary>
    private static async Task<IEnumerable<string>> LinksAsync(IPage page)
    {
        await page.GotoAsync("/1216");
        var source = await page.Locator("#sourceline a[href^='/source/']").First.GetAttributeAsync("href");
        var section = await page.Locator(".kicker a").First.GetAttributeAsync("href");
        return ["/1216", "/1203", "/1212", "/1225", "/1230", "/1228", source!, section!];
    }

    private static async Task<IEnumerable<string>> DaysAsync(IPage page)
    {
        await page.GotoAsync("/1216");
        var day = (await page.Locator(".kicker time").First.GetAttributeAsync("datetime"))![..10].Split('-');
        return [$"/archive/{day[0]}", $"/archive/{day[0]}/{day[1]}", $"/archive/{day[0]}/{day[1]}/{day[2]}"];
    }
}

/// <summary>The demo newsroom, served, with somebody who may enter the desk.</summary>
public sealed class DemoNewsroom : IAsyncLifetime
{
    public const string Email = "ada@averil.example";

    public const string Password = "tide-Lantern-1216-skell";

    public RunningNewsroom Newsroom { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Newsroom.RunAsync(Password, "user", "add", "Ada Merrow", "--email", Email, "--password-stdin");
        await Newsroom.ServeAsync("--demo");
    }

    public async ValueTask DisposeAsync() => await Newsroom.DisposeAsync();
}
