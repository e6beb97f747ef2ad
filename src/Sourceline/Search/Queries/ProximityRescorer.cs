using Lucene.Net.Search;

namespace Sourceline.Search.Queries;

/// <summary>
/// Weighs the best of what was found once more, by how near the words stand to each other. To look at the places of words in every
/// story with common words took longer than everything else.
/// </summary>
internal static class ProximityRescorer
{
    /// <summary>Stories that are weighed again.</summary>
    public const int Most = 100;

    /// <summary>The hits in their new order. None weighs less than before, so those that were not looked at stay behind them.</summary>
    public static Hit[] Weigh(IndexSearcher searcher, Query near, Hit[] hits)
    {
        var weighed = new List<Hit>(hits.Length);
        foreach (var (hit, leaf, scorer) in HitFilter.Beside(searcher, near, hits))
            weighed.Add(
                HitFilter.Stands(scorer, hit.Document - leaf.DocBase) ? hit with { Rank = Hit.RankOf(hit.Weight + scorer.GetScore()) } : hit
            );
        return [.. weighed.OrderDescending()];
    }
}
