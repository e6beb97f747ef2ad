using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Training;

/// <summary>A text in which people have marked every attribution.</summary>
/// <param name="Name">The name of the document, unique within its corpus.</param>
/// <param name="Text">The text; all spans count in it.</param>
/// <param name="Attributions">Who said what, in no particular order.</param>
/// <param name="Excluded">Stretches that were not annotated; what is found there is neither right nor wrong.</param>
public sealed record AnnotatedDocument(
    string Name,
    string Text,
    IReadOnlyList<AnnotatedAttribution> Attributions,
    IReadOnlyList<TextSpan> Excluded
);

/// <summary>One marked attribution. Spans count UTF-16 code units; a role that the text does not give is empty.</summary>
/// <param name="Source">Who says it.</param>
/// <param name="Cue">The words that link the two.</param>
/// <param name="Content">What is said, in one or several pieces.</param>
public sealed record AnnotatedAttribution(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content);
