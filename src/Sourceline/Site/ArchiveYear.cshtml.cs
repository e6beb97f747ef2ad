using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Localization;
using Sourceline.PageCache;
using Sourceline.Web;

namespace Sourceline.Site;

/// <summary>The months of a year of the readers' calendar, with the number of stories in each. Its address has the Gregorian year in which it begins.</summary>
[PublicPage(Query = "")]
public sealed class ArchiveYearModel(Calendar calendar, PageHead frame, MissingPages missing, Localizer words) : PageModel
{
    /// <summary>The first day.</summary>
    public DateOnly Start { get; private set; }

    /// <summary>The first day of the nearest earlier year with stories; null where there is none.</summary>
    public DateOnly? Earlier { get; private set; }

    public DateOnly? Later { get; private set; }

    /// <summary>The first day of each month, and its number of stories.</summary>
    public IReadOnlyList<(DateOnly Month, int Count)> Months { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string year, CancellationToken cancellationToken)
    {
        if (ArchiveDate.Read(year) is not { } january)
            return await missing.AnswerAsync(this, cancellationToken);
        Start = words.Calendar.YearStart(january.AddYears(1).AddDays(-1));
        var end = words.Calendar.NextYear(Start);
        Months = await calendar.CountsAsync(Start, end, words.Calendar.NextMonth, cancellationToken);
        if (Months.All(month => month.Count == 0))
            return await missing.AnswerAsync(this, cancellationToken);
        Earlier = words.Calendar.YearStart(await calendar.DayBeforeAsync(Start, cancellationToken));
        Later = words.Calendar.YearStart(await calendar.DayFromAsync(end, cancellationToken));
        frame.Title = words.Calendar.Year(Start);
        frame.Canonical = SiteRoutes.Year(january.Year);
        return Request.Path == frame.Canonical ? Page() : RedirectPermanent(frame.Canonical);
    }
}
