using System.Collections.Immutable;

namespace Sourceline.Formats.Writing;

/// <summary>A feed to write: what the site says about itself, and its entries, newest first.</summary>
public sealed record FeedDocument
{
    /// <summary>The site's or section's title, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>The page that the feed belongs to.</summary>
    public required Uri HomeUrl { get; init; }

    /// <summary>Where the feed itself is fetched; also its identifier (RFC 4287, section 4.2.6).</summary>
    public required Uri SelfUrl { get; init; }

    /// <summary>One sentence on what the feed brings. RSS requires one; the title serves where this is null.</summary>
    public string? Description { get; init; }

    /// <summary>BCP 47 tag, such as <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>When anything in the feed last changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>The stories.</summary>
    public ImmutableArray<FeedEntry> Entries { get; init; } = [];
}

/// <summary>A story as feeds and agencies' formats carry it.</summary>
public sealed record FeedEntry
{
    /// <summary>The identifier, an IRI that never changes.</summary>
    public required string Id { get; init; }

    /// <summary>The public number, 1 or more.</summary>
    public long? Number { get; init; }

    /// <summary>The story's page.</summary>
    public required Uri Url { get; init; }

    /// <summary>Plain text.</summary>
    public required string Headline { get; init; }

    /// <summary>Plain text; null where the story has none.</summary>
    public string? Lead { get; init; }

    /// <summary>The body as sanitised HTML with absolute addresses; null where only headline and lead are given out.</summary>
    public string? ContentHtml { get; init; }

    /// <summary>First publication.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>The last change; the time of publication where nothing changed.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Sections, most important first, as readable names.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Keywords, as readable names.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Who wrote it, as printed.</summary>
    public string? Byline { get; init; }

    /// <summary>The place of the dateline, as printed. Written in ninjs alone.</summary>
    public string? Place { get; init; }

    /// <summary>BCP 47 tag where it differs from the feed's.</summary>
    public string? Language { get; init; }

    /// <summary>Where the same text stands in other languages, one address in each. Written in Atom alone, which has a place for it (RFC 4287, section 4.2.7.4).</summary>
    public ImmutableArray<FeedTranslation> Translations { get; init; } = [];

    /// <summary>The version, 1 and up; the highest wins. Written in ninjs alone.</summary>
    public int? Version { get; init; }

    /// <summary>Whether it may be used. Written in ninjs alone.</summary>
    public PublishingStatus Status { get; init; }

    /// <summary>Not to be published before this instant. Written in ninjs alone.</summary>
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>Who says what in it, through whom.</summary>
    public ImmutableArray<FeedStatement> Sourcing { get; init; } = [];
}

/// <summary>A story's page in another language.</summary>
/// <param name="Language">BCP 47 tag; another than the story's own.</param>
/// <param name="Url">The page.</param>
public sealed record FeedTranslation(string Language, Uri Url);

/// <summary>One statement of a story, for readers of the feed and for their programs.</summary>
public sealed record FeedStatement
{
    /// <summary>The whole in plain words: who says it, through whom, and what is not known.</summary>
    public required string Sentence { get; init; }

    /// <summary>What is stated, in the story's words.</summary>
    public string? Content { get; init; }

    /// <summary>The names of the chain, nearest hand first.</summary>
    public ImmutableArray<string> Chain { get; init; } = [];

    /// <summary>How the source stands to the content, such as <c>denies</c>. Null where it asserts it.</summary>
    public string? Polarity { get; init; }

    /// <summary>Whether an editor has confirmed it. What is not confirmed was found automatically, and its sentence says so.</summary>
    public bool Confirmed { get; init; }
}
