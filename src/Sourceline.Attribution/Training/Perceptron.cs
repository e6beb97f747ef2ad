using System.Numerics;

namespace Sourceline.Attribution;

/// <summary>
/// An averaged perceptron over hashed features, in whole numbers, so that training gives the same bits on every machine. A feature takes part
/// only once it would have been changed often enough (Goldberg and Elhadad 2011), which keeps the table small.
/// </summary>
internal sealed class Perceptron(int classes, int leastUpdates)
{
    private readonly int _stride = classes + 1;
    private uint[] _keys = new uint[1 << 16];
    private int[] _rowAt = new int[1 << 16];

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
        scores.Clear();
        foreach (var feature in features)
        {
            var row = Row(feature);
            if (row < 0 || _rows[row] < leastUpdates)
                continue;
            var weights = _rows.AsSpan(row + 1, classes);
            for (var c = 0; c < weights.Length; c++)
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
            var row = Row(feature);
            if (row < 0)
                row = Add(feature);
            _rows[row]++;
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
        for (var at = 0; at < _keys.Length; at++)
        {
            if (_keys[at] == 0 || _rows[_rowAt[at]] < leastUpdates)
                continue;
            var row = _rowAt[at] + 1;
            for (var c = 0; c < classes; c++)
                averages[c] = (float)(_rows[row + c] - ((double)_totals[row + c] / _steps));
            builder.Add(_keys[at], averages);
        }

        return builder.Build();
    }

    private int Row(uint feature)
    {
        for (var at = Home(feature); ; at = (at + 1) & (_keys.Length - 1))
        {
            if (_keys[at] == feature)
                return _rowAt[at];
            if (_keys[at] == 0)
                return -1;
        }
    }

    private int Add(uint feature)
    {
        if ((_count + 1) * 2 > _keys.Length)
            Grow();
        var row = _count++ * _stride;
        if (row + _stride > _rows.Length)
        {
            Array.Resize(ref _rows, _rows.Length * 2);
            Array.Resize(ref _totals, _rows.Length);
        }

        Place(feature, row);
        return row;
    }

    private void Grow()
    {
        var (keys, rows) = (_keys, _rowAt);
        _keys = new uint[keys.Length * 2];
        _rowAt = new int[keys.Length * 2];
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
                Place(keys[i], rows[i]);
        }
    }

    private void Place(uint feature, int row)
    {
        var at = Home(feature);
        while (_keys[at] != 0)
            at = (at + 1) & (_keys.Length - 1);
        _keys[at] = feature;
        _rowAt[at] = row;
    }

    private int Home(uint feature) => (int)(feature >> (32 - BitOperations.Log2((uint)_keys.Length)));
}
