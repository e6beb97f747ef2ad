namespace Sourceline.Attribution.Model;

/// <summary>That somebody was asked and said nothing. It is no statement.</summary>
public sealed record Answer
{
    /// <summary>What became of the question.</summary>
    public required AnswerKind Kind { get; init; }

    /// <summary>The words that say so, from the one who was asked to the end of the phrase: "Lorvane did not respond to a request for comment".</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Who was asked. Null where the text does not say.</summary>
    public Hop? Asked { get; init; }

    /// <summary>The outlet that asked: "declined to comment to the Strand Gleaner". Null where the text does not say.</summary>
    public Hop? Via { get; init; }

    /// <summary>How likely it is that kind and name are right, 0 to 1.</summary>
    public required double Confidence { get; init; }
}

/// <summary>What became of a question to somebody.</summary>
public enum AnswerKind
{
    /// <summary>"Declined to comment", "had no comment", "would not say".</summary>
    Declined,

    /// <summary>"Could not be reached", "was not available for comment".</summary>
    Unreachable,

    /// <summary>"Did not respond to a request for comment", "did not return calls".</summary>
    NoResponse,
}
