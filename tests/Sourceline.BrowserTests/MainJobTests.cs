using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Sourceline.BrowserTests;

/// <summary>The main job as people do it: import, confirm, publish, read, reply, approve, and all of it still there after a power cut.</summary>
[Trait("Group", "Slow")]
public sealed class MainJobTests(Pages pages)
{
    private const string Password = "quay-Ferry-4711-winter";

    private static readonly string Page = Path.Combine(
        RunningNewsroom.Root,
        "tests",
        "Sourceline.BrowserTests",
        "Samples",
        "harbour-page.txt"
    );

    [Fact]
    public async Task Story_FromImportToApprovedReply_SurvivesAKill()
    {
        await using var newsroom = new RunningNewsroom();
        await newsroom.RunAsync(Password, "user", "add", "Ada Merrow", "--email", "ada@courier.example", "--password-stdin");
        await newsroom.RunAsync(null, "import", Page);
        await newsroom.ServeAsync();
        await using var editors = await pages.Browser.OpenAsync(newsroom.Address, new View());
        await using var phone = await pages.Browser.OpenAsync(newsroom.Address, new View(390, Scripts: false));
        var desk = editors.Page;

        await SignInAsync(desk);
        Assert.Equal(404, (await desk.Context.APIRequest.GetAsync($"{newsroom.Address}4711")).Status);
        await ConfirmAndPublishAsync(desk);
        await ReadAsync(phone.Page);
        await ReplyAsync(phone.Page);
        await ApproveAsync(desk);
        await newsroom.KillAsync();
        await newsroom.ServeAsync();

        await using var readers = await pages.Browser.OpenAsync(newsroom.Address, new View());
        var reader = readers.Page;
        await reader.GotoAsync("/4711");
        await Assertions.Expect(reader.Locator("#sourceline")).ToContainTextAsync("Veldmark Courier");
        await Assertions.Expect(reader.GetByText("My grandmother took that ferry <b>twice</b>.")).ToBeVisibleAsync();
        Assert.DoesNotContain("bo@mail.example", await reader.ContentAsync(), StringComparison.Ordinal);
        await SourcePageAsync(reader);
    }

    private static async Task SignInAsync(IPage desk)
    {
        await desk.GotoAsync("/desk");
        await desk.GetByLabel("E-mail").FillAsync("ada@courier.example");
        await desk.GetByLabel("Password").FillAsync(Password);
        await desk.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions
            .Expect(desk.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = new Regex("Port of Veldmark") }).First)
            .ToBeVisibleAsync();
    }

    private static async Task ConfirmAndPublishAsync(IPage desk)
    {
        await desk.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = new Regex("Port of Veldmark") }).First.ClickAsync();
        var first = desk.Locator("article.statement").First;
        await first.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Confirm", Exact = true }).First.ClickAsync();
        await Assertions.Expect(desk.Locator("article.statement").First).ToContainTextAsync("confirmed");
        await desk.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Publish", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "View on the site" })).ToBeVisibleAsync();
    }

    private static async Task ReadAsync(IPage reader)
    {
        await reader.GotoAsync("/");
        await reader.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = new Regex("Port of Veldmark") }).First.ClickAsync();
        var kicker = reader.Locator("article.story .kicker");
        await Assertions.Expect(kicker).ToContainTextAsync("Harbour");
        await Assertions.Expect(kicker).ToContainTextAsync("19 July 2021");
        await Assertions.Expect(kicker).ToContainTextAsync("1:42 pm");
        await Assertions.Expect(kicker).ToContainTextAsync("No. 4711");
        var panel = reader.Locator("#sourceline");
        await Assertions.Expect(panel).ToContainTextAsync("Saturday 17 July 2021");
        await Assertions.Expect(panel).ToContainTextAsync("not stated");
        await Assertions.Expect(panel).ToContainTextAsync("found automatically and have not been checked by an editor yet");
        await Assertions.Expect(panel.Locator("li.ok").First).ToContainTextAsync("Veldmark Courier");
        await Assertions.Expect(reader.Locator("article.story .text")).Not.ToContainTextAsync("Leave a Reply");
    }

    private static async Task ReplyAsync(IPage reader)
    {
        await reader.GotoAsync("/4711");
        await Assertions.Expect(reader.Locator("link[rel=canonical]")).ToHaveAttributeAsync("href", new Regex("/4711/port-of-veldmark"));
        await reader
            .GetByLabel("Reply", new PageGetByLabelOptions { Exact = false })
            .Last.FillAsync("My grandmother took that ferry <b>twice</b>.");
        await reader.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send the reply" }).ClickAsync();
        // Refused for want of a name and an address, with the words kept.
        await Assertions.Expect(reader.Locator("#reply-name-error")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Locator("#reply-email-error")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Locator("#reply-body")).ToHaveValueAsync("My grandmother took that ferry <b>twice</b>.");
        await reader.Locator("#reply-name").FillAsync("Bo");
        await reader.Locator("#reply-email").FillAsync("bo@mail.example");
        await reader.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Send the reply" }).ClickAsync();
        await Assertions
            .Expect(reader.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { NameRegex = new Regex("held") }))
            .ToBeVisibleAsync();
        await reader.GotoAsync("/4711");
        await Assertions.Expect(reader.GetByText("My grandmother")).ToHaveCountAsync(0);
    }

    private static async Task ApproveAsync(IPage desk)
    {
        await desk.GotoAsync("/desk/replies");
        await Assertions.Expect(desk.GetByText("My grandmother took that ferry <b>twice</b>.")).ToBeVisibleAsync();
        Assert.DoesNotContain("bo@mail.example", await desk.ContentAsync(), StringComparison.Ordinal);
        await desk.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Approve" }).First.ClickAsync();
        await Assertions.Expect(desk.GetByText("No replies are waiting.")).ToBeVisibleAsync();
    }

    private static async Task SourcePageAsync(IPage reader)
    {
        await reader
            .Locator("#sourceline")
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Veldmark Courier" })
            .First.ClickAsync();
        await Assertions
            .Expect(reader.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }))
            .ToContainTextAsync("Veldmark Courier");
        await Assertions.Expect(reader.Locator("main")).ToContainTextAsync("Port of Veldmark offers its neighbours");
    }
}
