using Sourceline.Attribution.Pipeline.Syntax;

namespace Sourceline.Attribution.Training;

/// <summary>Gives each feature that is seen often enough a row of its own.</summary>
internal sealed class FeatureRows
{
    /// <summary>A feature seen less often says nothing about the next text.</summary>
    private const int Least = 2;

    private readonly Dictionary<uint, int> _rows = [];

    public FeatureRows(IEnumerable<uint> features)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var feature in features)
        {
            ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _);
            count++;
        }

        foreach (var (feature, count) in counts)
        {
            if (count >= Least && feature != FeatureList.Nothing)
                _rows[feature] = _rows.Count;
        }
    }

    public int Count => _rows.Count;

    /// <summary>The features with their rows.</summary>
    public IEnumerable<KeyValuePair<uint, int>> All => _rows;

    /// <summary>The rows of those features that have one.</summary>
    public int[] Of(ReadOnlySpan<uint> features)
    {
        var rows = new List<int>(features.Length);
        foreach (var feature in features)
        {
            if (_rows.TryGetValue(feature, out var row))
                rows.Add(row);
        }

        return [.. rows];
    }
}
