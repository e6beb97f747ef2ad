using System.Globalization;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>One item as it is on the wire.</summary>
internal sealed class WxrPost(MarkupElement element)
{
    private static readonly string[] ShortLinkParameters = ["p", "page_id", "attachment_id"];

    public string Id =>
        Number?.ToString(CultureInfo.InvariantCulture)
        ?? Field("guid")
        ?? Field("link")
        ?? StableId.From("wxr", Field("title"), Field("wp:post_date"));

    /// <summary>Some exports leave wp:post_id out; WordPress's own guid and short link then hold the same number ("?p=19").</summary>
    public long? Number => Positive(Field("wp:post_id")) ?? Positive(ShortLink(Field("guid"))) ?? Positive(ShortLink(Field("link")));

    public string Type => Field("wp:post_type") ?? "post";

    public string Status => Field("wp:status") ?? "publish";

    public string? Content => Blank.KeepOrNull(element.Child("content:encoded")?.Text());

    public IEnumerable<MarkupElement> Categories => element.ChildrenNamed("category");

    public IEnumerable<WxrComment> Comments => element.ChildrenNamed("wp:comment").Select(comment => new WxrComment(comment));

    public string? Field(string name) => Blank.ToNull(element.Child(name)?.Text());

    public string? Meta(string key) => Metas(key).FirstOrDefault();

    public IEnumerable<string> Metas(string key) =>
        element
            .ChildrenNamed("wp:postmeta")
            .Where(meta => meta.Child("wp:meta_key")?.Text().Trim() == key)
            .Select(meta => Blank.ToNull(meta.Child("wp:meta_value")?.Text()))
            .OfType<string>();

    /// <summary>The dates of the item. Those of WordPress end in "gmt" where they are in UTC, and are otherwise in the site's zone.</summary>
    public ItemDates Dates(TimeZoneInfo zone) =>
        ItemDates.Of(
            [InUtc("wp:post_date_gmt"), InZone("wp:post_date", zone), InUtc("pubDate")],
            [InUtc("wp:post_modified_gmt"), InZone("wp:post_modified", zone)],
            TimeZoneInfo.Utc
        );

    public static long? Positive(string? digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>WordPress writes a date of zeros, or of the year before 1, where it knows none.</summary>
    private string? InUtc(string name) =>
        Field(name) is { } text && !text.StartsWith("0000", StringComparison.Ordinal) && !text.Contains("-0001", StringComparison.Ordinal)
            ? text
            : null;

    private string? InZone(string name, TimeZoneInfo zone) =>
        InUtc(name) is { } text ? LooseDate.Parse(text, zone)?.ToString("O", CultureInfo.InvariantCulture) ?? text : null;

    /// <summary>The number in a URL's query.</summary>
    private static string? ShortLink(string? url)
    {
        var query = url?.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? url[(at + 1)..].Split('#')[0].Split('&') : [];
        foreach (var parameter in query)
            if (parameter.Split('=', 2) is [var name, var value] && ShortLinkParameters.Contains(name))
                return value;
        return null;
    }
}
