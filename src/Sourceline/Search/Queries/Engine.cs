using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Sourceline.Search.Index;

namespace Sourceline.Search.Queries;

/// <summary>Which stories were found on a page, and how many in all.</summary>
/// <param name="Stories">Rows of stories in order, each with the ordinals of its statements to show, best first.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="Loosely">No statement held the words; these are stories that hold them beside a statement of whom was asked for.</param>
internal sealed record HitPage(
    IReadOnlyList<(long StoryId, IReadOnlyList<int> Statements)> Stories,
    FacetCounts Tally,
    ResultCursor? Next,
    bool Loosely
);

/// <summary>Asks the index.</summary>
internal static class Engine
{
    public const int PageSize = 20;

    public static HitPage Find(
        IndexSearcher searcher,
        SearchRequest request,
        IReadOnlyList<WordPart> parts,
        Lookups lookups,
        int pageSize = PageSize
    )
    {
        var finds = Find(searcher, request, StoryQuery.Of(searcher.IndexReader, request, parts, lookups, false), pageSize);
        if (finds.Tally.Stories > 0 || !request.AsksForStatements || parts.Count == 0)
            return finds;
        return Find(searcher, request, StoryQuery.Of(searcher.IndexReader, request, parts, lookups, true), pageSize) with
        {
            Loosely = true,
        };
    }

    private static HitPage Find(IndexSearcher searcher, SearchRequest request, StoryQuery? query, int pageSize)
    {
        if (query is null || searcher.IndexReader.NumDocs == 0)
            return new HitPage([], FacetCounts.Nothing, null, false);
        using var teller = new FacetCounter();
        var hits = First(searcher, query, request, pageSize + 1, teller);
        Hit[] page = [.. hits.Take(pageSize)];
        var statements = query.Statements is { } asked ? ShownStatements.Of(searcher, asked, page) : [];
        return new HitPage(
            [.. page.Select(hit => (Value(searcher, hit.Document, FieldNames.StoryId), statements.GetValueOrDefault(hit.Document) ?? []))],
            teller.Tally(),
            hits.Length > pageSize ? new ResultCursor(request.Order, hits[pageSize - 1].Rank, hits[pageSize - 1].Number) : null,
            false
        );
    }

    /// <summary>The first of what is found after the request's key, in order.</summary>
    private static Hit[] First(IndexSearcher searcher, StoryQuery query, SearchRequest request, int wanted, FacetCounter teller)
    {
        if (query.Near is not { } near)
            return Gather(searcher, query.Stories, request, request.After, wanted, teller);
        // Whatever page is asked for, the same stories are weighed again, so that the pages fit together.
        var found = Gather(searcher, query.Stories, request, null, ProximityRescorer.Most + wanted, teller);
        var best = ProximityRescorer.Weigh(searcher, near, [.. found.Take(ProximityRescorer.Most)]);
        Hit[] page = [.. best.Concat(found.Skip(ProximityRescorer.Most)).Where(hit => hit.IsAfter(request.After)).Take(wanted)];
        return page.Length == wanted || found.Length < ProximityRescorer.Most + wanted
            ? page
            : Gather(searcher, query.Stories, request, request.After, wanted, null);
    }

    private static Hit[] Gather(
        IndexSearcher searcher,
        Query query,
        SearchRequest request,
        ResultCursor? after,
        int most,
        FacetCounter? teller
    )
    {
        var gathering = new TopHitsCollector(request.Order, after, most, teller);
        searcher.Search(query, gathering);
        return gathering.First();
    }

    private static long Value(IndexSearcher searcher, int doc, string field)
    {
        var leaves = searcher.IndexReader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(doc, leaves)];
        return leaf.AtomicReader.GetNumericDocValues(field).Get(doc - leaf.DocBase);
    }
}
