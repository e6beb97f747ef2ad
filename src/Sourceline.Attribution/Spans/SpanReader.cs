namespace Sourceline.Attribution;

/// <summary>Finds the attributions of a document with the trained model. Not thread-safe.</summary>
internal sealed class SpanReader(SpanModel model)
{
    /// <summary>Two candidates that share more of the shorter one's content than this are the same statement.</summary>
    private const double Same = .6;

    private readonly CandidateFinder _finder = new(model);
    private readonly uint[] _features = new uint[AcceptanceFeatures.Most];

    /// <summary>All candidates, each with its confidence, in the order of their sentences.</summary>
    public List<Candidate> Candidates(SpanFacts facts, CancellationToken cancellationToken)
    {
        var candidates = _finder.Find(facts, cancellationToken);
        var features = new AcceptanceFeatures(facts, candidates);
        for (var i = 0; i < candidates.Count; i++)
            candidates[i].Confidence = model.Acceptance.Probability(_features.AsSpan(0, features.Fill(i, _features)));
        return candidates;
    }

    /// <summary>The candidates to be believed: confident enough, and no two of one cue or of one content.</summary>
    public static List<Candidate> Select(List<Candidate> candidates, double threshold)
    {
        var chosen = new List<Candidate>();
        foreach (var candidate in candidates.Where(c => c.Confidence >= threshold).OrderBy(c => c.Rank).ThenByDescending(c => c.Confidence).ThenBy(c => c.Cue.First).ToList())
        {
            // Which of several cues that overlap is exact, the chain of cues knows better than the judge.
            if (!chosen.Exists(c => c.Cue.Overlaps(candidate.Cue)))
                chosen.Add(candidate);
        }

        chosen.Sort((a, b) => a.Confidence != b.Confidence ? b.Confidence.CompareTo(a.Confidence) : a.Cue.First.CompareTo(b.Cue.First));
        var kept = new List<Candidate>();
        foreach (var candidate in chosen)
        {
            if (!kept.Exists(k => k.Shared(candidate) > Same * Math.Min(k.Words, candidate.Words)))
                kept.Add(candidate);
        }

        return kept;
    }
}
