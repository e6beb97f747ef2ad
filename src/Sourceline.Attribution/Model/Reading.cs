using System.Collections.Immutable;

namespace Sourceline.Attribution.Model;

/// <summary>What was found in an <see cref="Article"/>.</summary>
/// <param name="Language">The language that the text was read in, as a BCP 47 tag; <c>und</c> where it is not one that is known.</param>
/// <param name="Statements">The statements in the order of their content. Empty where nobody is cited.</param>
public sealed record Reading(string Language, ImmutableArray<AttributedStatement> Statements)
{
    /// <summary>
    /// What else is attributed to somebody, in the order of its content: what they want, support, think or feel, decline to say, or may yet say.
    /// Nobody is cited by it. Its chains hold only the hands that its own words name. Found by a model alone; empty without one.
    /// </summary>
    public ImmutableArray<AttributedStatement> Attitudes { get; init; } = [];

    /// <summary>Who was asked and said nothing ("declined to comment"), in text order. Empty where the text reports no such thing.</summary>
    public ImmutableArray<Answer> Answers { get; init; } = [];
}
