using Microsoft.Playwright;

namespace Sourceline.BrowserTests;

/// <summary>
/// Every page of the demo newsroom, on a phone and on a desk, in light and in dark, in English and in Persian, which runs from right to left: accessible,
/// no wider than the screen, and without errors in the console. To add a page, add a line; <see cref="Pages.OpenAsync"/> says what a line may hold.
/// </summary>
public sealed class PageTests(Pages pages)
{
    public static TheoryData<string> All =>
        [
            "/",
            "/1203",
            "/1212",
            "/1216",
            "/1216/reply/thanks",
            "/1225",
            "/1228",
            "/1230",
            "/archive",
            "/archive/{year}",
            "/archive/{year}/{month}",
            "/archive/{year}/{month}/{day}",
            "/category/harbour",
            "/no-such-page",
            "/search",
            "/search?q=*",
            "/search?q=harbour",
            "/search?q=nothingatall",
            "/search?speaker=director&order=newest",
            "/source/harbour-courier",
            "/sources",
            "/desk",
            "/desk/account",
            "/desk/replies",
            "/desk/replies?state=Approved",
            "/desk/sign-in",
            "/desk/story/1216",
            "/desk/sources",
            "/desk/story/1242",
            "/desk/story/1242/confirm-all",
            "/desk/story/1242/text",
            "/desk?q=harbour",
            "/desk?state=Published",
        ];

    /// <summary>Axe runs once in each scheme.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public Task Page_InEnglish_IsAccessibleAndFits(string path) =>
        pages.CheckAsync(path, new View(390), new View(1280, Scheme: ColorScheme.Dark), new View(390, Scripts: false));

    [Theory]
    [MemberData(nameof(All))]
    public Task Page_InPersian_IsAccessibleAndFits(string path) =>
        pages.CheckAsync(path, new View(390, "fa", ColorScheme.Dark), new View(1280, "fa"), new View(390, "fa", Scripts: false));
}
