using Lucene.Net.Index;
using Lucene.Net.Search;
using Sourceline.Search.Index;

namespace Sourceline.Search.Queries;

/// <summary>A story that was found.</summary>
/// <param name="Rank">Ticks of publication, or the bits of a weight, which rise with it.</param>
internal readonly record struct Hit(long Rank, long Number, int Document) : IComparable<Hit>
{
    public float Weight => BitConverter.Int32BitsToSingle((int)Rank);

    public static long RankOf(float weight) => BitConverter.SingleToInt32Bits(weight);

    /// <summary>The greater comes first in an answer. No two stories have one number, so none tie.</summary>
    public int CompareTo(Hit other) => Rank == other.Rank ? Number.CompareTo(other.Number) : Rank.CompareTo(other.Rank);

    public bool IsAfter(ResultCursor? key) => key is not { } last || Rank < last.Rank || (Rank == last.Rank && Number < last.Number);
}

/// <summary>Keeps the first of what is found, in order, and has everything counted. What a story weighs is worked out only where that is the order.</summary>
internal sealed class TopHitsCollector(SearchOrder order, ResultCursor? after, int most, FacetCounter? teller) : ICollector
{
    private readonly PriorityQueue<Hit, Hit> _first = new(most + 1);
    private Hit _last = new(long.MinValue, long.MinValue, 0);
    private StoryColumns _columns = null!;
    private Scorer _scorer = null!;
    private int _base;

    public bool AcceptsDocsOutOfOrder => true;

    /// <summary>The first, in order.</summary>
    public Hit[] First() => [.. _first.UnorderedItems.Select(item => item.Element).OrderDescending()];

    public void SetScorer(Scorer scorer) => _scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        (_columns, _base) = (StoryColumns.Of(context.AtomicReader), context.DocBase);
        teller?.Begin(_columns);
    }

    public void Collect(int doc)
    {
        var story = _columns.StoryOf(doc);
        teller?.Add(story);
        var rank = order == SearchOrder.Newest ? _columns.Published[story] : Hit.RankOf(_scorer.GetScore());
        if (rank < _last.Rank)
            return;
        var hit = new Hit(rank, _columns.Number[story], _base + doc);
        if (hit.CompareTo(_last) < 0 || !hit.IsAfter(after))
            return;
        if (_first.Count < most)
            _first.Enqueue(hit, hit);
        else
            _first.EnqueueDequeue(hit, hit);
        if (_first.Count == most)
            _last = _first.Peek();
    }
}
