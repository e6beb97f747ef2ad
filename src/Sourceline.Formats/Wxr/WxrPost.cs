using System.Globalization;
using System.Text.RegularExpressions;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>One item as it is on the wire.</summary>
internal sealed partial class WxrPost(MarkupElement element)
{
    public string Id => Number?.ToString(CultureInfo.InvariantCulture) ?? Field("guid") ?? Field("link") ?? StableId.From("wxr", Field("title"), Field("wp:post_date"));

    /// <summary>Some exports leave wp:post_id out; WordPress's own guid and short link then hold the same number ("?p=19").</summary>
    public long? Number => Positive(Field("wp:post_id")) ?? Positive(ShortLink(Field("guid"))) ?? Positive(ShortLink(Field("link")));

    public string Type => Field("wp:post_type") ?? "post";

    public string Status => Field("wp:status") ?? "publish";

    public IEnumerable<MarkupElement> Categories => element.ChildrenNamed("category");

    public IEnumerable<WxrComment> Comments => element.ChildrenNamed("wp:comment").Select(c => new WxrComment(c));

    public string? Field(string name) => Blank.ToNull(element.Child(name)?.Text());

    public string? Raw(string name) => Blank.KeepOrNull(element.Child(name)?.Text());

    public string? Meta(string key) => Blank.ToNull(element.ChildrenNamed("wp:postmeta")
        .FirstOrDefault(meta => meta.Child("wp:meta_key")?.Text().Trim() == key)?.Child("wp:meta_value")?.Text());

    /// <summary>WordPress writes 0000-00-00 for a date in UTC that it does not know, and keeps the local one.</summary>
    public DateTimeOffset? Date(string gmtField, string localField, TimeZoneInfo zone) =>
        LooseDate.Parse(Field(gmtField), TimeZoneInfo.Utc) ?? LooseDate.Parse(Field(localField), zone);

    public static long? Positive(string? digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static string? ShortLink(string? address) =>
        address is not null && ShortLinkPattern().Match(address) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"[?&](?:p|page_id|attachment_id)=(\d+)(?:&|$)", RegexOptions.CultureInvariant)]
    private static partial Regex ShortLinkPattern();
}

/// <summary>One comment as it is on the wire. The address of its writer's computer is not even read.</summary>
internal sealed class WxrComment(MarkupElement element)
{
    public string? Id => Field("wp:comment_id");

    public string Type => Field("wp:comment_type") ?? "comment";

    public string? Body => Blank.KeepOrNull(element.Child("wp:comment_content")?.Text());

    public ItemReply ToReply(string id, string body, TimeZoneInfo zone) => new()
    {
        Id = id,
        ParentId = Field("wp:comment_parent") is { } parent and not "0" ? parent : null,
        Name = NameOf(Blank.OneLine(Field("wp:comment_author"))),
        Email = Field("wp:comment_author_email"),
        Body = body,
        Written = LooseDate.Parse(Field("wp:comment_date_gmt"), TimeZoneInfo.Utc) ?? LooseDate.Parse(Field("wp:comment_date"), zone),
        State = StateOf(Field("wp:comment_approved")),
    };

    /// <summary>Some readers give their e-mail address as their name; a name is shown, an address never.</summary>
    private static string? NameOf(string? written) =>
        written?.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && !written.Contains(' ', StringComparison.Ordinal) ? written[..at] : written;

    private static ItemReplyState StateOf(string? approved) => approved switch
    {
        "1" or "approve" => ItemReplyState.Approved,
        "spam" => ItemReplyState.Spam,
        "trash" or "post-trashed" => ItemReplyState.Rejected,
        _ => ItemReplyState.Held,
    };

    private string? Field(string name) => Blank.ToNull(element.Child(name)?.Text());
}
