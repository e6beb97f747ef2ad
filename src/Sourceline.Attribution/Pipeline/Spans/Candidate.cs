using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>A possible attribution: a cue with the source and the content that go best with it.</summary>
internal sealed class Candidate(TokenRange cue, int sentence)
{
    public TokenRange Cue { get; } = cue;

    /// <summary>The number of the sentence that the cue stands in.</summary>
    public int Sentence { get; } = sentence;

    public TokenRange? Source { get; set; }

    /// <summary>What is said, in order; never empty once the candidate is found.</summary>
    public List<TokenRange> Content { get; } = [];

    /// <summary>How many whole sentences behind that of the cue the content goes on.</summary>
    public int FollowOn { get; set; }

    /// <summary>How far the cue was from being the best reading of its sentence: 0 for the best, larger for a more far-fetched one.</summary>
    public int Rank { get; init; }

    public CandidateEvidence Evidence { get; set; }

    /// <summary>How likely it is that a human reader would mark it so, from 0 to 1.</summary>
    public double Confidence { get; set; }

    public int Words => Content.Sum(c => c.Count);

    public int Shared(Candidate other) => Content.Sum(c => other.Content.Sum(c.Shared));
}

/// <summary>What the chains of labels say of a candidate. All are probabilities, from 0 to 1.</summary>
internal readonly record struct CandidateEvidence
{
    /// <summary>That exactly these tokens are a cue.</summary>
    public double Cue { get; init; }

    /// <summary>That any of these tokens belongs to a cue.</summary>
    public double AnyCue { get; init; }

    /// <summary>The mean over the content's tokens that they are content of this cue.</summary>
    public double Content { get; init; }

    /// <summary>That the first piece of the content begins where it does.</summary>
    public double ContentStart { get; init; }

    /// <summary>That the source begins where it does or, without one, that there is none.</summary>
    public double Source { get; init; }

    /// <summary>That source and content together are exactly these.</summary>
    public double Arguments { get; init; }

    /// <summary>That the tokens of the cue, the content and the source are such in the sentence as a whole, whatever cue they go with.</summary>
    public double CueRole { get; init; }

    public double ContentRole { get; init; }

    public double SourceRole { get; init; }
}
