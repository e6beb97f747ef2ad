namespace Sourceline.Attribution.Learning;

/// <summary>Makes a table of small whole numbers from weights: rounds to the scale, cuts off the few largest, drops features that say nothing.</summary>
internal sealed class WeightTableBuilder(int classes)
{
    /// <summary>This share of the weights that are not 0 keep their size; the few beyond are cut, for the others to be finer.</summary>
    private const double Kept = .9995;

    private readonly List<uint> _keys = [];
    private readonly List<float> _weights = [];

    /// <summary>Adds a feature. Each feature once, in any order.</summary>
    /// <param name="feature">From <see cref="FeatureHash"/>, not 0.</param>
    /// <param name="weights">One a class.</param>
    public void Add(uint feature, ReadOnlySpan<float> weights)
    {
        ArgumentOutOfRangeException.ThrowIfZero(feature);
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, classes);
        _keys.Add(feature);
        _weights.AddRange(weights);
    }

    /// <param name="least">A feature whose weights all stay below this share of the largest kept weight is dropped.</param>
    public WeightTable Build(float least = 1f / 127)
    {
        var scale = Largest() / sbyte.MaxValue;
        var order = Enumerable.Range(0, _keys.Count).Where(r => Says(r, least * scale * sbyte.MaxValue)).ToArray();
        var keys = Array.ConvertAll(order, r => _keys[r]);
        Array.Sort(keys, order);
        var rounded = new sbyte[keys.Length * classes];
        for (var row = 0; row < keys.Length; row++)
        {
            for (var c = 0; c < classes; c++)
                rounded[(row * classes) + c] = Round(_weights[(order[row] * classes) + c] / scale);
        }

        return WeightTable.Of(keys, rounded, classes, scale);
    }

    private static sbyte Round(float weight) => (sbyte)Math.Clamp(MathF.Round(weight), -sbyte.MaxValue, sbyte.MaxValue);

    private bool Says(int row, float least)
    {
        for (var c = 0; c < classes; c++)
        {
            if (MathF.Abs(_weights[(row * classes) + c]) >= least)
                return true;
        }

        return false;
    }

    private float Largest()
    {
        var sizes = _weights.Where(w => w != 0).Select(MathF.Abs).ToArray();
        if (sizes.Length == 0)
            return 1;
        Array.Sort(sizes);
        return sizes[(int)Math.Ceiling((sizes.Length - 1) * Kept)];
    }
}
