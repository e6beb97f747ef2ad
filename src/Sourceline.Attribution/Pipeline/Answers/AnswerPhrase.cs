using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Answers;

/// <summary>An answer as a sentence words it.</summary>
/// <param name="Kind">What became of the question.</param>
/// <param name="Sentence">Where it stands.</param>
/// <param name="Group">The words that say so: "declined to comment".</param>
/// <param name="Range">All of it, from whoever was asked to the end of the phrase.</param>
/// <param name="Asked">Who was asked; null where the sentence does not say.</param>
/// <param name="Via">The outlet that asked; null where the sentence does not say.</param>
internal sealed record AnswerPhrase(
    AnswerKind Kind,
    Sentence Sentence,
    TokenRange Group,
    TokenRange Range,
    SourcePhrase? Asked,
    SourcePhrase? Via
);
