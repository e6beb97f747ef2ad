using Sourceline.Attribution.Pipeline.Clauses;

namespace Sourceline.Attribution.Pipeline.Chains;

/// <summary>A statement while its chains are still being settled.</summary>
internal sealed class Draft(CueClause clause)
{
    public CueClause Clause { get; } = clause;

    public List<List<DraftHop>> Chains { get; set; } = [];

    public double Confidence { get; set; } = clause.Weight;

    public int Paragraph => Clause.Sentence.Paragraph;

    /// <summary>The last link of the first chain.</summary>
    public DraftHop? End => Chains.Count > 0 && Chains[0].Count > 0 ? Chains[0][^1] : null;
}
