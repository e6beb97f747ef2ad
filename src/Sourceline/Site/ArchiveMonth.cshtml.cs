using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Localization;
using Sourceline.PageCache;
using Sourceline.Web;

namespace Sourceline.Site;

/// <summary>
/// The days of a month of the readers' calendar, with the number of stories and the first story of each. Its address has the Gregorian month
/// whose first day lies in it.
/// </summary>
[PublicPage(Query = "")]
public sealed class ArchiveMonthModel(Calendar calendar, PageHead frame, MissingPages missing, Localizer words) : PageModel
{
    private const int Week = 7;

    /// <summary>The first day.</summary>
    public DateOnly Start { get; private set; }

    /// <summary>The nearest earlier day with stories; null where there is none.</summary>
    public DateOnly? Earlier { get; private set; }

    public DateOnly? Later { get; private set; }

    /// <summary>The month's days with their numbers of stories, a week a row; a day is null where the month has none in that place.</summary>
    public IReadOnlyList<IReadOnlyList<(DateOnly? Day, int Count)>> Weeks { get; private set; } = [];

    public IReadOnlyList<(DateOnly Day, StoryCard First)> Days { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string year, string month, CancellationToken cancellationToken)
    {
        if (ArchiveDate.Read(year, month) is not { } named)
            return await missing.AnswerAsync(this, cancellationToken);
        if (Request.Path != SiteRoutes.Month(named))
            return RedirectPermanent(SiteRoutes.Month(named));
        Start = words.Calendar.MonthStart(named);
        var end = words.Calendar.NextMonth(Start);
        var counts = await calendar.CountsAsync(Start, end, day => day.AddDays(1), cancellationToken);
        if (counts.All(day => day.Count == 0))
            return await missing.AnswerAsync(this, cancellationToken);
        Weeks = WeeksOf(counts);
        Days =
        [
            .. (await calendar.FirstOfEachAsync(Start, end, day => day.AddDays(1), cancellationToken)).Select(card =>
                (calendar.Day(card), card)
            ),
        ];
        Earlier = await calendar.DayBeforeAsync(Start, cancellationToken);
        Later = await calendar.DayFromAsync(end, cancellationToken);
        frame.Title = words.Calendar.Month(Start);
        frame.Canonical = SiteRoutes.Month(named);
        return Page();
    }

    private List<IReadOnlyList<(DateOnly?, int)>> WeeksOf(List<(DateOnly Day, int Count)> counts)
    {
        var places = Enumerable
            .Repeat<(DateOnly?, int)>((null, 0), words.Calendar.PlaceInWeek(Start))
            .Concat(counts.Select(day => ((DateOnly?)day.Day, day.Count)))
            .ToList();
        while (places.Count % Week > 0)
            places.Add((null, 0));
        return [.. places.Chunk(Week)];
    }
}
