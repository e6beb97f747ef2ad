using Sourceline.Attribution.Model;
using Sourceline.Data.Model;

namespace Sourceline.Sourcing.Dependencies;

/// <summary>A live story that depends on a source.</summary>
/// <param name="Said">How many of its statements end with the source.</param>
/// <param name="Relayed">How many came through its hands.</param>
/// <param name="Confirmed">An editor confirmed one of them.</param>
/// <param name="Sentences">In the order of the text, each once, however many statements it holds.</param>
public sealed record DependentStory(
    long Id,
    long Number,
    string Slug,
    string Headline,
    string Language,
    DateTime PublishedUtc,
    DependencyKind Kind,
    int Said,
    int Relayed,
    bool Confirmed,
    IReadOnlyList<DependentSentence> Sentences
);

/// <summary>A sentence in which something stands that came from or through the source.</summary>
/// <param name="Words">As the story has it.</param>
/// <param name="Statements">Never empty.</param>
public sealed record DependentSentence(string Words, IReadOnlyList<DependentStatement> Statements);

/// <summary>A statement that came from or through the source.</summary>
/// <param name="Words">What was said.</param>
/// <param name="Lines">The ways it came.</param>
/// <param name="DateFrom">The first day on which it can have been said; null where the text does not say.</param>
/// <param name="DateTo">The last day.</param>
/// <param name="DateWords">The text's own words for that.</param>
/// <param name="Confirmed">By an editor.</param>
/// <param name="Said">The source said it; otherwise it passed it on.</param>
/// <param name="Polarity">How the source stands to the words.</param>
public sealed record DependentStatement(
    string Words,
    IReadOnlyList<ChainView> Lines,
    DateOnly? DateFrom,
    DateOnly? DateTo,
    string? DateWords,
    bool Confirmed,
    bool Said,
    Polarity Polarity
);
