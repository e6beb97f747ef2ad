using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Web.DeskShell;

namespace Sourceline.Desk;

/// <summary>A story in the list.</summary>
public sealed record StoryListRow(
    long Id,
    long Number,
    string Headline,
    string Language,
    string Category,
    StoryState State,
    DateTime ReceivedUtc,
    DateTime? PublishedUtc,
    DateTime? DueUtc,
    int LatestVersion,
    int? LiveVersion,
    AttributionState Attribution,
    int Found,
    int Confirmed,
    int Waiting
)
{
    /// <summary>A newer version waits behind the one that readers see.</summary>
    public bool HasNewerText => State == StoryState.Published && LatestVersion > LiveVersion;
}

/// <summary>One page of the list.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Next">The key of the page after; null at the end.</param>
/// <param name="IsCut">A search by words looked through the newest stories alone, and there are older ones.</param>
public sealed record StoryListPage(IReadOnlyList<StoryListRow> Rows, string? Next, bool IsCut);

/// <summary>Stories of one state or of all, newest first, a page at a time.</summary>
public sealed class StoryList(NewsDb db)
{
    public const int PageSize = 50;

    /// <summary>How many of the newest stories a search by words looks through, so that it costs the same in every archive.</summary>
    public const int Searched = 2000;

    /// <summary>How many stories there are in each state; counting stops at <see cref="DeskWaiting.Most"/>.</summary>
    public async Task<IReadOnlyList<(StoryState State, int Count)>> CountsAsync(CancellationToken cancellationToken)
    {
        var counts = new List<(StoryState, int)>();
        foreach (var state in Enum.GetValues<StoryState>())
            counts.Add(
                (
                    state,
                    await DeskWaiting
                        .UpTo(db.Stories.Where(story => story.State == state).OrderBy(story => story.ReceivedUtc))
                        .CountAsync(cancellationToken)
                )
            );
        return counts;
    }

    /// <summary>A page of stories.</summary>
    /// <param name="state">Their state; null for all.</param>
    /// <param name="words">A number, or words of the headline; null for no search.</param>
    /// <param name="after">The key of the page.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<StoryListPage> PageAsync(StoryState? state, string? words, string? after, CancellationToken cancellationToken)
    {
        if (StoryNumber.Find(words) is { } number && await NumberedAsync(number, cancellationToken) is { Rows.Count: > 0 } numbered)
            return numbered;
        var stories = Ordered(db.Stories.AsNoTracking(), state, ListCursor.Parse(after));
        if (!string.IsNullOrWhiteSpace(words))
            return await SearchAsync(stories, words.Trim(), cancellationToken);
        var rows = await Rows(stories.Take(PageSize + 1)).ToListAsync(cancellationToken);
        if (rows.Count <= PageSize)
            return new(await CountedAsync(rows, cancellationToken), null, false);
        rows.RemoveAt(PageSize);
        return new(await CountedAsync(rows, cancellationToken), KeyOf(rows[^1], state), false);
    }

    private async Task<StoryListPage> NumberedAsync(long number, CancellationToken cancellationToken)
    {
        var rows = await Rows(db.Stories.AsNoTracking().Where(story => story.Number == number)).ToListAsync(cancellationToken);
        return new(await CountedAsync(rows, cancellationToken), null, false);
    }

    private async Task<StoryListPage> SearchAsync(IQueryable<Story> stories, string words, CancellationToken cancellationToken)
    {
        var rows = await Rows(stories.Take(Searched)).ToListAsync(cancellationToken);
        var found = rows.Where(row => Has(row.Headline, words)).Take(PageSize).ToList();
        return new(await CountedAsync(found, cancellationToken), null, rows.Count == Searched);
    }

    private static bool Has(string headline, string words) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(headline, words, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    /// <summary>The published by publication, those of another state by when they came in, all together as they were stored: each has an index.</summary>
    private static IQueryable<Story> Ordered(IQueryable<Story> stories, StoryState? state, (DateTime At, long Id)? key)
    {
        if (state is null)
            return (key is (_, var last) ? stories.Where(s => s.Id < last) : stories).OrderByDescending(s => s.Id);
        stories = stories.Where(story => story.State == state);
        if (state == StoryState.Published)
        {
            return (
                key is var (published, p)
                    ? stories.Where(s => s.PublishedUtc < published || (s.PublishedUtc == published && s.Id < p))
                    : stories
            )
                .OrderByDescending(s => s.PublishedUtc)
                .ThenByDescending(s => s.Id);
        }
        return (
            key is var (received, r) ? stories.Where(s => s.ReceivedUtc < received || (s.ReceivedUtc == received && s.Id < r)) : stories
        )
            .OrderByDescending(s => s.ReceivedUtc)
            .ThenByDescending(s => s.Id);
    }

    private static IQueryable<StoryListRow> Rows(IQueryable<Story> stories) =>
        stories.Select(s => new StoryListRow(
            s.Id,
            s.Number,
            s.Versions.First(v => v.Number == s.LatestVersion).Headline,
            s.Language,
            s.Category!.Name,
            s.State,
            s.ReceivedUtc,
            s.PublishedUtc,
            s.DueUtc,
            s.LatestVersion,
            s.LiveVersion,
            s.Versions.First(v => v.Number == s.LatestVersion).Attribution,
            0,
            0,
            0
        ));

    private async Task<List<StoryListRow>> CountedAsync(List<StoryListRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.ConvertAll(row => row.Id);
        var counts = await db
            .Statements.Where(s => ids.Contains(s.StoryId) && s.Version!.Number == s.Version.Story!.LatestVersion)
            .GroupBy(s => s.StoryId)
            .Select(g => new
            {
                g.Key,
                Found = g.Count(),
                Confirmed = g.Count(s => s.Review == Review.Confirmed),
                Waiting = g.Count(s => s.Review == Review.Proposed),
            })
            .ToDictionaryAsync(g => g.Key, cancellationToken);
        return rows.ConvertAll(row =>
            counts.TryGetValue(row.Id, out var n) ? row with { Found = n.Found, Confirmed = n.Confirmed, Waiting = n.Waiting } : row
        );
    }

    private static string KeyOf(StoryListRow row, StoryState? state) =>
        ListCursor.Of(state == StoryState.Published ? row.PublishedUtc ?? default : row.ReceivedUtc, row.Id);
}
