using Sourceline.Formats.Text;

namespace Sourceline.Formats.SavedPage;

/// <summary>What a saved page is known by.</summary>
internal static class SavedPageIdentity
{
    /// <summary>
    /// A page on disk does not say which site it is of. All such pages share this origin, so that the same page saved under another
    /// name is known again; two sites' pages are told apart by giving <see cref="ReadOptions.BaseUrl"/>.
    /// </summary>
    public const string NoSite = "saved-page";

    public static string Origin(string? canonicalUrl, ReadOptions options) =>
        UrlText.Host(canonicalUrl) ?? UrlText.Host(options.BaseUrl?.ToString()) ?? NoSite;

    /// <summary>
    /// The site's number for it; else its address; else made from headline and printed date, which stay when the text is corrected.
    /// </summary>
    public static string Id(PageFacts facts, string? canonicalUrl, string? headline) =>
        facts.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture)
        ?? canonicalUrl
        ?? StableId.From("page", headline, facts.Date);
}
