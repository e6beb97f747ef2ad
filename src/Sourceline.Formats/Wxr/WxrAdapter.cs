using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>Turns an item of an export into news, or says why it is none.</summary>
internal static class WxrAdapter
{
    public static IEnumerable<ReadResult> Read(WxrPost post, WxrHeader header, Position position, ReadOptions options)
    {
        if (KindOf(post.Type) is not { } kind) return [Skip($"This is not news but WordPress's \"{post.Type}\".")];
        if (post.Status == "trash") return [Skip("The item was in the bin at its origin.")];
        if (post.Status == "auto-draft") return [Skip("The item is an empty draft that WordPress made by itself.")];
        var body = WxrBody.Convert(post.Raw("content:encoded"));
        var replies = WxrReplies.Read(post, options.TimeZone);
        var item = ToItem(post, kind, header, options) with { BodyHtml = body.Html, Replies = replies.Replies };
        var doubts = body.Doubts.Concat(replies.Doubts);
        if (StageOf(post) is null) doubts = doubts.Append($"The status \"{post.Status}\" is not known; the item is taken as a draft.");
        if (item is { Kind: NewsItemKind.Attachment, Attachments.IsEmpty: true }) doubts = doubts.Append("The file has no address, so it cannot be fetched.");
        return [new ItemRead(item, default, position), .. doubts.Select(doubt => new ProblemFound(ProblemSeverity.Warning, position, doubt, post.Id))];

        ProblemFound Skip(string reason) => new(ProblemSeverity.Skipped, position, reason, post.Id);
    }

    private static NewsItem ToItem(WxrPost post, NewsItemKind kind, WxrHeader header, ReadOptions options)
    {
        var terms = WxrTerms.Read(post, header);
        return new NewsItem
        {
            Origin = header.Origin(options),
            Id = post.Id,
            Number = post.Number,
            Kind = kind,
            Url = UrlText.Resolve(post.Field("link"), header.BaseUrl(options)) is { } url && UrlText.Web(url) is not null ? url : null,
            Headline = HtmlText.Plain(post.Field("title")),
            Lead = HtmlText.Plain(post.Field("excerpt:encoded")),
            Published = post.Date("wp:post_date_gmt", "wp:post_date", options.TimeZone) ?? LooseDate.Parse(post.Field("pubDate"), TimeZoneInfo.Utc),
            Updated = post.Date("wp:post_modified_gmt", "wp:post_modified", options.TimeZone),
            Categories = terms.Categories,
            Tags = terms.Tags,
            Byline = header.AuthorName(post.Field("dc:creator")),
            Language = LanguageTag.Closer(terms.Language, header.Language),
            TranslationKey = terms.Translations is { } set ? TranslationSet.OfName(header.Origin(options), set) : null,
            Stage = StageOf(post) ?? NewsItemStage.Draft,
            Attachments = kind == NewsItemKind.Attachment && ToAttachment(post, header, options) is { } file ? [file] : [],
        };
    }

    /// <summary>Null where the post type is no news: menus, reusable blocks, styles, plug-ins' own data.</summary>
    private static NewsItemKind? KindOf(string type) => type switch
    {
        "post" => NewsItemKind.Story,
        "page" => NewsItemKind.Page,
        "attachment" => NewsItemKind.Attachment,
        _ => null,
    };

    /// <summary>Null where the status is not known. "inherit" is an attachment's: it goes with its post.</summary>
    private static NewsItemStage? StageOf(WxrPost post) => post.Status switch
    {
        _ when post.Field("wp:post_password") is not null => NewsItemStage.Private,
        "publish" or "inherit" => NewsItemStage.Published,
        "draft" or "pending" => NewsItemStage.Draft,
        "future" => NewsItemStage.Scheduled,
        "private" => NewsItemStage.Private,
        _ => null,
    };

    private static ItemAttachment? ToAttachment(WxrPost post, WxrHeader header, ReadOptions options)
    {
        if (UrlText.Resolve(post.Field("wp:attachment_url"), header.BaseUrl(options)) is not { } url) return null;
        return new ItemAttachment(url)
        {
            Id = post.Id,
            ParentId = post.Field("wp:post_parent") is { } parent and not "0" ? parent : null,
            Caption = HtmlText.Plain(post.Field("excerpt:encoded")) ?? HtmlText.Plain(post.Field("title")),
            AltText = post.Meta("_wp_attachment_image_alt"),
        };
    }
}
