// Takes the pictures of the README from a running demo server: eng/pictures starts it and calls this file.
// Arguments: the server's URL, the e-mail address of an account, and the folder for the pictures. The password comes from
// SOURCELINE_PASSWORD, so that it does not appear in the list of processes.
#:package Microsoft.Playwright
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false

using Microsoft.Playwright;

const int Width = 1280;
const int Height = 800;

var (url, email, folder) = (args[0], args[1], args[2]);
var password = Environment.GetEnvironmentVariable("SOURCELINE_PASSWORD")
    ?? throw new InvalidOperationException("SOURCELINE_PASSWORD is not set.");
var chromium = new[]
{
    Environment.GetEnvironmentVariable("CHROMIUM"),
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
}.FirstOrDefault(File.Exists)
    ?? throw new FileNotFoundException("Chromium is not installed. Install it, or name its program in CHROMIUM.");

using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(
    new BrowserTypeLaunchOptions
    {
        ExecutablePath = chromium,
        // Chromium refuses to run as root in its sandbox. It opens only the pages of our own server.
        Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    }
);
var page = await browser.NewPageAsync(
    new BrowserNewPageOptions
    {
        BaseURL = url,
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        ColorScheme = ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
    }
);

await page.GotoAsync("/");
await TakeAsync("front.png");

// Story 1216: an agency cites a magazine, which cites a diplomat.
await page.GotoAsync("/1216");
await page.EvaluateAsync("document.querySelector('#sourceline').scrollIntoView({ block: 'start' })");
await TakeAsync("panel.png");

await page.GotoAsync("/desk/sign-in");
await page.Locator("input[type=email]").FillAsync(email);
await page.Locator("input[type=password]").FillAsync(password);
await page.Locator("input[type=password]").PressAsync("Enter");
await page.WaitForURLAsync("**/desk");
await page.GotoAsync("/desk/story/1216");
await TakeAsync("desk.png");

async Task TakeAsync(string name)
{
    await page.EvaluateAsync("document.fonts.ready");
    await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name), Animations = ScreenshotAnimations.Disabled });
    Console.WriteLine(Path.Combine(folder, name));
}
