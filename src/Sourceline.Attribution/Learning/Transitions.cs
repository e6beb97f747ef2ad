using System.Runtime.Intrinsics;

namespace Sourceline.Attribution.Learning;

/// <summary>What a label after another is worth, as factors: a row for each label before, and one for the beginning.</summary>
internal sealed class Transitions
{
    private const int Stride = LinearChain.Stride;
    private readonly float[] _rows;
    private readonly float[] _columns;

    public Transitions(ReadOnlySpan<float> scores, int labels)
    {
        Labels = labels;
        _rows = new float[(labels + 1) * Stride];
        _columns = new float[labels * Stride];
        Set(scores);
    }

    public int Labels { get; }

    /// <summary>Takes over other scores.</summary>
    public void Set(ReadOnlySpan<float> scores)
    {
        for (var x = 0; x <= Labels; x++)
        {
            for (var y = 0; y < Labels; y++)
            {
                var factor = MathF.Exp(scores[(x * Stride) + y]);
                _rows[(x * Stride) + y] = factor;
                if (x < Labels)
                    _columns[(y * Stride) + x] = factor;
            }
        }
    }

    public float this[int before, int label] => _rows[(before * Stride) + label];

    /// <summary>What each label is worth at the beginning.</summary>
    public Vector256<float> Beginning => Vector256.LoadUnsafe(ref _rows[Labels * Stride]);

    /// <summary>For each label the sum over the labels before it.</summary>
    public Vector256<float> Forward(ReadOnlySpan<float> before)
    {
        var sum = Vector256<float>.Zero;
        for (var x = 0; x < Labels; x++)
            sum += Vector256.LoadUnsafe(ref _rows[x * Stride]) * before[x];
        return sum;
    }

    /// <summary>For each label the sum over the labels behind it.</summary>
    public Vector256<float> Backward(Vector256<float> behind)
    {
        var sum = Vector256<float>.Zero;
        for (var y = 0; y < Labels; y++)
            sum += Vector256.LoadUnsafe(ref _columns[y * Stride]) * behind.GetElement(y);
        return sum;
    }
}
