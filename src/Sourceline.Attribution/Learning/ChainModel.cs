using System.Collections.Immutable;

namespace Sourceline.Attribution.Learning;

/// <summary>
/// One chain, or several over the same features, whose weights then lie side by side: one look finds those of all. Immutable and shared by threads.
/// </summary>
/// <remarks>Only how labels differ counts in a chain, so the first label of each has no weights.</remarks>
internal sealed class ChainModel
{
    private readonly WeightTable _table;

    /// <param name="table">The weights of the features: for each chain a class for each label but the first.</param>
    /// <param name="chains">The chains, in the order of their classes.</param>
    /// <exception cref="InvalidDataException">They do not fit.</exception>
    public ChainModel(WeightTable table, params LabelChain[] chains)
    {
        if (table.Classes != chains.Sum(c => c.Labels - 1))
            throw new InvalidDataException("A chain of the attribution model does not fit its weights.");
        (_table, Chains) = (table, [.. chains]);
    }

    public ImmutableArray<LabelChain> Chains { get; }

    public int Features => _table.Count;

    /// <summary>Scores the labels of one place, for each chain in its own scratch.</summary>
    /// <param name="features">What is known of the place.</param>
    /// <param name="place">Which place.</param>
    /// <param name="scratches">One a chain.</param>
    public void Score(ReadOnlySpan<uint> features, int place, params ReadOnlySpan<ChainScratch> scratches)
    {
        Span<short> sums = stackalloc short[_table.Stride];
        sums.Clear();
        _table.Add(features, sums);
        var next = 0;
        for (var c = 0; c < Chains.Length; c++)
        {
            var scores = scratches[c].ScoresAt(place)[..Chains[c].Labels];
            scores[0] = 0;
            for (var y = 1; y < scores.Length; y++)
                scores[y] = sums[next++] * _table.Scale;
        }
    }

    /// <summary>Takes the model out of a section.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static ChainModel Read(ModelContainer model, string section)
    {
        var reader = model.Read(section);
        var table = reader.ReadTable();
        var chains = new LabelChain[Math.Clamp(reader.ReadInt32(), 1, LinearChain.Stride)];
        for (var c = 0; c < chains.Length; c++)
            chains[c] = new LabelChain(reader.ReadSingles());
        return new ChainModel(table, chains);
    }

    public byte[] Write()
    {
        using var writer = new SectionWriter();
        writer.Write(_table).Write(Chains.Length);
        foreach (var chain in Chains)
            writer.Write(chain.Scores);
        return writer.ToArray();
    }
}
