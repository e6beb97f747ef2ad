using Lucene.Net.Search;
using Sourceline.Search.Index;

namespace Sourceline.Search.Queries;

/// <summary>Finds the statements that are shown under the stories of a page. They stand right before their story in the index, so nothing else is looked at.</summary>
internal static class ShownStatements
{
    /// <summary>Statements under one story.</summary>
    private const int Most = 4;

    /// <summary>By the document of a story, the ordinals of its statements that a query finds, best first.</summary>
    public static Dictionary<int, IReadOnlyList<int>> Of(IndexSearcher searcher, Query asked, IEnumerable<Hit> stories)
    {
        var shown = new Dictionary<int, IReadOnlyList<int>>();
        foreach (var (hit, leaf, scorer) in HitFilter.Beside(searcher, asked, stories))
        {
            if (scorer is null)
                continue;
            var story = hit.Document - leaf.DocBase;
            var ordinals = leaf.AtomicReader.GetNumericDocValues(FieldNames.Ordinal);
            var found = new List<(float Weight, int Ordinal)>();
            var statement = HitFilter.At(scorer, StoryColumns.Of(leaf.AtomicReader).FirstOfBlock(story));
            for (; statement < story; statement = scorer.NextDoc())
                found.Add((scorer.GetScore(), (int)ordinals.Get(statement)));
            if (found.Count > 0)
                shown[hit.Document] = [.. found.OrderByDescending(one => one.Weight).Take(Most).Select(one => one.Ordinal)];
        }
        return shown;
    }
}
