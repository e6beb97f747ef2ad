using System.Globalization;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>By what a saved page is known again.</summary>
internal static class SavedPageIdentity
{
    /// <summary>
    /// A page on disk may not say which site it is of. All such pages share this origin, so that the same page saved under another
    /// name is known again; two sites' pages are told apart by giving <see cref="ReadOptions.BaseUrl"/>.
    /// </summary>
    public const string NoSite = "saved-page";

    public const string NoIdentity = "The page has no number, no URL and no date, so a changed text of it will be a new item.";

    public static string Origin(string? siteUrl, ReadOptions options) =>
        UrlText.Host(siteUrl) ?? UrlText.Host(options.BaseUrl?.ToString()) ?? NoSite;

    /// <summary>
    /// The site's number for it; else its URL; else made from headline and date, which stay when the text is corrected. Of a page without
    /// a date another may have the same headline, so its text counts too.
    /// </summary>
    /// <param name="number">The number.</param>
    /// <param name="url">The URL.</param>
    /// <param name="headline">The headline.</param>
    /// <param name="date">The date of publication as it is written; null where the page has none.</param>
    /// <param name="text">The text.</param>
    public static string Id(long? number, string? url, string? headline, string? date, string? text) =>
        number?.ToString(CultureInfo.InvariantCulture)
        ?? UrlIdentity.Of(url)
        ?? url
        ?? (date is null ? StableId.From("page", headline, null, text) : StableId.From("page", headline, date));

    /// <summary>Whether nothing but the text itself tells the page from others.</summary>
    public static bool HasNone(long? number, string? url, string? date) => number is null && url is null && date is null;
}
