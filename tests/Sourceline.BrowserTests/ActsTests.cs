using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Sourceline.BrowserTests;

/// <summary>What editors do with a story, walked through without script, on a phone and on a desk: every page accessible, nothing sticking out.</summary>
public sealed class ActsTests(Pages pages)
{
    private readonly List<string> _faults = [];

    [Theory]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    public async Task Story_IsWrittenCorrectedWithheldReleasedAndKilled(int width, ColorScheme scheme)
    {
        await using var newsroom = await pages.Demo.CopyAsync();
        var view = new View(width, Scheme: scheme);
        await using var editors = await pages.Browser.OpenAsync(newsroom.Address, view with { Scripts = false });
        await using var readers = await pages.Browser.OpenAsync(newsroom.Address, view with { Scripts = false });
        // Axe itself is script, so that faults are looked for in a window that may run some.
        await using var judge = await pages.Browser.OpenAsync(newsroom.Address, view);
        var (desk, reader) = (editors.Page, readers.Page);
        foreach (var page in (IPage[])[desk, judge.Page])
            await Pages.SignInAsync(page);

        await DraftAsync(desk);
        await JudgeAsync(
            judge,
            "/desk/story/1216",
            "/desk/story/1216/text",
            "/desk/story/1216/correct",
            "/desk/story/1216/update",
            "/desk/story/1216/withhold",
            "/desk/story/1216/kill"
        );
        await CorrectAsync(desk, reader);
        await WithholdAndReleaseAsync(desk, reader);
        await TranslateAsync(desk, reader, judge);
        await ScheduleAsync(desk, judge);
        await SourcesAsync(desk, judge);
        await KillAsync(desk, reader);
        await JudgeAsync(judge, "/desk/story/1216");
        Assert.True(_faults.Count == 0, string.Join('\n', _faults));
    }

    private static async Task DraftAsync(IPage desk)
    {
        await desk.GotoAsync("/desk/story/1216");
        await FollowAsync(desk, "Edit the text");
        await desk.GetByLabel("Headline").FillAsync("");
        await desk.GetByLabel("Lead").FillAsync("A lead of our own.");
        await desk.GetByLabel("Headline").EvaluateAsync("field => field.required = false");
        await desk.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Save as version") }).ClickAsync();
        await Assertions.Expect(desk.Locator("#headline-fault")).ToContainTextAsync("Enter a headline.");
        await Assertions.Expect(desk.GetByLabel("Lead")).ToHaveValueAsync("A lead of our own.");
        await desk.GetByLabel("Headline").FillAsync("A headline of our own");
        await desk.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Save as version") }).ClickAsync();
        await Assertions.Expect(desk.Locator(".note.done")).ToContainTextAsync("Readers still see version");
    }

    private static async Task CorrectAsync(IPage desk, IPage reader)
    {
        await reader.GotoAsync("/1216");
        await Assertions.Expect(reader.GetByText("A headline of our own")).ToHaveCountAsync(0);
        await FollowAsync(desk, "Correct");
        await Assertions.Expect(desk.Locator(".changes ins").First).ToContainTextAsync("A headline of our own");
        await desk.GetByLabel("In substance").CheckAsync();
        await desk.GetByLabel("Note to readers").FillAsync("An earlier headline was wrong.");
        await PressAsync(desk, "Correct");
        await Assertions.Expect(desk.Locator(".note.done")).ToContainTextAsync("Corrected");
        await reader.GotoAsync("/1216");
        await Assertions.Expect(reader.Locator("h1")).ToContainTextAsync("A headline of our own");
        await Assertions.Expect(reader.Locator(".corrections")).ToContainTextAsync("An earlier headline was wrong.");
    }

    private static async Task WithholdAndReleaseAsync(IPage desk, IPage reader)
    {
        await FollowAsync(desk, "Withhold");
        await desk.GetByLabel("Reason").FillAsync("A source has called.");
        await PressAsync(desk, "Withhold");
        await reader.GotoAsync("/1216");
        await Assertions.Expect(reader.Locator("main")).ToContainTextAsync("A source has called.");
        await FollowAsync(desk, "Release");
        await PressAsync(desk, "Release");
        await reader.GotoAsync("/1216");
        await Assertions.Expect(reader.Locator("h1")).ToContainTextAsync("A headline of our own");
    }

    private async Task TranslateAsync(IPage desk, IPage reader, OpenPage judge)
    {
        await desk.GotoAsync("/desk/story/1216");
        await desk.GetByLabel("Translation of No.").FillAsync("9999999");
        await PressAsync(desk, "Link");
        await Assertions.Expect(desk.Locator("#no-translation")).ToContainTextAsync("There is no story 9999999.");
        await Assertions.Expect(desk.GetByLabel("Translation of No.")).ToHaveValueAsync("9999999");
        await desk.GetByLabel("Translation of No.").FillAsync("1212");
        await PressAsync(desk, "Link");
        await Assertions.Expect(desk.Locator(".note.done")).ToContainTextAsync("linked as translations");
        await reader.GotoAsync("/1216");
        await FollowAsync(reader, "فارسی");
        await Assertions.Expect(reader.Locator(".story")).ToHaveAttributeAsync("dir", "rtl");
        await Assertions.Expect(reader.Locator(".also")).ToContainTextAsync("English");
        await JudgeAsync(judge, "/desk/story/1216", "/1216", "/1212");
    }

    private async Task ScheduleAsync(IPage desk, OpenPage judge)
    {
        await desk.GotoAsync("/desk?state=Draft");
        await desk.Locator("table .headline a").First.ClickAsync();
        await JudgeAsync(judge, new Uri(desk.Url).AbsolutePath, $"{new Uri(desk.Url).AbsolutePath}/schedule");
        await FollowAsync(desk, "Schedule");
        await desk.GetByLabel("Publish at").FillAsync("2031-05-06T07:30");
        await PressAsync(desk, "Schedule");
        await Assertions
            .Expect(desk.Locator(".note.done"))
            .ToContainTextAsync("Scheduled: the story will be published on 6 May 2031, 7:30 am.");
    }

    private async Task SourcesAsync(IPage desk, OpenPage judge)
    {
        await FollowAsync(desk, "Sources");
        await desk.Locator("table .headline a").First.ClickAsync();
        await Assertions.Expect(desk.Locator(".leaning .sentence").First).ToBeVisibleAsync();
        await JudgeAsync(judge, "/desk/sources", "/desk/sources?q=nobody-at-all", new Uri(desk.Url).AbsolutePath);
    }

    private static async Task KillAsync(IPage desk, IPage reader)
    {
        await desk.GotoAsync("/desk/story/1216/kill");
        await desk.GetByLabel("Reason").FillAsync("Nobody said so.");
        await desk.GetByLabel("I know that this can't be undone.").CheckAsync();
        await PressAsync(desk, "Kill");
        await Assertions.Expect(desk.Locator(".note.done")).ToContainTextAsync("Killed");
        var gone = await reader.GotoAsync("/1216");
        Assert.Equal(410, gone!.Status);
        await Assertions.Expect(reader.Locator("main")).ToContainTextAsync("Nobody said so.");
        await reader.GotoAsync("/1212");
        await Assertions.Expect(reader.Locator(".also")).ToHaveCountAsync(0);
    }

    private static Task PressAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true }).ClickAsync();

    private static Task FollowAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name, Exact = true }).First.ClickAsync();

    private async Task JudgeAsync(OpenPage judge, params string[] paths)
    {
        foreach (var path in paths)
        {
            await judge.GotoAsync(path);
            _faults.AddRange(await judge.FaultsAsync());
            if (Environment.GetEnvironmentVariable("SOURCELINE_SCREENSHOTS") is { Length: > 0 } folder)
            {
                var name = $"{judge.View.Width}{path.Replace('/', '-').Replace('?', '-')}.png";
                await judge.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), FullPage = true });
            }
        }
    }
}
