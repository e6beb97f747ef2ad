using System.Runtime.Intrinsics;

namespace Sourceline.Attribution.Training;

/// <summary>The mean of weights as they were at several moments: the last steps of a stochastic gradient wander about what they are looking for.</summary>
/// <param name="weights">The weights, a multiple of eight in number.</param>
internal sealed class WeightMean(float[] weights)
{
    private readonly float[] _sums = new float[weights.Length];
    private int _moments;

    /// <summary>Takes in the weights as they are now.</summary>
    public void Add()
    {
        for (var i = 0; i < _sums.Length; i += Vector256<float>.Count)
            (Vector256.LoadUnsafe(ref _sums[i]) + Vector256.LoadUnsafe(ref weights[i])).StoreUnsafe(ref _sums[i]);
        _moments++;
    }

    /// <summary>Puts the mean in the place of the weights, if there is one.</summary>
    public void Settle()
    {
        for (var i = 0; i < weights.Length && _moments > 0; i++)
            weights[i] = _sums[i] / _moments;
    }
}
