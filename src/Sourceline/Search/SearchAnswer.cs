using Sourceline.Search.Queries;
using Sourceline.Sourcing;

namespace Sourceline.Search;

/// <summary>What was found, as readers may see it now.</summary>
internal sealed record SearchAnswer
{
    public required SearchRequest Request { get; init; }

    /// <summary>Sentences about what is wrong with the request; then nothing was looked for.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public IReadOnlyList<FoundStory> Stories { get; init; } = [];

    /// <summary>All stories that were found, on this page and others.</summary>
    public int Total { get; init; }

    public IReadOnlyList<Facet> Categories { get; init; } = [];

    public IReadOnlyList<Facet> Years { get; init; } = [];

    public IReadOnlyList<Facet> Sources { get; init; } = [];

    /// <summary>Where the next page begins; null at the end.</summary>
    public ResultCursor? Next { get; init; }

    /// <summary>No statement held the words; the stories hold them beside a statement of whom was asked for.</summary>
    public bool Loosely { get; init; }

    /// <summary>There is no index, or it is still being built.</summary>
    public IndexState State { get; init; }
}

/// <summary>Whether searches can be answered.</summary>
internal enum IndexState
{
    Ready,

    /// <summary>Being built: some stories are not found yet.</summary>
    Building,

    /// <summary>Nothing can be looked for at present.</summary>
    Missing,
}

/// <summary>A story that was found.</summary>
/// <param name="Extract">Finds where in its text the words are, null where there is no such place; asked for where it is shown, since it takes reading the text.</param>
/// <param name="Statements">Those that the search is about.</param>
internal sealed record FoundStory(
    long Id,
    long Number,
    string Slug,
    string Language,
    DateTime PublishedUtc,
    string Category,
    string CategorySlug,
    IReadOnlyList<MarkedPiece> Headline,
    string? Lead,
    Func<IReadOnlyList<MarkedPiece>?> Extract,
    IReadOnlyList<FoundStatement> Statements
);

/// <summary>A statement with what was looked for marked.</summary>
/// <param name="View">The statement.</param>
/// <param name="Words">What was said.</param>
/// <param name="Sentence">The whole sentence that it is part of.</param>
internal sealed record FoundStatement(StatementView View, IReadOnlyList<MarkedPiece> Words, IReadOnlyList<MarkedPiece> Sentence);

/// <summary>So many of the stories found have this in common.</summary>
/// <param name="Key">What narrows the search to them: an address, a year.</param>
internal sealed record Facet(string Key, string Name, int Count);
