using System.Diagnostics.CodeAnalysis;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Sourceline.Search.Queries;

/// <summary>Looks at a few hits with another query, rather than at everything that it finds.</summary>
internal static class HitFilter
{
    /// <summary>The hits in the order of their documents, each with its segment and what the query finds there; null where it finds nothing in the segment.</summary>
    public static IEnumerable<(Hit Hit, AtomicReaderContext Leaf, Scorer? Scorer)> Beside(
        IndexSearcher searcher,
        Query query,
        IEnumerable<Hit> hits
    )
    {
        var weight = searcher.CreateNormalizedWeight(query);
        var leaves = searcher.IndexReader.Leaves;
        var (leaf, scorer) = (-1, (Scorer?)null);
        foreach (var hit in hits.OrderBy(hit => hit.Document))
        {
            var at = ReaderUtil.SubIndex(hit.Document, leaves);
            if (at != leaf)
                (leaf, scorer) = (at, weight.GetScorer(leaves[at], leaves[at].AtomicReader.LiveDocs));
            yield return (hit, leaves[at], scorer);
        }
    }

    /// <summary>Whether a document is found; documents are asked for in their order.</summary>
    public static bool Stands([NotNullWhen(true)] Scorer? scorer, int document) => scorer is not null && At(scorer, document) == document;

    /// <summary>Goes on to a document, or the first found after it.</summary>
    public static int At(Scorer scorer, int document) => scorer.DocID < document ? scorer.Advance(document) : scorer.DocID;
}
