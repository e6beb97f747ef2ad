using System.Collections.Immutable;

namespace Sourceline.Formats;

/// <summary>
/// One piece of news as it travels between systems, whatever the format. Text and HTML are untrusted and not sanitised. Strings are never
/// empty: what the sender left blank is null.
/// </summary>
public sealed record NewsItem
{
    /// <summary>
    /// Who gives the <see cref="Id"/>: a site's host name without "www.", a feed's or an agency's identifier. Origin and id together
    /// identify an item.
    /// </summary>
    public required string Origin { get; init; }

    /// <summary>
    /// The item's identifier at its origin; stable over its versions. A web URL is written in one way here, with https, without "www.",
    /// fragment and tracking parameters.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The public number at its origin, 1 or more, where it has one. For WXR the post id.</summary>
    public long? Number { get; init; }

    /// <summary>What sort of item it is.</summary>
    public NewsItemKind Kind { get; init; }

    /// <summary>Where it is or was published.</summary>
    public string? Url { get; init; }

    /// <summary>Other URLs that led to it before, such as those of earlier headlines; absolute.</summary>
    public ImmutableArray<string> FormerUrls { get; init; } = [];

    /// <summary>Plain text. Null where the sender gives none; a headline is then made from the first words by the receiver.</summary>
    public string? Headline { get; init; }

    /// <summary>The lead, standfirst or excerpt as plain text; not repeated in the body.</summary>
    public string? Lead { get; init; }

    /// <summary>The body as HTML. Plain text comes as escaped paragraphs. Null where there is only a headline.</summary>
    public string? BodyHtml { get; init; }

    /// <summary>
    /// First publication. Null where it is not known: a date that cannot be read is reported and never replaced by another.
    /// </summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>
    /// Whether <see cref="Published"/> is the date of the last change, because the sender gives no date of publication at all.
    /// </summary>
    public bool PublishedIsLastChange { get; init; }

    /// <summary>The last change.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Not to be published before this instant.</summary>
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>The sections it is filed under, most important first, as readable names.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Keywords, as readable names.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Who wrote it: one name, or several separated by commas, without "By" and e-mail addresses.</summary>
    public string? Byline { get; init; }

    /// <summary>The place of the dateline, as printed.</summary>
    public string? Place { get; init; }

    /// <summary>BCP 47 tag, such as <c>en</c> or <c>pt-BR</c>.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// Equal for items that are translations of one another, by what their senders say, and for no others; 39 characters. Null where the
    /// sender says nothing of translations.
    /// </summary>
    public string? TranslationKey { get; init; }

    /// <summary>Whether it may be used: IPTC's usable, withheld, canceled.</summary>
    public PublishingStatus Status { get; init; }

    /// <summary>What stage the item had reached at its origin.</summary>
    public NewsItemStage Stage { get; init; }

    /// <summary>The version at its origin, where it counts them; the highest version wins.</summary>
    public int? Version { get; init; }

    /// <summary>Readers' replies, parents before their children.</summary>
    public ImmutableArray<ItemReply> Replies { get; init; } = [];

    /// <summary>Files that belong to it: pictures, sound, documents.</summary>
    public ImmutableArray<ItemAttachment> Attachments { get; init; } = [];
}

/// <summary>What sort of item it is.</summary>
public enum NewsItemKind
{
    /// <summary>A story.</summary>
    Story,

    /// <summary>A standing page, such as "About us".</summary>
    Page,

    /// <summary>A file of the media library, in <see cref="NewsItem.Attachments"/>.</summary>
    Attachment,
}

/// <summary>IPTC publishing status (NewsML-G2 pubStatus, ninjs pubstatus).</summary>
public enum PublishingStatus
{
    /// <summary>May be used.</summary>
    Usable,

    /// <summary>Held back for now.</summary>
    Withheld,

    /// <summary>Killed; must not be used.</summary>
    Canceled,
}

/// <summary>How far the item had come where it was made.</summary>
public enum NewsItemStage
{
    /// <summary>It was public.</summary>
    Published,

    /// <summary>Not finished, or waiting for review.</summary>
    Draft,

    /// <summary>To be published at <see cref="NewsItem.Published"/>, which was in the future.</summary>
    Scheduled,

    /// <summary>Finished, but not for the public: private or behind a password.</summary>
    Private,
}

/// <summary>A reader's reply.</summary>
public sealed record ItemReply
{
    /// <summary>The identifier at the item's origin.</summary>
    public required string Id { get; init; }

    /// <summary>The reply that this one answers.</summary>
    public string? ParentId { get; init; }

    /// <summary>The name that the reader gave.</summary>
    public string? Name { get; init; }

    /// <summary>The reader's e-mail address. Private: never to be shown, logged or exported.</summary>
    public string? Email { get; init; }

    /// <summary>The reply as HTML, with its paragraphs and line breaks; untrusted.</summary>
    public required string Body { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset? Written { get; init; }

    /// <summary>What the moderators decided.</summary>
    public ItemReplyState State { get; init; }

    /// <summary>Leaves the e-mail address out, so that a reply in a log or a message does not reveal it.</summary>
    public override string ToString() => $"{nameof(ItemReply)} {Id}";
}

/// <summary>What the moderators decided about a reply where it was written.</summary>
public enum ItemReplyState
{
    /// <summary>It waits for a moderator.</summary>
    Held,

    /// <summary>It was shown.</summary>
    Approved,

    /// <summary>It was rejected or deleted.</summary>
    Rejected,

    /// <summary>It was marked as spam.</summary>
    Spam,
}

/// <summary>A file that belongs to an item.</summary>
/// <param name="Url">Where it can be fetched, absolute where the sender gave enough to make it so.</param>
public sealed record ItemAttachment(string Url)
{
    /// <summary>What the file is to the item.</summary>
    public AttachmentRole Role { get; init; }

    /// <summary>The identifier at the item's origin.</summary>
    public string? Id { get; init; }

    /// <summary>The item that it belongs to, where it came as an item of its own.</summary>
    public string? ParentId { get; init; }

    /// <summary>MIME type as the sender states it.</summary>
    public string? MediaType { get; init; }

    /// <summary>The title or caption.</summary>
    public string? Caption { get; init; }

    /// <summary>The text for those who cannot see it.</summary>
    public string? AltText { get; init; }
}

/// <summary>What a file is to the item that it belongs to.</summary>
public enum AttachmentRole
{
    /// <summary>A file beside the text, such as an enclosure.</summary>
    Attached,

    /// <summary>The picture that stands for the item: WordPress's featured picture, JSON Feed's image, a page's og:image.</summary>
    Featured,

    /// <summary>A picture that the body shows.</summary>
    InBody,
}
