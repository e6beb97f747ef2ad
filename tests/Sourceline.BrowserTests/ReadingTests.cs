using Microsoft.Playwright;

namespace Sourceline.BrowserTests;

/// <summary>What readers do on the site.</summary>
public sealed class ReadingTests(Pages pages)
{
    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Sections_OnAnyScreen_AreOneRow_AndTheKeyboardReachesAll(int width)
    {
        await using var open = await pages.OpenAsync("/", new View(width, Scripts: false));
        var links = open.Page.Locator(".sections a");
        var (first, last) = ((await links.First.BoundingBoxAsync())!, (await links.Last.BoundingBoxAsync())!);
        Assert.Equal(first.Y, last.Y);
        await links.First.FocusAsync();
        for (var count = await links.CountAsync(); count > 1; count--)
            await open.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(links.Last).ToBeFocusedAsync();
        await Assertions.Expect(links.Last).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task Site_WithoutScript_ShowsAllThereIs()
    {
        await using var open = await pages.OpenAsync("/1216", new View(Scripts: false));
        await Assertions.Expect(open.Page.Locator("#sourceline .groups > li").First).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.Locator("form.reply-form")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(640)]
    public async Task Masthead_OnASmallScreen_ShowsSearchArchiveAndSources(int width)
    {
        await using var open = await pages.OpenAsync("/", new View(width, Scripts: false));
        var links = open.Page.Locator(".tools a");
        Assert.Equal(3, await links.CountAsync());
        foreach (var link in await links.AllAsync())
            await Assertions.Expect(link).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Number_WithoutScript_OpensItsChainAtTheSentence(int width)
    {
        await using var open = await pages.OpenAsync("/1216", new View(width, Scripts: false));
        var number = open.Page.Locator(".text .nr").First;
        var before = (await number.BoundingBoxAsync())!;
        await number.ClickAsync();
        var note = open.Page.Locator(".note:popover-open");
        await Assertions.Expect(note).ToBeVisibleAsync();
        var (at, opened) = ((await number.BoundingBoxAsync())!, (await note.BoundingBoxAsync())!);
        Assert.Equal((before.X, before.Y), (at.X, at.Y));
        Assert.True(Math.Abs(opened.Y - (at.Y + at.Height)) < 30, $"{opened.Y} is not below {at.Y}");
        Assert.InRange(opened.X, 0, width - opened.Width);
        await open.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(note).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Statement_PointedAt_OpensItsChain()
    {
        await using var open = await pages.OpenAsync("/1216");
        await open.Page.Locator(".text .st").First.HoverAsync();
        await Assertions.Expect(open.Page.Locator(".note:popover-open")).ToContainTextAsync("Harbour Courier");
    }
}
