using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>Finds the candidates of a document: possible cues, the best source and content of each, and how sure the chains are. Not thread-safe.</summary>
internal sealed class CandidateFinder(SpanModel model)
{
    /// <summary>A cue less likely than this is not looked at, unless the rules or the roles see it.</summary>
    private const double LeastCue = .1;

    /// <summary>More cues than this in one sentence are a list or noise: the best readings have theirs first.</summary>
    private const int MostCues = 16;

    /// <summary>A content goes on for so many sentences at most.</summary>
    public const int MostFollowOn = 6;

    private const int RankOfRoles = 4;
    private const int RankOfRules = 5;

    /// <summary>What is taken from the score of "no cue" to find the next best cues.</summary>
    private static readonly float[] Handicaps = [0, 1];

    private readonly ChainScratch _cues = new();
    private readonly ChainScratch _roles = new();
    private readonly ChainScratch _arguments = new();
    private readonly CueView _view = new();
    private readonly uint[] _features = new uint[Math.Max(CueFeatures.Most, ArgumentFeatures.Most)];
    private readonly List<(TokenRange Cue, int Rank)> _found = [];

    /// <summary>The best reading: it tells what the other cues of a sentence are.</summary>
    private byte[] _labels = [];

    /// <summary>The candidates in the order of their sentences, without a confidence yet.</summary>
    public List<Candidate> Find(SpanFacts facts, CancellationToken cancellationToken)
    {
        var candidates = new List<Candidate>();
        for (var s = 0; s < facts.Sentences.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var first = candidates.Count;
            InSentence(facts, s, candidates);
            for (var i = candidates.Count - 1; i >= first; i--)
            {
                FollowOn(facts, candidates[i]);
                if (candidates[i].Content.Count == 0)
                    candidates.RemoveAt(i);
            }
        }

        return candidates;
    }

    /// <summary>What is found looks at the sentence alone.</summary>
    private void InSentence(SpanFacts facts, int number, List<Candidate> candidates)
    {
        var sentence = facts.Sentences[number];
        Score(facts, sentence);
        FindCues(facts, sentence, number);
        if (_found.Count == 0)
            return;
        var best = _labels.AsSpan(0, sentence.Tokens.Count);
        foreach (var (cue, rank) in _found)
        {
            var likely = AnyCue(cue, sentence);
            if (likely < LeastCue && rank < RankOfRoles)
                continue;
            var candidate = new Candidate(cue, number) { Rank = rank };
            var begin = cue.First - sentence.First;
            var before = best[begin];
            best[begin] = SpanLabels.Cue.Begin;
            _view.Look(facts, sentence, cue, best);
            best[begin] = before;
            Arguments(facts, candidate, likely);
            candidates.Add(candidate);
        }
    }

    private void Score(SpanFacts facts, Sentence sentence)
    {
        var length = sentence.Tokens.Count;
        _cues.Begin(length);
        _roles.Begin(length);
        if (_labels.Length < length)
            _labels = new byte[length * 2];
        var features = new CueFeatures(facts, sentence);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var list = _features.AsSpan(0, features.Fill(i, _features));
            model.Sentences.Score(list, i - sentence.First, _cues, _roles);
        }

        _cues.Sum(model.Cues.Transitions);
        _roles.Sum(model.Roles.Transitions);
    }

    /// <summary>Cues of the best reading, then of readings that see more of them, then those of the roles and of the rules.</summary>
    private void FindCues(SpanFacts facts, Sentence sentence, int number)
    {
        _found.Clear();
        for (var rank = 0; rank < Handicaps.Length; rank++)
        {
            Handicap(rank == 0 ? 0 : Handicaps[rank] - Handicaps[rank - 1]);
            _cues.Decode(model.Cues);
            if (rank == 0)
                _cues.Labels.AsSpan(0, _cues.Length).CopyTo(_labels);
            Collect(_cues.Labels, SpanLabels.Cue.Begin, sentence, rank);
        }

        _roles.Decode(model.Roles);
        Collect(_roles.Labels, SpanLabels.Role.Cue, sentence, RankOfRoles);
        foreach (var clause in facts.Clauses[number])
        {
            if (!clause.Cue.IsEmpty)
                Add(clause.Cue, RankOfRules);
        }
    }

    private void Handicap(float by)
    {
        for (var t = 0; t < _cues.Length; t++)
            _cues.ScoresAt(t)[SpanLabels.None] -= by;
    }

    private void Collect(byte[] labels, byte begin, Sentence sentence, int rank)
    {
        for (var t = 0; t < sentence.Tokens.Count; t++)
        {
            if (labels[t] != begin)
                continue;
            var end = t + 1;
            while (end < sentence.Tokens.Count && labels[end] == begin + 1)
                end++;
            Add(new TokenRange(sentence.First + t, sentence.First + end), rank);
            t = end - 1;
        }
    }

    private void Add(TokenRange cue, int rank)
    {
        if (_found.Count == MostCues)
            return;
        foreach (var (better, _) in _found)
        {
            if (better.Overlaps(cue))
                return;
        }

        _found.Add((cue, rank));
    }

    private double AnyCue(TokenRange cue, Sentence sentence)
    {
        var likely = 0d;
        for (var i = cue.First; i < cue.End; i++)
            likely = Math.Max(likely, 1 - _cues.Probability(i - sentence.First, SpanLabels.None));
        return likely;
    }

    private void Arguments(SpanFacts facts, Candidate candidate, double likely)
    {
        var sentence = _view.Sentence;
        var length = sentence.Tokens.Count;
        _arguments.Begin(length);
        var features = new ArgumentFeatures(_view);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var place = i - sentence.First;
            if (candidate.Cue.Has(i))
            {
                _arguments.ScoresAt(place).Fill(LinearChain.Never);
                _arguments.ScoresAt(place)[SpanLabels.None] = 0;
            }
            else
            {
                model.Arguments.Score(_features.AsSpan(0, features.Fill(i, _features)), place, _arguments);
            }
        }

        var best = _arguments.Decode(model.OfCue);
        _arguments.Sum(model.OfCue.Transitions);
        Take(candidate, sentence);
        candidate.Evidence = new CandidateEvidence
        {
            Cue = _cues.ProbabilityOfStretch(
                model.Cues.Transitions,
                candidate.Cue.First - sentence.First,
                candidate.Cue.End - sentence.First,
                SpanLabels.Cue.Begin
            ),
            AnyCue = likely,
            Content = Mean(candidate.Content, sentence, _arguments, SpanLabels.Argument.Content),
            ContentStart =
                candidate.Content.Count == 0
                    ? 1
                    : _arguments.Probability(candidate.Content[0].First - sentence.First, SpanLabels.Argument.Content),
            Source = candidate.Source is { } source
                ? _arguments.Probability(source.First - sentence.First, SpanLabels.Argument.Source)
                : NoSource(length),
            Arguments = Math.Exp(best - _arguments.LogTotal),
            CueRole = MostLikelyCue(candidate.Cue, sentence),
            ContentRole = Mean(candidate.Content, sentence, _roles, SpanLabels.Role.Content),
            SourceRole = candidate.Source is { } role ? Mean([role], sentence, _roles, SpanLabels.Role.Source) : 0,
        };
    }

    private void Take(Candidate candidate, Sentence sentence)
    {
        for (var t = 0; t < sentence.Tokens.Count; t++)
        {
            var begin = _arguments.Labels[t];
            if (begin is not (SpanLabels.Argument.Source or SpanLabels.Argument.Content))
                continue;
            var end = t + 1;
            while (end < sentence.Tokens.Count && _arguments.Labels[end] == begin + 1)
                end++;
            var range = new TokenRange(sentence.First + t, sentence.First + end);
            if (begin == SpanLabels.Argument.Content)
                candidate.Content.Add(range);
            else
                candidate.Source ??= range;
            t = end - 1;
        }
    }

    private double MostLikelyCue(TokenRange cue, Sentence sentence)
    {
        var likely = 0d;
        for (var i = cue.First; i < cue.End; i++)
            likely = Math.Max(likely, _roles.ProbabilityOfBoth(i - sentence.First, SpanLabels.Role.Cue));
        return likely;
    }

    private double NoSource(int length)
    {
        var none = 1d;
        for (var t = 0; t < length; t++)
            none *= 1 - _arguments.Probability(t, SpanLabels.Argument.Source);
        return none;
    }

    private static double Mean(List<TokenRange> ranges, Sentence sentence, ChainScratch chain, byte begin)
    {
        double sum = 0;
        var count = 0;
        foreach (var range in ranges)
        {
            for (var i = range.First; i < range.End; i++, count++)
                sum += chain.ProbabilityOfBoth(i - sentence.First, begin);
        }

        return count == 0 ? 0 : sum / count;
    }

    private void FollowOn(SpanFacts facts, Candidate candidate)
    {
        var next = candidate.Sentence + 1;
        for (; next < facts.Sentences.Count && next - candidate.Sentence <= MostFollowOn; next++)
        {
            if (model.FollowOn.Probability(_features.AsSpan(0, FollowOnFeatures.Fill(facts, candidate, next, _features))) < .5)
                break;
            var sentence = facts.Sentences[next].Tokens;
            if (candidate.Content.Count > 0 && candidate.Content[^1].End >= sentence.First - 1)
                candidate.Content[^1] = candidate.Content[^1] with { End = sentence.End };
            else
                candidate.Content.Add(sentence);
        }

        candidate.FollowOn = next - candidate.Sentence - 1;
    }
}
