namespace Sourceline.Attribution.Learning;

/// <summary>Says how likely something is, by a logistic model over features. Immutable and shared by threads.</summary>
internal sealed class LogisticModel(WeightTable table)
{
    /// <summary>How likely it is, above 0 and below 1.</summary>
    public double Probability(ReadOnlySpan<uint> features)
    {
        Span<short> sums = stackalloc short[table.Stride];
        sums.Clear();
        table.Add(features, sums);
        return 1 / (1 + Math.Exp(-sums[0] * table.Scale));
    }

    /// <summary>Finds everything as likely as not.</summary>
    public static LogisticModel Undecided { get; } = new(WeightTable.Of([], [], 1, 0));

    public static LogisticModel Read(ModelContainer model, string section) => new(model.Read(section).ReadTable());

    public byte[] Write()
    {
        using var writer = new SectionWriter();
        return writer.Write(table).ToArray();
    }
}
