using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.PageCache;
using Sourceline.Web;

namespace Sourceline.Site;

/// <summary>The months of a year that have stories.</summary>
[PublicPage(Query = "")]
public sealed class ArchiveYearModel(Calendar calendar, PageHead frame, PageParts parts, MissingPages missing) : PageModel
{
    public DateOnly Start { get; private set; }

    public DateOnly? Earlier { get; private set; }

    public DateOnly? Later { get; private set; }

    public IReadOnlyList<(DateOnly Month, StoryCard First)> Months { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string year, CancellationToken cancellationToken)
    {
        if (ArchiveDate.Read(year) is not { } start) return await missing.AnswerAsync(this, cancellationToken);
        var end = start.AddYears(1);
        var firsts = await calendar.FirstOfEachAsync(start, end, day => new DateOnly(day.Year, day.Month, 1).AddMonths(1), cancellationToken);
        if (firsts.Count == 0) return await missing.AnswerAsync(this, cancellationToken);
        Start = start;
        parts.Add(PageTag.Year(start.Year));
        Months = [.. firsts.Select(card => (calendar.Day(card), card))];
        Earlier = await calendar.DayBeforeAsync(start, cancellationToken);
        Later = await calendar.DayFromAsync(end, cancellationToken);
        frame.Title = year;
        frame.Canonical = SiteRoutes.Year(start.Year);
        return Page();
    }
}
