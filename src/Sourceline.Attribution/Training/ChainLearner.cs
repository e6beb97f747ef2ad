using System.Runtime.Intrinsics;
using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Pipeline.Spans;

namespace Sourceline.Attribution.Training;

/// <summary>
/// Trains a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over binary features: stochastic gradient steps of the
/// log likelihood, scaled by AdaGrad, each sequence seen with a share of its features left out.
/// </summary>
/// <param name="labels">How many labels there are.</param>
/// <param name="leftOut">The share of features left out, so that no feature leans on another that always comes with it.</param>
/// <param name="random">What is left out, and the order of the sequences.</param>
internal sealed class ChainLearner(int labels, double leftOut, SeededRandom random)
{
    private const int Stride = LinearChain.Stride;
    private const float Rate = .03f;

    /// <summary>A place whose labels are this close to right teaches nothing.</summary>
    private const float Negligible = 1e-3f;

    private const float FirstGradient = 1e-2f;

    private readonly float[] _transitions = NewTransitions(labels);
    private readonly float[] _transitionGradients = Filled((labels + 1) * Stride);
    private readonly Sourceline.Attribution.Learning.Transitions _factors = new(NewTransitions(labels), labels);
    private float[] _weights = [];
    private float[] _gradients = [];

    public int Labels => labels;

    /// <summary>The scores of a label after another.</summary>
    public float[] Transitions => _transitions;

    /// <summary>What the labels but the first are worth more than the first.</summary>
    /// <param name="row">The row of a feature.</param>
    public float[] WeightsOf(int row)
    {
        var weights = _weights.AsSpan(row * Stride, labels);
        var differences = new float[labels - 1];
        for (var y = 1; y < labels; y++)
            differences[y - 1] = weights[y] - weights[0];
        return differences;
    }

    /// <param name="sequences">For each place of each sequence the rows of its features.</param>
    /// <param name="right">For each sequence its labels.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="epochs">How often each sequence is seen.</param>
    public void Learn(List<int[][]> sequences, List<byte[]> right, int rows, int epochs)
    {
        _weights = new float[rows * Stride];
        _gradients = Filled(rows * Stride);
        var order = Enumerable.Range(0, sequences.Count).ToArray();
        var scratch = new ChainScratch();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order.AsSpan());
            var rate = Rate * (1 - (epoch / (float)(epochs + 1)));
            foreach (var i in order)
                Step(sequences[i], right[i], rate, scratch);
        }
    }

    private void Step(int[][] rows, byte[] right, float rate, ChainScratch scratch)
    {
        var kept = Array.ConvertAll(rows, Keep);
        scratch.Begin(right.Length);
        for (var t = 0; t < right.Length; t++)
        {
            var sum = Vector256<float>.Zero;
            foreach (var row in kept[t])
                sum += Vector256.LoadUnsafe(ref _weights[row * Stride]);
            sum.CopyTo(scratch.ScoresAt(t));
        }

        _factors.Set(_transitions);
        scratch.Sum(_factors);
        StepTransitions(right, rate, scratch);
        Span<float> slope = stackalloc float[Stride];
        slope.Clear();
        for (var t = 0; t < right.Length; t++)
        {
            var largest = 0f;
            for (var y = 0; y < labels; y++)
            {
                slope[y] = (right[t] == y ? 1 : 0) - scratch.Probability(t, y);
                largest = Math.Max(largest, Math.Abs(slope[y]));
            }

            if (largest >= Negligible)
                StepWeights(kept[t], Vector256.Create<float>(slope), rate);
        }
    }

    private void StepWeights(int[] rows, Vector256<float> slope, float rate)
    {
        var squared = slope * slope;
        var step = slope * rate;
        foreach (var row in rows)
        {
            ref var gradient = ref _gradients[row * Stride];
            ref var weight = ref _weights[row * Stride];
            var sum = Vector256.LoadUnsafe(ref gradient) + squared;
            sum.StoreUnsafe(ref gradient);
            (Vector256.LoadUnsafe(ref weight) + (step / Vector256.Sqrt(sum))).StoreUnsafe(ref weight);
        }
    }

    private void StepTransitions(byte[] right, float rate, ChainScratch scratch)
    {
        for (var y = 0; y < labels; y++)
            StepTransition((labels * Stride) + y, (right[0] == y ? 1 : 0) - scratch.Probability(0, y), rate);
        for (var t = 1; t < right.Length; t++)
        {
            for (var x = 0; x < labels; x++)
            {
                for (var y = 0; y < labels; y++)
                {
                    StepTransition(
                        (x * Stride) + y,
                        (right[t - 1] == x && right[t] == y ? 1 : 0) - scratch.ProbabilityOfPair(_factors, t, x, y),
                        rate
                    );
                }
            }
        }
    }

    private void StepTransition(int at, float slope, float rate)
    {
        if (_transitions[at] <= LinearChain.Never / 2 || Math.Abs(slope) < Negligible)
            return;
        _transitionGradients[at] += slope * slope;
        _transitions[at] += rate * slope / MathF.Sqrt(_transitionGradients[at]);
    }

    private int[] Keep(int[] rows) => Array.FindAll(rows, _ => random.Chance() >= leftOut);

    private static float[] NewTransitions(int labels)
    {
        var transitions = new float[(labels + 1) * Stride];
        for (var x = 0; x <= labels; x++)
        {
            for (var y = 0; y < labels; y++)
                transitions[(x * Stride) + y] = SpanLabels.MayFollow(x, y, labels) ? 0 : LinearChain.Never;
        }

        return transitions;
    }

    private static float[] Filled(int length)
    {
        var values = new float[length];
        Array.Fill(values, FirstGradient);
        return values;
    }
}
