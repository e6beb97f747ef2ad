using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.PageCache;

namespace Sourceline.Site;

/// <summary>The years that have stories.</summary>
[PublicPage(Query = "")]
public sealed class ArchiveModel(Calendar calendar, PageHead frame, PageParts parts) : PageModel
{
    public IReadOnlyList<(int Year, StoryCard First)> Years { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        frame.Title = "Archive";
        frame.Canonical = "/archive";
        parts.Add(PageTag.Stories);
        var firsts = await calendar.FirstOfEachAsync(
            new DateOnly(ArchiveDate.FirstYear, 1, 1), new DateOnly(ArchiveDate.LastYear + 1, 1, 1), day => new DateOnly(day.Year + 1, 1, 1), cancellationToken);
        Years = [.. firsts.Select(card => (calendar.Day(card).Year, card)).Reverse()];
    }
}
