namespace Sourceline.Search.Queries;

/// <summary>What is looked for.</summary>
internal sealed record SearchRequest
{
    /// <summary>Words, "phrases", begin*, -without, one OR other; may be empty.</summary>
    public string Words { get; init; } = "";

    /// <summary>Who said it: a name or a part of one.</summary>
    public string? Speaker { get; init; }

    /// <summary>Through whose hands it came, whoever said it.</summary>
    public string? Via { get; init; }

    /// <summary>The address of a source that the story cites in any place.</summary>
    public string? Source { get; init; }

    /// <summary>The address of a category.</summary>
    public string? Category { get; init; }

    /// <summary>A language tag such as <c>fa</c>.</summary>
    public string? Language { get; init; }

    /// <summary>The first day of publication, in the site's zone.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    public SearchOrder Order { get; init; }

    /// <summary>The last word is still being typed.</summary>
    public bool Typing { get; init; }

    /// <summary>Where the page before ended; null for the first.</summary>
    public ResultCursor? After { get; init; }

    /// <summary>Nothing was asked for: the newest stories.</summary>
    public bool IsEmpty => Words.Length == 0 && !HasFilters;

    /// <summary>Something beside the words was asked for.</summary>
    public bool HasFilters =>
        Speaker is not null
        || Via is not null
        || Source is not null
        || Category is not null
        || Language is not null
        || From is not null
        || To is not null;

    /// <summary>Who said what: then the words are looked for in what was said.</summary>
    public bool AsksForStatements => Speaker is not null || Via is not null;
}

/// <summary>In which order stories are found.</summary>
internal enum SearchOrder
{
    Relevance,
    Newest,
}
