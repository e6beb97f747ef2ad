namespace Sourceline.Formats.Text;

/// <summary>Makes the key that all translations of one text share (<see cref="NewsItem.TranslationKey"/>).</summary>
internal static class TranslationSet
{
    /// <summary>More addresses than any text has languages; a page that names more is not believed in any.</summary>
    private const int MostAddresses = 200;

    private const int LongestAddress = 2000;

    /// <summary>The key of a set to which the origin gives a name.</summary>
    public static string OfName(string origin, string name) => StableId.From("translations", origin, name);

    /// <summary>
    /// The key of the addresses at which the text stands: its own, and those that it gives for other languages. It is made of all of them,
    /// so that two items share it only where each names the other: a page that names a stranger's, or the home pages of the other languages,
    /// is alone in its set. Null where no other address is given, or too many.
    /// </summary>
    /// <param name="origin">The item's origin; it counts where it is not the site of one of the addresses: what a collector of feeds sends is not the site's own.</param>
    /// <param name="own">The item's own address.</param>
    /// <param name="alternates">Absolute addresses with their language tags as they were written; those without one are left out.</param>
    public static string? OfAddresses(string origin, string? own, IEnumerable<(string? Language, string? Address)> alternates)
    {
        if (Written(own) is not { } address)
            return null;
        var named = alternates.Where(alternate => LanguageTag.Of(alternate.Language) is not null).Take(MostAddresses + 1).ToList();
        var all = named
            .Select(alternate => Written(alternate.Address))
            .OfType<string>()
            .Append(address)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        if (named.Count > MostAddresses || all.Count < 2)
            return null;
        var collector = all.Exists(one => UrlText.Host(one) == origin) ? null : origin;
        return StableId.From(["translations", collector, .. all]);
    }

    /// <summary>A web address in one spelling, without its fragment; null for any other, and for one that is too long.</summary>
    private static string? Written(string? address) =>
        address is { Length: <= LongestAddress } && UrlText.Web(address) is { } web
            ? web.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped)
            : null;
}
