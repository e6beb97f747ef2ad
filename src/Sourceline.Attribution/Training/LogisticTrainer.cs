using Sourceline.Attribution.Learning;

namespace Sourceline.Attribution.Training;

/// <summary>Trains a logistic model over binary features: stochastic gradient steps of the log likelihood, scaled by AdaGrad, weights drawn towards 0.</summary>
internal sealed class LogisticTrainer(int epochs, float rate, SeededRandom random)
{
    private const float Decay = 1e-5f;
    private const float FirstGradient = 1e-2f;

    private readonly List<(uint[] Features, bool Right)> _cases = [];

    public void Add(ReadOnlySpan<uint> features, bool right) => _cases.Add((features.ToArray(), right));

    public LogisticModel Train()
    {
        var rows = new FeatureRows(_cases.SelectMany(c => c.Features));
        var weights = new float[rows.Count];
        var gradients = new float[rows.Count];
        Array.Fill(gradients, FirstGradient);
        var data = _cases.ConvertAll(c => (Rows: rows.Of(c.Features), c.Right));
        var order = Enumerable.Range(0, data.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order.AsSpan());
            var step = rate * (1 - (epoch / (float)(epochs + 1)));
            foreach (var i in order)
                Step(data[i].Rows, data[i].Right, step, weights, gradients);
        }

        var builder = new WeightTableBuilder(1);
        foreach (var (feature, row) in rows.All)
            builder.Add(feature, weights.AsSpan(row, 1));
        return new LogisticModel(builder.Build());
    }

    private static void Step(int[] rows, bool right, float rate, float[] weights, float[] gradients)
    {
        var score = 0d;
        foreach (var row in rows)
            score += weights[row];
        var slope = (float)((right ? 1 : 0) - (1 / (1 + Math.Exp(-score))));
        foreach (var row in rows)
        {
            gradients[row] += slope * slope;
            weights[row] += (rate * slope / MathF.Sqrt(gradients[row])) - (Decay * weights[row]);
        }
    }
}
