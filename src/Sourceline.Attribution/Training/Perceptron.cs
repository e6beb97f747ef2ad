using System.Numerics;
using Sourceline.Attribution.Learning;

namespace Sourceline.Attribution.Training;

/// <summary>
/// An averaged perceptron over hashed features, in whole numbers, so that training gives the same bits on every machine. A feature takes part
/// only once it would have been changed often enough (Goldberg and Elhadad 2011), which keeps the table small.
/// </summary>
internal sealed class Perceptron(int classes, int leastUpdates)
{
    private const uint Waiting = 1u << 31;
    private readonly int _stride = classes + 1;

    /// <summary>In the low half the feature, 0 for an empty slot; in the high half its row, marked while it is waiting to take part.</summary>
    private ulong[] _slots = new ulong[1 << 16];

    /// <summary>For each row how often it was changed, then its weights.</summary>
    private int[] _rows = new int[1 << 16];
    private long[] _totals = new long[1 << 16];
    private int _count;
    private long _steps = 1;

    /// <summary>Ends a decision: the average is over all of them.</summary>
    public void Step() => _steps++;

    /// <summary>Sets the score of each class.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        // Looking at all homes before judging any lets the memory answer them together.
        Span<ulong> homes = stackalloc ulong[features.Length];
        for (var f = 0; f < features.Length; f++)
            homes[f] = _slots[Home(features[f])];
        scores.Clear();
        for (var f = 0; f < features.Length; f++)
        {
            var slot = homes[f];
            if ((uint)slot != features[f])
                slot = slot == 0 ? 0 : _slots[Find(features[f])];
            if (slot == 0 || ((uint)(slot >> 32) & Waiting) != 0)
                continue;
            var weights = _rows.AsSpan(((int)(slot >> 32) * _stride) + 1, scores.Length);
            for (var c = 0; c < scores.Length; c++)
                scores[c] += weights[c];
        }
    }

    /// <summary>The class of the highest score; of equal ones the first.</summary>
    public static int Best(ReadOnlySpan<int> scores)
    {
        var best = 0;
        for (var c = 1; c < scores.Length; c++)
            best = scores[c] > scores[best] ? c : best;
        return best;
    }

    /// <summary>Makes the right class likelier and the wrong one less so.</summary>
    public void Update(ReadOnlySpan<uint> features, int right, int wrong)
    {
        foreach (var feature in features)
        {
            var row = Touch(feature) * _stride;
            _rows[row + 1 + right]++;
            _rows[row + 1 + wrong]--;
            _totals[row + 1 + right] += _steps;
            _totals[row + 1 + wrong] -= _steps;
        }
    }

    /// <summary>The averaged weights of the features that took part.</summary>
    public WeightTable Average()
    {
        var builder = new WeightTableBuilder(classes);
        Span<float> averages = stackalloc float[classes];
        foreach (var slot in _slots)
        {
            if (slot == 0 || ((uint)(slot >> 32) & Waiting) != 0)
                continue;
            var row = ((int)(slot >> 32) * _stride) + 1;
            for (var c = 0; c < classes; c++)
                averages[c] = (float)(_rows[row + c] - ((double)_totals[row + c] / _steps));
            builder.Add((uint)slot, averages);
        }

        return builder.Build();
    }

    /// <summary>Counts a change of a feature, and gives its row.</summary>
    private int Touch(uint feature)
    {
        if ((_count + 1) * 2 > _slots.Length)
            Grow();
        var at = Find(feature);
        if (_slots[at] == 0)
            _slots[at] = (ulong)((uint)NewRow() | Waiting) << 32 | feature;
        var row = (int)((uint)(_slots[at] >> 32) & ~Waiting);
        if (++_rows[row * _stride] == leastUpdates)
            _slots[at] = (ulong)row << 32 | feature;
        return row;
    }

    private int NewRow()
    {
        if ((_count + 1) * _stride > _rows.Length)
        {
            Array.Resize(ref _rows, _rows.Length * 2);
            Array.Resize(ref _totals, _rows.Length);
        }

        return _count++;
    }

    private void Grow()
    {
        var slots = _slots;
        _slots = new ulong[slots.Length * 2];
        foreach (var slot in slots)
        {
            if (slot != 0)
                _slots[Find((uint)slot)] = slot;
        }
    }

    /// <summary>Where a feature is, or would be.</summary>
    private int Find(uint feature)
    {
        var at = Home(feature);
        while (_slots[at] != 0 && (uint)_slots[at] != feature)
            at = (at + 1) & (_slots.Length - 1);
        return at;
    }

    private int Home(uint feature) => (int)(feature >> (32 - BitOperations.Log2((uint)_slots.Length)));
}
