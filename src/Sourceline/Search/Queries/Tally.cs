using Sourceline.Search.Index;

namespace Sourceline.Search.Queries;

/// <summary>What the stories that were found have in common.</summary>
/// <param name="Stories">All that were found.</param>
/// <param name="Categories">The commonest, by row.</param>
/// <param name="Years">All of them.</param>
/// <param name="Sources">The commonest, by row.</param>
internal sealed record Tally(int Stories, IReadOnlyList<(int Row, int Count)> Categories, IReadOnlyList<(int Row, int Count)> Years, IReadOnlyList<(int Row, int Count)> Sources)
{
    public static Tally Nothing { get; } = new(0, [], [], []);
}

/// <summary>Counts stories while they are found.</summary>
internal sealed class Teller : IDisposable
{
    private const int MostCategories = 12;

    private const int MostSources = 10;

    private readonly Counts _categories = new();
    private readonly Counts _years = new();
    private readonly Counts _sources = new();
    private int _stories;

    public void Add(StoryColumns columns, int story)
    {
        _stories++;
        _categories.Add(columns.Category[story]);
        _years.Add(columns.Year[story]);
        foreach (var source in columns.SourcesOf(story)) _sources.Add(source);
    }

    public Tally Tally() => new(_stories, _categories.Top(MostCategories), _years.Top(), _sources.Top(MostSources));

    public void Dispose()
    {
        _categories.Dispose();
        _years.Dispose();
        _sources.Dispose();
    }
}
