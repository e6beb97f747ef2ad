using System.Runtime.Intrinsics;

namespace Sourceline.Attribution.Learning;

/// <summary>
/// Inference over one sequence: its scores go in, the best labels and the probability of each label come out. Sums run forward and backward,
/// scaled at each place (Rabiner 1989, V.A). The room grows, and is used again for the next sequence.
/// </summary>
internal sealed class ChainScratch
{
    private const int Stride = LinearChain.Stride;
    private float[] _scores = [];
    private float[] _factors = [];
    private float[] _forward = [];
    private float[] _backward = [];
    private float[] _norms = [];
    private byte[] _back = [];

    /// <summary>Room for a label a place.</summary>
    public byte[] Labels { get; private set; } = [];

    public int Length { get; private set; }

    /// <summary>The log of the sum over all labellings, once they are summed up.</summary>
    public double LogTotal { get; private set; }

    /// <summary>Eight scores of a place; only those of labels count.</summary>
    public Span<float> ScoresAt(int place) => _scores.AsSpan(place * Stride, Stride);

    public void Begin(int length)
    {
        Length = length;
        if (Labels.Length >= length)
            return;
        var places = Math.Max(64, length * 2);
        _scores = new float[places * Stride];
        _factors = new float[places * Stride];
        _forward = new float[places * Stride];
        _backward = new float[places * Stride];
        _norms = new float[places];
        _back = new byte[places * Stride];
        Labels = new byte[places];
    }

    /// <summary>Fills in the best labels and returns their score.</summary>
    public float Decode(LabelChain chain) => LinearChain.Viterbi(_scores, chain.Scores, chain.Labels, Labels.AsSpan(0, Length), _back);

    public void Sum(Transitions transitions)
    {
        var labels = transitions.Labels;
        LogTotal = 0;
        for (var t = 0; t < Length; t++)
        {
            Factors(t, labels);
            var factors = Vector256.LoadUnsafe(ref _factors[t * Stride]);
            var sum = (t == 0 ? transitions.Beginning : transitions.Forward(_forward.AsSpan((t - 1) * Stride, Stride))) * factors;
            var norm = Vector256.Sum(sum);
            _norms[t] = norm;
            LogTotal += Math.Log(norm);
            (sum / norm).StoreUnsafe(ref _forward[t * Stride]);
        }

        var behind = Vector256.Create(1f);
        behind.StoreUnsafe(ref _backward[(Length - 1) * Stride]);
        for (var t = Length - 2; t >= 0; t--)
        {
            behind = transitions.Backward(behind * Vector256.LoadUnsafe(ref _factors[(t + 1) * Stride])) / _norms[t + 1];
            behind.StoreUnsafe(ref _backward[t * Stride]);
        }
    }

    /// <summary>How likely a place has a label. Only after <see cref="Sum"/>.</summary>
    public float Probability(int place, int label) => _forward[(place * Stride) + label] * _backward[(place * Stride) + label];

    /// <summary>How likely a place has a label or the one behind it in number, which goes on with it.</summary>
    public float ProbabilityOfBoth(int place, int begin) => Probability(place, begin) + Probability(place, begin + 1);

    /// <summary>How likely a label follows another.</summary>
    /// <param name="transitions">What the sums were made with.</param>
    /// <param name="place">The place of the second, 1 or more.</param>
    /// <param name="before">The first.</param>
    /// <param name="label">The second.</param>
    public float ProbabilityOfPair(Transitions transitions, int place, int before, int label) =>
        _forward[((place - 1) * Stride) + before] * Step(transitions, place, before, label) * _backward[(place * Stride) + label];

    /// <summary>How likely a stretch begins at one place, goes on up to another and ends there, and nothing of its kind goes on behind it.</summary>
    /// <param name="transitions">What the sums were made with.</param>
    /// <param name="first">The first place.</param>
    /// <param name="end">One past the last.</param>
    /// <param name="begin">The label where it begins; the next in number goes on.</param>
    public float ProbabilityOfStretch(Transitions transitions, int first, int end, int begin)
    {
        var likely = _forward[(first * Stride) + begin];
        var label = begin;
        for (var t = first + 1; t < end; t++, label = begin + 1)
            likely *= Step(transitions, t, label, begin + 1);
        if (end == Length)
            return likely;
        var rest = 0f;
        for (var next = 0; next < transitions.Labels; next++)
            rest += next == begin + 1 ? 0 : Step(transitions, end, label, next) * _backward[(end * Stride) + next];
        return likely * rest;
    }

    private float Step(Transitions transitions, int place, int before, int label) =>
        transitions[before, label] * _factors[(place * Stride) + label] / _norms[place];

    /// <summary>Scores as factors, the largest 1, so that nothing overflows.</summary>
    private void Factors(int place, int labels)
    {
        var scores = ScoresAt(place)[..labels];
        var most = scores[0];
        foreach (var score in scores)
            most = Math.Max(most, score);
        LogTotal += most;
        var factors = _factors.AsSpan(place * Stride, Stride);
        for (var y = 0; y < labels; y++)
            factors[y] = MathF.Exp(scores[y] - most);
        factors[labels..].Clear();
    }
}
