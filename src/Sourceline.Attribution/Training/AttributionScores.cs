namespace Sourceline.Attribution.Training;

/// <summary>Precision, recall and their harmonic mean, each from 0 to 1.</summary>
public readonly record struct Score(double Precision, double Recall)
{
    /// <summary>The harmonic mean; 0 where nothing is right.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>
/// How well readings agree with what people marked, over all documents together. Tokens are counted; marks at the edges do not count.
/// </summary>
public sealed record AttributionScores
{
    /// <summary>Contents that are the same to the token.</summary>
    public required Score ContentExact { get; init; }

    /// <summary>The mean share of each content that the best other one covers.</summary>
    public required Score ContentSoft { get; init; }

    /// <summary>Attributions paired one to one whose contents share half of their tokens (Dice) or more.</summary>
    public required Score Found { get; init; }

    /// <summary>Found, the cues share a token, and so do the sources, or neither has one.</summary>
    public required Score FullSoft { get; init; }

    /// <summary>Found, and source, cue and content are the same to the token.</summary>
    public required Score FullExact { get; init; }

    /// <summary>Cues that are the same to the token.</summary>
    public required Score CueExact { get; init; }

    /// <summary>Sources that are the same to the token, where there is one.</summary>
    public required Score SourceExact { get; init; }

    /// <summary>How the confidence of statements fits the share of them that is right: full soft.</summary>
    public required Reliability Statements { get; init; }

    /// <summary>
    /// The same of links, as far as they can be judged: those that the words of the statement's own source make. Right is one whose statement is
    /// found and whose words share a token with the source.
    /// </summary>
    public required Reliability Links { get; init; }
}
