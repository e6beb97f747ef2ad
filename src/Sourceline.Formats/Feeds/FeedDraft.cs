namespace Sourceline.Formats.Feeds;

/// <summary>An item of a feed before its identifier is settled, which depends on the other items.</summary>
/// <param name="Item">The item. Its id is not used yet.</param>
/// <param name="Position">Where it begins.</param>
internal sealed record FeedDraft(NewsItem Item, Position Position)
{
    /// <summary>The identifier that the feed gives it: RSS's guid, Atom's and JSON Feed's id.</summary>
    public string? GivenId { get; init; }

    /// <summary>The date of publication as it is written.</summary>
    public string? PublishedText { get; init; }

    /// <summary>What to report about the item besides.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];
}
