using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.PageCache;

namespace Sourceline.Site;

/// <summary>
/// Which days, months and years have stories, found by leaping along the index: a leap for each that has, however many stories lie between.
/// The page that asks is made of what it finds, and of every month in which something else could have been found.
/// </summary>
public sealed class Calendar(NewsDb db, SiteTime time, PageParts parts)
{
    /// <summary>Beyond so many months a page is made of all stories instead.</summary>
    private const int MostMonths = 24;

    /// <summary>The first story of each stretch that has any, oldest first.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last.</param>
    /// <param name="next">The first day of the stretch after the one that a day lies in.</param>
    /// <param name="cancellationToken">Stops.</param>
    internal async Task<List<StoryCard>> FirstOfEachAsync(
        DateOnly from,
        DateOnly until,
        Func<DateOnly, DateOnly> next,
        CancellationToken cancellationToken
    )
    {
        List<StoryCard> found = [];
        while (from < until && await OldestAsync(from, until, cancellationToken) is { } card)
        {
            found.Add(card);
            from = next(time.Day(card.PublishedUtc));
        }
        parts.AddStories(found.Select(card => card.Id));
        return found;
    }

    /// <summary>How many stories each stretch has, by one query that goes along the index. The page is made of all months that it touches.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The day after the last.</param>
    /// <param name="next">The first day of the stretch after the one that a day begins.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The first day of each stretch, in order, with its number of stories.</returns>
    internal async Task<List<(DateOnly Start, int Count)>> CountsAsync(
        DateOnly from,
        DateOnly until,
        Func<DateOnly, DateOnly> next,
        CancellationToken cancellationToken
    )
    {
        List<DateOnly> starts = [];
        for (var start = from; start < until; start = next(start))
            starts.Add(start);
        for (var month = new DateOnly(from.Year, from.Month, 1); month < until; month = month.AddMonths(1))
            parts.Add(PageTag.Month(month));
        object[] instants = [.. starts.Append(until).Select(day => (object)time.StartOf(day))];
        var counts = string.Join(
            " UNION ALL ",
            starts.Select(
                (_, at) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"SELECT {at} AS \"Place\", count(*) AS \"Count\" FROM \"Stories\" WHERE \"State\" = '{nameof(StoryState.Published)}' AND \"PublishedUtc\" >= {{{at}}} AND \"PublishedUtc\" < {{{at + 1}}}"
                    )
            )
        );
        var found = await db.Database.SqlQueryRaw<Counted>(counts, instants).ToListAsync(cancellationToken);
        return [.. found.OrderBy(one => one.Place).Select(one => (starts[one.Place], checked((int)one.Count)))];
    }

    /// <summary>The day of a story in the site's zone.</summary>
    public DateOnly Day(StoryCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return time.Day(card.PublishedUtc);
    }

    /// <summary>The day of the newest story before a day; null where there is none.</summary>
    internal async Task<DateOnly?> DayBeforeAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var start = time.StartOf(day);
        var found = await db.Published()
            .Where(story => story.PublishedUtc < start)
            .NewestFirst()
            .Select(story => new Neighbour(story.Id, story.PublishedUtc!.Value))
            .FirstOrDefaultAsync(cancellationToken);
        return Made(found, earlier => (earlier, day));
    }

    /// <summary>The day of the oldest story from a day on; null where there is none.</summary>
    internal async Task<DateOnly?> DayFromAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var start = time.StartOf(day);
        var found = await db.Published()
            .Where(story => story.PublishedUtc >= start)
            .OrderBy(story => story.PublishedUtc)
            .ThenBy(story => story.Id)
            .Select(story => new Neighbour(story.Id, story.PublishedUtc!.Value))
            .FirstOrDefaultAsync(cancellationToken);
        return Made(found, later => (day, later));
    }

    /// <summary>Has the page be made of a neighbour and of all that could come between; where there is none, of whatever comes.</summary>
    private DateOnly? Made(Neighbour? found, Func<DateOnly, (DateOnly From, DateOnly To)> between)
    {
        DateOnly? day = found is null ? null : time.Day(found.PublishedUtc);
        if (found is not null)
            parts.Add(PageTag.Story(found.Id));
        var (from, to) = day is { } known ? between(known) : (DateOnly.MinValue, DateOnly.MaxValue);
        if (to.AddMonths(-MostMonths) > from)
            parts.Add(PageTag.Stories);
        else
            for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
                parts.Add(PageTag.Month(month));
        return day;
    }

    private Task<StoryCard?> OldestAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var (start, end) = (time.StartOf(from), time.StartOf(until));
        return db.Published()
            .Where(story => story.PublishedUtc >= start && story.PublishedUtc < end)
            .OrderBy(story => story.PublishedUtc)
            .ThenBy(story => story.Id)
            .Take(1)
            .Cards(db)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private sealed record Counted(int Place, long Count);

    private sealed record Neighbour(long Id, DateTime PublishedUtc);
}
