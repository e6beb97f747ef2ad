using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Localization;
using Sourceline.PageCache;
using Sourceline.Web;

namespace Sourceline.Site;

/// <summary>The stories of a day in the site's zone, newest first; <c>?before=18343</c> goes on after that story.</summary>
[PublicPage(Query = "before")]
public sealed class ArchiveDayModel(
    NewsDb db,
    SiteTime time,
    Calendar calendar,
    PageHead frame,
    PageParts parts,
    MissingPages missing,
    Localizer words
) : PageModel
{
    /// <summary>A bulk import can give one day thousands.</summary>
    private const int PageSize = 60;

    [BindProperty(SupportsGet = true)]
    public long? Before { get; init; }

    public DateOnly Day { get; private set; }

    public DateOnly? Earlier { get; private set; }

    public DateOnly? Later { get; private set; }

    public IReadOnlyList<StoryCard> Stories { get; private set; } = [];

    public bool HasMore { get; private set; }

    public async Task<IActionResult> OnGetAsync(string year, string month, string day, CancellationToken cancellationToken)
    {
        if (ArchiveDate.Read(year, month, day) is not { } date || !ModelState.IsValid)
            return await missing.AnswerAsync(this, cancellationToken);
        if (Request.Path != SiteRoutes.Day(date))
            return RedirectPermanent(SiteRoutes.Day(date) + Request.QueryString);
        var key = Before is { } number ? await db.KeyAsync(number, cancellationToken) : null;
        await ReadAsync(date, key, cancellationToken);
        if (Before is not null && (key is null || Stories.Count == 0))
            return await missing.AnswerAsync(this, cancellationToken);
        if (Stories.Count == 0)
            DescribeEmptyDay();
        frame.Title = words.Dates.Weekday(date);
        frame.Canonical = Before is null ? SiteRoutes.Day(date) : $"{SiteRoutes.Day(date)}?before={Before}";
        return Page();
    }

    /// <summary>Anybody can ask for any day: the page of one without stories is neither kept nor indexed.</summary>
    private void DescribeEmptyDay()
    {
        parts.DoNotKeep();
        frame.Indexed = false;
        Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task ReadAsync(DateOnly date, StoryKey? key, CancellationToken cancellationToken)
    {
        Day = date;
        var (start, end) = (time.StartOf(date), time.StartOf(date.AddDays(1)));
        var stories = await db.Published()
            .Where(story => story.PublishedUtc >= start && story.PublishedUtc < end)
            .Before(key)
            .NewestFirst()
            .Take(PageSize + 1)
            .Cards(db)
            .ToListAsync(cancellationToken);
        HasMore = stories.Count > PageSize;
        parts.Add(PageTag.Day(date));
        parts.AddStories([.. stories.Select(card => card.Id), key?.Id ?? 0]);
        Stories = [.. stories.Take(PageSize)];
        Earlier = await calendar.DayBeforeAsync(date, cancellationToken);
        Later = await calendar.DayFromAsync(date.AddDays(1), cancellationToken);
    }
}
