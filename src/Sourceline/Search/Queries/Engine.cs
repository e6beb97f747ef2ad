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

    /// <summary>Statements shown under one story.</summary>
    public const int StatementsOfStory = 4;

    private static readonly Sort ByDate = new(new SortField(FieldNames.Published, SortFieldType.INT64, true), new SortField(FieldNames.Number, SortFieldType.INT64, true));

    private static readonly Sort ByScore = new(SortField.FIELD_SCORE, new SortField(FieldNames.Number, SortFieldType.INT64, true));

    public static Finds Find(IndexSearcher searcher, SearchRequest request, IReadOnlyList<WordPart> parts, Lookups lookups, int pageSize = PageSize)
    {
        var finds = Find(searcher, request, StoryQuery.Of(searcher.IndexReader, request, parts, lookups, false), pageSize);
        if (finds.Tally.Stories > 0 || !request.AsksForStatements || parts.Count == 0) return finds;
        return Find(searcher, request, StoryQuery.Of(searcher.IndexReader, request, parts, lookups, true), pageSize) with { Loosely = true };
    }

    private static Finds Find(IndexSearcher searcher, SearchRequest request, StoryQuery? query, int pageSize)
    {
        var tally = new Tally();
        if (query is null || searcher.IndexReader.NumDocs == 0) return new Finds([], tally, null, false);
        var newest = request.Order == SearchOrder.Newest;
        var top = TopFieldCollector.Create(newest ? ByDate : ByScore, pageSize + 1, After(request.After), true, false, false, false);
        searcher.Search(query.Stories, MultiCollector.Wrap(top, tally));
        var found = top.GetTopDocs().ScoreDocs;
        var page = found.Take(pageSize).Cast<FieldDoc>().ToList();
        var rows = page.ConvertAll(hit => Value(searcher, hit.Doc, FieldNames.StoryId));
        var statements = query.Statements is { } asked && rows.Count > 0 ? Statements(searcher, asked, rows) : null;
        return new Finds(
            [.. rows.Select(row => (row, statements?.GetValueOrDefault(row) ?? (IReadOnlyList<int>)[]))],
            tally, found.Length > pageSize ? KeyOf(page[^1], request.Order) : null, false);
    }

    /// <summary>Equal places never tie: of two stories no number is the same, so the document's own place in the index does not matter.</summary>
    private static FieldDoc? After(PageKey? after) => after is not { } key ? null
        : new FieldDoc(int.MaxValue, 0, [key.Order == SearchOrder.Newest ? J2N.Numerics.Int64.GetInstance(key.Rank) : J2N.Numerics.Single.GetInstance(BitConverter.Int32BitsToSingle((int)key.Rank)), J2N.Numerics.Int64.GetInstance(key.Number)]);

    private static PageKey KeyOf(FieldDoc last, SearchOrder order)
    {
        var rank = order == SearchOrder.Newest
            ? Convert.ToInt64(last.Fields[0], System.Globalization.CultureInfo.InvariantCulture)
            : BitConverter.SingleToInt32Bits(Convert.ToSingle(last.Fields[0], System.Globalization.CultureInfo.InvariantCulture));
        return new PageKey(order, rank, Convert.ToInt64(last.Fields[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The best statements of each story on the page.</summary>
    private static Dictionary<long, IReadOnlyList<int>> Statements(IndexSearcher searcher, Query asked, List<long> rows)
    {
        var here = new BooleanQuery(disableCoord: true);
        foreach (var row in rows) here.Add(new TermQuery(StoryBlock.Key(row)), Occur.SHOULD);
        var both = new BooleanQuery { { asked, Occur.MUST }, { new ConstantScoreQuery(here) { Boost = 0 }, Occur.MUST } };
        return searcher.Search(both, rows.Count * 50).ScoreDocs
            .Select(hit => (Story: Value(searcher, hit.Doc, FieldNames.StoryId), Ordinal: (int)Value(searcher, hit.Doc, FieldNames.Ordinal)))
            .GroupBy(found => found.Story, found => found.Ordinal)
            .ToDictionary(story => story.Key, story => (IReadOnlyList<int>)[.. story.Take(StatementsOfStory)]);
    }

    private static long Value(IndexSearcher searcher, int doc, string field)
    {
        var leaves = searcher.IndexReader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(doc, leaves)];
        return leaf.AtomicReader.GetNumericDocValues(field).Get(doc - leaf.DocBase);
    }
}
