namespace Sourceline.Attribution;

/// <summary>A linear chain whose labels are scored by features of each place. Immutable and shared by threads.</summary>
internal sealed class ChainModel
{
    private readonly WeightTable _table;

    /// <param name="table">The weights of the features, a class a label.</param>
    /// <param name="scores">Of a label after another: eight a label before, and a row more for the beginning.</param>
    /// <exception cref="InvalidDataException">The two do not fit.</exception>
    public ChainModel(WeightTable table, float[] scores)
    {
        if (scores.Length != (table.Classes + 1) * LinearChain.Stride || table.Classes > LinearChain.Stride)
            throw new InvalidDataException("A chain of the attribution model does not fit its transitions.");
        _table = table;
        Scores = scores;
        Transitions = new Transitions(scores, table.Classes);
    }

    public int Labels => _table.Classes;

    /// <summary>The scores of a label after another.</summary>
    public float[] Scores { get; }

    /// <summary>The same as factors.</summary>
    public Transitions Transitions { get; }

    public int Features => _table.Count;

    /// <summary>Scores the labels of one place.</summary>
    /// <param name="features">What is known of the place.</param>
    /// <param name="scores">Receives eight scores, those behind the labels without meaning.</param>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        Span<short> sums = stackalloc short[Math.Max(_table.Stride, LinearChain.Stride)];
        sums.Clear();
        _table.Add(features, sums);
        for (var y = 0; y < LinearChain.Stride; y++)
            scores[y] = sums[y] * _table.Scale;
    }

    public static ChainModel Read(ModelContainer model, string section)
    {
        var reader = model.Read(section);
        return new ChainModel(reader.ReadTable(), reader.ReadSingles());
    }

    public byte[] Write()
    {
        using var writer = new SectionWriter();
        return writer.Write(_table).Write(Scores).ToArray();
    }
}
