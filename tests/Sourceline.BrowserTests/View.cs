using Microsoft.Playwright;

namespace Sourceline.BrowserTests;

/// <summary>How a page is looked at.</summary>
/// <param name="Width">Of the window, in CSS pixels: 390 is a phone, 1280 a desk, 640 a desk at 200 % zoom.</param>
/// <param name="Language">Of the site, as in the setting Site:Language: en, ru, fa, fa-AF.</param>
/// <param name="Scheme">Light or dark.</param>
/// <param name="Scripts">Whether the page's scripts run.</param>
public sealed record View(int Width = 1280, string Language = "en", ColorScheme Scheme = ColorScheme.Light, bool Scripts = true)
{
    public override string ToString() =>
        $"{Width} px, {Language}, {(Scheme == ColorScheme.Dark ? "dark" : "light")}{(Scripts ? "" : ", without scripts")}";
}
