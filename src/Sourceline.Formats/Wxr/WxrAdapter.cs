using Sourceline.Formats.Feeds;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Wxr;

/// <summary>What the reader of an export knows beside the item itself.</summary>
internal sealed record WxrContext(WxrHeader Header, WxrPatterns Patterns, ReadOptions Options)
{
    public Uri? BaseUrl => Header.BaseUrl(Options);
}

/// <summary>Turns an item of an export into news, or says why it is none.</summary>
internal static class WxrAdapter
{
    public static IEnumerable<ReadResult> Read(WxrPost post, WxrContext context, Position position)
    {
        if (KindOf(post.Type) is not { } kind)
            return [Skip($"This is not news but WordPress's \"{post.Type}\".")];
        if (post.Status == "trash")
            return [Skip("The item was in the bin at its origin.")];
        if (post.Status == "auto-draft")
            return [Skip("The item is an empty draft that WordPress made by itself.")];
        var body = WxrBody.Convert(post.Content, post.Meta("footnotes"), context.Patterns, context.BaseUrl);
        var replies = WxrReplies.Read(post, context.Options.TimeZone);
        var dates = post.Dates(context.Options.TimeZone);
        var item = ToItem(post, kind, context) with
        {
            BodyHtml = body.Html,
            Replies = replies.Replies,
            Published = dates.Published,
            PublishedIsLastChange = dates.IsLastChange,
            Updated = dates.Updated,
        };
        if (kind != NewsItemKind.Attachment)
            item = item with { Attachments = [.. BodyPictures.Add([], body.Html)] };
        var doubts = dates.Doubts.Concat(body.Doubts).Concat(replies.Doubts);
        if (StageOf(post) is null)
            doubts = doubts.Append($"The status \"{post.Status}\" is not known; the item is taken as a draft.");
        if (item is { Kind: NewsItemKind.Attachment, Attachments.IsEmpty: true })
            doubts = doubts.Append("The file has no URL, so it cannot be fetched.");
        return
        [
            new ItemRead(item, default, position),
            .. doubts.Select(doubt => new ProblemFound(ProblemSeverity.Warning, position, doubt, post.Id)),
        ];

        ProblemFound Skip(string reason) => new(ProblemSeverity.Skipped, position, reason, post.Id);
    }

    private static NewsItem ToItem(WxrPost post, NewsItemKind kind, WxrContext context)
    {
        var (header, origin) = (context.Header, context.Header.Origin(context.Options));
        var terms = WxrTerms.Read(post, header);
        var link = UrlText.Resolve(post.Field("link"), context.BaseUrl) is { } url && UrlText.Web(url) is not null ? url : null;
        return new NewsItem
        {
            Origin = origin,
            Id = post.Id,
            Number = post.Number,
            Kind = kind,
            Url = link,
            FormerUrls = FormerUrls.Of(post, kind, link, context.BaseUrl),
            Headline = HtmlText.Headline(post.Field("title")),
            Lead = HtmlText.Plain(post.Field("excerpt:encoded")),
            Categories = terms.Categories,
            Tags = terms.Tags,
            Byline = header.Authors.BylineOf(post),
            Language = LanguageTag.Closer(terms.Language, header.Language),
            TranslationKey = terms.Translations is { } set ? TranslationSet.OfName(origin, set) : null,
            Stage = StageOf(post) ?? NewsItemStage.Draft,
            Attachments = kind == NewsItemKind.Attachment && ToAttachment(post, context.BaseUrl) is { } file ? [file] : [],
        };
    }

    /// <summary>Null where the post type is no news: menus, reusable blocks, styles, plug-ins' own data.</summary>
    private static NewsItemKind? KindOf(string type) =>
        type switch
        {
            "post" => NewsItemKind.Story,
            "page" => NewsItemKind.Page,
            "attachment" => NewsItemKind.Attachment,
            _ => null,
        };

    /// <summary>Null where the status is not known. "inherit" is an attachment's: it goes with its post.</summary>
    private static NewsItemStage? StageOf(WxrPost post) =>
        post.Status switch
        {
            _ when post.Field("wp:post_password") is not null => NewsItemStage.Private,
            "publish" or "inherit" => NewsItemStage.Published,
            "draft" or "pending" => NewsItemStage.Draft,
            "future" => NewsItemStage.Scheduled,
            "private" => NewsItemStage.Private,
            _ => null,
        };

    private static ItemAttachment? ToAttachment(WxrPost post, Uri? baseUrl)
    {
        if (UrlText.Resolve(post.Field("wp:attachment_url"), baseUrl) is not { } url)
            return null;
        return new ItemAttachment(url)
        {
            Id = post.Id,
            ParentId = post.Field("wp:post_parent") is { } parent and not "0" ? parent : null,
            Caption = HtmlText.Plain(post.Field("excerpt:encoded")) ?? HtmlText.Headline(post.Field("title")),
            AltText = post.Meta("_wp_attachment_image_alt"),
        };
    }
}
