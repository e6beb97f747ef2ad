using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Pipeline.Spans;

namespace Sourceline.Attribution.Training;

/// <summary>Trains one chain of labels, or several over the same features, which then share a table.</summary>
/// <param name="epochs">How often each sequence is seen.</param>
/// <param name="learners">One a chain.</param>
internal sealed class ChainTrainer(int epochs, params ChainLearner[] learners)
{
    /// <summary>Features whose weights all stay below this share of the largest are left out of the table: a third of its size, and nothing is lost.</summary>
    private const float LeastWeight = .14f;

    private readonly List<uint[][]> _features = [];
    private readonly List<byte[]>[] _right = Array.ConvertAll(learners, _ => new List<byte[]>());

    /// <summary>Adds a sequence to learn from.</summary>
    /// <param name="features">The features of each place.</param>
    /// <param name="right">For each chain the right label of each place; a label that may not follow the one before is an error.</param>
    public void Add(uint[][] features, params byte[][] right)
    {
        if (features.Length == 0)
            return;
        for (var c = 0; c < learners.Length; c++)
        {
            Check(right[c], learners[c].Labels);
            _right[c].Add(right[c]);
        }

        _features.Add(features);
    }

    public ChainModel Train()
    {
        var rows = new FeatureRows(_features.SelectMany(s => s).SelectMany(f => f));
        var sequences = _features.ConvertAll(s => Array.ConvertAll(s, f => rows.Of(f)));
        Parallel.For(0, learners.Length, c => learners[c].Learn(sequences, _right[c], rows.Count, epochs));
        return Freeze(rows);
    }

    private static void Check(byte[] right, int labels)
    {
        for (var t = 0; t < right.Length; t++)
        {
            if (!SpanLabels.MayFollow(t == 0 ? labels : right[t - 1], right[t], labels))
                throw new ArgumentException(FormattableString.Invariant($"label {right[t]} may not stand at {t}"), nameof(right));
        }
    }

    private ChainModel Freeze(FeatureRows rows)
    {
        var builder = new WeightTableBuilder(learners.Sum(l => l.Labels - 1));
        var weights = new List<float>();
        foreach (var (feature, row) in rows.All)
        {
            weights.Clear();
            foreach (var learner in learners)
                weights.AddRange(learner.WeightsOf(row));
            builder.Add(feature, [.. weights]);
        }

        return new ChainModel(builder.Build(LeastWeight), Array.ConvertAll(learners, l => new LabelChain(l.Transitions)));
    }
}
