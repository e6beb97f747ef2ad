using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Sourceline.Search.Queries;

/// <summary>
/// Weighs the best of what was found once more, by how near the words stand to each other. To look at the places of words in every
/// story with common words took longer than everything else.
/// </summary>
internal static class Nearness
{
    /// <summary>Stories that are weighed again.</summary>
    public const int Most = 100;

    /// <summary>The hits in their new order. None weighs less than before, so those that were not looked at stay behind them.</summary>
    public static Hit[] Weigh(IndexSearcher searcher, Query near, Hit[] hits)
    {
        var weight = searcher.CreateNormalizedWeight(near);
        var leaves = searcher.IndexReader.Leaves;
        var (leaf, scorer) = (-1, (Scorer?)null);
        var weighed = new List<Hit>(hits.Length);
        foreach (var hit in hits.OrderBy(hit => hit.Document))
        {
            var at = ReaderUtil.SubIndex(hit.Document, leaves);
            if (at != leaf) (leaf, scorer) = (at, weight.GetScorer(leaves[at], leaves[at].AtomicReader.LiveDocs));
            weighed.Add(scorer is not null && Stands(scorer, hit.Document - leaves[at].DocBase) ? hit with { Rank = Hit.RankOf(hit.Weight + scorer.GetScore()) } : hit);
        }
        return [.. weighed.OrderDescending()];
    }

    private static bool Stands(Scorer scorer, int document) => (scorer.DocID < document ? scorer.Advance(document) : scorer.DocID) == document;
}
