using Sourceline.Attribution.Model;

namespace Sourceline.Data.Model;

/// <summary>That somebody was asked and said nothing, as a version reports it. It is no statement.</summary>
/// <param name="Kind">What became of the question.</param>
/// <param name="Asked">The name of whom was asked, or the words for somebody unnamed; null where the text does not say.</param>
/// <param name="AskedKind">What kind of source that is.</param>
/// <param name="WhoIs">Whom "he" or "the ministry" means; null where that is not known or <paramref name="Asked"/> is a name.</param>
/// <param name="Via">The outlet that asked; null where the text does not say.</param>
/// <param name="Span">The words that say so, in UTF-16 code units of <see cref="StoryVersion.Text"/>.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record VersionAnswer(
    AnswerKind Kind,
    string? Asked,
    SourceKind? AskedKind,
    string? WhoIs,
    string? Via,
    TextSpan Span,
    double Confidence
);
