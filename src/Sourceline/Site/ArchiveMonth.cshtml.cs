using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Localization;
using Sourceline.PageCache;
using Sourceline.Web;

namespace Sourceline.Site;

/// <summary>The days of a month that have stories, each with the first story of the day.</summary>
[PublicPage(Query = "")]
public sealed class ArchiveMonthModel(Calendar calendar, PageHead frame, PageParts parts, MissingPages missing, Localizer words) : PageModel
{
    public DateOnly Start { get; private set; }

    public DateOnly? Earlier { get; private set; }

    public DateOnly? Later { get; private set; }

    public IReadOnlyList<(DateOnly Day, StoryCard First)> Days { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string year, string month, CancellationToken cancellationToken)
    {
        if (ArchiveDate.Read(year, month) is not { } start) return await missing.AnswerAsync(this, cancellationToken);
        if (Request.Path != SiteRoutes.Month(start)) return RedirectPermanent(SiteRoutes.Month(start));
        var end = start.AddMonths(1);
        var firsts = await calendar.FirstOfEachAsync(start, end, day => day.AddDays(1), cancellationToken);
        if (firsts.Count == 0) return await missing.AnswerAsync(this, cancellationToken);
        Start = start;
        parts.Add(PageTag.Month(start));
        Days = [.. firsts.Select(card => (calendar.Day(card), card))];
        Earlier = await calendar.DayBeforeAsync(start, cancellationToken);
        Later = await calendar.DayFromAsync(end, cancellationToken);
        frame.Title = words.Dates.Month(start);
        frame.Canonical = SiteRoutes.Month(start);
        return Page();
    }
}
