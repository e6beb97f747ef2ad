using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Sourceline.Search.Index;

namespace Sourceline.Search.Queries;

/// <summary>Which stories were found on a page, and how many in all.</summary>
/// <param name="Stories">Rows of stories in order, each with the ordinals of its statements to show, best first.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="Loosely">No statement held the words; these are stories that hold them beside a statement of whom was asked for.</param>
internal sealed record Finds(IReadOnlyList<(long StoryId, IReadOnlyList<int> Statements)> Stories, Tally Tally, PageKey? Next, bool Loosely);

/// <summary>Asks the index.</summary>
internal static class Engine
{
    public const int PageSize = 20;

    public static Finds Find(IndexSearcher searcher, SearchRequest request, IReadOnlyList<WordPart> parts, Lookups lookups, int pageSize = PageSize)
    {
        var finds = Find(searcher, request, StoryQuery.Of(searcher.IndexReader, request, parts, lookups, false), pageSize);
        if (finds.Tally.Stories > 0 || !request.AsksForStatements || parts.Count == 0) return finds;
        return Find(searcher, request, StoryQuery.Of(searcher.IndexReader, request, parts, lookups, true), pageSize) with { Loosely = true };
    }

    private static Finds Find(IndexSearcher searcher, SearchRequest request, StoryQuery? query, int pageSize)
    {
        if (query is null || searcher.IndexReader.NumDocs == 0) return new Finds([], Tally.Nothing, null, false);
        using var teller = new Teller();
        var hits = First(searcher, query, request, pageSize + 1, teller);
        Hit[] page = [.. hits.Take(pageSize)];
        var statements = query.Statements is { } asked ? ShownStatements.Of(searcher, asked, page) : [];
        return new Finds(
            [.. page.Select(hit => (Value(searcher, hit.Document, FieldNames.StoryId), statements.GetValueOrDefault(hit.Document) ?? []))],
            teller.Tally(), hits.Length > pageSize ? new PageKey(request.Order, hits[pageSize - 1].Rank, hits[pageSize - 1].Number) : null, false);
    }

    /// <summary>The first of what is found after the request's key, in order.</summary>
    private static Hit[] First(IndexSearcher searcher, StoryQuery query, SearchRequest request, int wanted, Teller teller)
    {
        if (query.Near is not { } near) return Gather(searcher, query.Stories, request, request.After, wanted, teller);
        // Whatever page is asked for, the same stories are weighed again, so that the pages fit together.
        var found = Gather(searcher, query.Stories, request, null, Nearness.Most + wanted, teller);
        var best = Nearness.Weigh(searcher, near, [.. found.Take(Nearness.Most)]);
        Hit[] page = [.. best.Concat(found.Skip(Nearness.Most)).Where(hit => hit.IsAfter(request.After)).Take(wanted)];
        return page.Length == wanted || found.Length < Nearness.Most + wanted ? page : Gather(searcher, query.Stories, request, request.After, wanted, null);
    }

    private static Hit[] Gather(IndexSearcher searcher, Query query, SearchRequest request, PageKey? after, int most, Teller? teller)
    {
        var gathering = new Gathering(request.Order, after, most, teller);
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
