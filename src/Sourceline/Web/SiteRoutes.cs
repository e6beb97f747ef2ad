using System.Globalization;

namespace Sourceline.Web;

/// <summary>The addresses of the site, as paths. Each page has one; others redirect to it.</summary>
internal static class SiteRoutes
{
    public static string Story(long number, string slug) =>
        slug.Length == 0
            ? string.Create(CultureInfo.InvariantCulture, $"/{number}")
            : string.Create(CultureInfo.InvariantCulture, $"/{number}/{Escaped(slug)}");

    /// <summary>The picture that is drawn of a story without one.</summary>
    public static string Picture(long number) => string.Create(CultureInfo.InvariantCulture, $"/{number}/picture.png");

    public static string Category(string slug) => $"/category/{Escaped(slug)}";

    public static string Source(string slug) => $"/source/{Escaped(slug)}";

    public static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"/archive/{year:0000}");

    public static string Month(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"/archive/{day:yyyy'/'MM}");

    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"/archive/{day:yyyy'/'MM'/'dd}");

    /// <summary>A slug may be in any script; a Location header may not.</summary>
    private static string Escaped(string slug) => Uri.EscapeDataString(slug);
}
