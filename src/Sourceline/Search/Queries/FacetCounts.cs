using System.Runtime.CompilerServices;
using Lucene.Net.Util;
using Sourceline.Search.Index;

namespace Sourceline.Search.Queries;

/// <summary>What the stories that were found have in common.</summary>
/// <param name="Stories">All that were found.</param>
/// <param name="Categories">The commonest, by row.</param>
/// <param name="Years">All of them.</param>
/// <param name="Sources">The commonest, by row.</param>
internal sealed record FacetCounts(
    int Stories,
    IReadOnlyList<(int Row, int Count)> Categories,
    IReadOnlyList<(int Row, int Count)> Years,
    IReadOnlyList<(int Row, int Count)> Sources
)
{
    public static FacetCounts Nothing { get; } = new(0, [], [], []);
}

/// <summary>
/// Counts what the stories that are found have in common. Of a segment where most are found, those that are not are taken from the whole: the
/// commonest words cost as much as they leave out.
/// </summary>
internal sealed class FacetCounter : IDisposable
{
    private const int MostCategories = 12;

    private const int MostSources = 10;

    /// <summary>What all stories of a segment have in common, those that were deleted too: no search finds them, so they are taken away again.</summary>
    private static readonly ConditionalWeakTable<StoryColumns, FacetCounter> Wholes = [];

    private readonly RowCounts _categories = new();
    private readonly RowCounts _years = new();
    private readonly RowCounts _sources = new();
    private StoryColumns? _columns;
    private FixedBitSet _found = new(0);
    private int _stories;

    /// <summary>Begins with a segment.</summary>
    public void Begin(StoryColumns columns)
    {
        End();
        (_columns, _found) = (columns, new FixedBitSet(columns.Stories));
    }

    /// <summary>Counts a story of the segment.</summary>
    public void Add(int story) => _found.Set(story);

    public FacetCounts Tally()
    {
        End();
        return new(_stories, _categories.Top(MostCategories), _years.Top(), _sources.Top(MostSources));
    }

    public void Dispose()
    {
        _categories.Dispose();
        _years.Dispose();
        _sources.Dispose();
    }

    private void End()
    {
        if (_columns is not { } columns)
            return;
        _columns = null;
        var count = _found.Cardinality;
        _stories += count;
        if (count == 0)
            return;
        if (count * 2 <= columns.Stories)
        {
            AddEach(columns, _found, 1);
            return;
        }
        AddAll(Wholes.GetValue(columns, WholeOf));
        _found.Flip(0, columns.Stories);
        AddEach(columns, _found, -1);
    }

    private static FacetCounter WholeOf(StoryColumns columns)
    {
        var (whole, all) = (new FacetCounter(), new FixedBitSet(columns.Stories));
        all.Set(0, columns.Stories);
        whole.AddEach(columns, all, 1);
        return whole;
    }

    private void AddEach(StoryColumns columns, FixedBitSet stories, int times)
    {
        for (var story = stories.NextSetBit(0); story >= 0; story = story + 1 < columns.Stories ? stories.NextSetBit(story + 1) : -1)
        {
            _categories.Add(columns.Category[story], times);
            _years.Add(columns.Year[story], times);
            foreach (var source in columns.SourcesOf(story))
                _sources.Add(source, times);
        }
    }

    private void AddAll(FacetCounter whole)
    {
        _categories.AddAll(whole._categories);
        _years.AddAll(whole._years);
        _sources.AddAll(whole._sources);
    }
}
