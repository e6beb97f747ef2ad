using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Localization;
using Sourceline.PageCache;

namespace Sourceline.Site;

/// <summary>The years that have stories.</summary>
[PublicPage(Query = "")]
public sealed class ArchiveModel(Calendar calendar, PageHead frame, PageParts parts, Localizer words) : PageModel
{
    /// <summary>The first day of each year of the readers' calendar, with its first story; newest first.</summary>
    public IReadOnlyList<(DateOnly Year, StoryCard First)> Years { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        frame.Title = words["archive.title"];
        frame.Canonical = "/archive";
        parts.Add(PageTag.Stories);
        var firsts = await calendar.FirstOfEachAsync(
            new DateOnly(ArchiveDate.FirstYear, 1, 1),
            new DateOnly(ArchiveDate.LastYear + 1, 1, 1),
            words.Calendar.NextYear,
            cancellationToken
        );
        Years = [.. firsts.Select(card => (words.Calendar.YearStart(calendar.Day(card)), card)).Reverse()];
    }
}
