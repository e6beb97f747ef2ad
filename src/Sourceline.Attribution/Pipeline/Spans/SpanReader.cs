namespace Sourceline.Attribution.Pipeline.Spans;

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
    /// <param name="candidates">In the order of their sentences.</param>
    /// <param name="threshold">The least confidence.</param>
    public static List<Candidate> Select(List<Candidate> candidates, double threshold)
    {
        // Which of several cues that overlap is exact, the chain of cues knows better than the judge.
        var apart = Apart(candidates.FindAll(c => c.Confidence >= threshold), ByRank, (a, b) => a.Cue.Overlaps(b.Cue));
        return Apart(apart, (a, b) => b.Confidence.CompareTo(a.Confidence), (a, b) => a.Shared(b) > Same * Math.Min(a.Words, b.Words));
    }

    private static int ByRank(Candidate a, Candidate b) =>
        a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank) : b.Confidence.CompareTo(a.Confidence);

    /// <summary>
    /// Of candidates that clash only the better one. What clashes stands so few sentences apart as a content may go on, so that a long text takes
    /// no longer a sentence.
    /// </summary>
    private static List<Candidate> Apart(List<Candidate> candidates, Comparison<Candidate> better, Func<Candidate, Candidate, bool> clash)
    {
        var kept = new Dictionary<int, List<Candidate>>();
        var order = Comparer<Candidate>.Create((a, b) => better(a, b) is not 0 and var first ? first : a.Cue.First.CompareTo(b.Cue.First));
        foreach (var candidate in candidates.Order(order))
        {
            if (Clashes(candidate, kept, clash))
                continue;
            if (!kept.TryGetValue(candidate.Sentence, out var beside))
                kept[candidate.Sentence] = beside = [];
            beside.Add(candidate);
        }

        return [.. kept.Values.SelectMany(c => c).OrderBy(c => c.Cue.First)];
    }

    private static bool Clashes(Candidate candidate, Dictionary<int, List<Candidate>> kept, Func<Candidate, Candidate, bool> clash)
    {
        for (var s = candidate.Sentence - CandidateFinder.MostFollowOn; s <= candidate.Sentence + CandidateFinder.MostFollowOn; s++)
        {
            if (kept.TryGetValue(s, out var beside) && beside.Exists(k => clash(k, candidate)))
                return true;
        }

        return false;
    }
}
