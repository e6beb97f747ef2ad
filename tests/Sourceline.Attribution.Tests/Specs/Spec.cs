namespace Sourceline.Attribution.Tests.Specs;

/// <summary>One case of a specification file: a text and the statements that must be found in it, all of them and in order.</summary>
public sealed record Spec(
    string File,
    string Heading,
    string Text,
    DateOnly? Published,
    string? Language,
    IReadOnlyList<SpecStatement> Statements
)
{
    /// <summary>The answers that must be found, in order; null where the case does not say.</summary>
    public IReadOnlyList<string>? Answers { get; init; }
}

/// <summary>One expected statement: its first line, and the lines below it that are checked only where they are given.</summary>
public sealed record SpecStatement(string Line, IReadOnlyList<string> Details);
