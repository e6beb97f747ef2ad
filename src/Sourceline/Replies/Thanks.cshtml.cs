using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.PageCache;

namespace Sourceline.Replies;

/// <summary><c>/18343/reply/thanks</c>: where a reader is sent after a reply, so that a reload does not send it again.</summary>
[ReadOnlyPage]
public sealed class ThanksModel(NewsDb db) : PageModel
{
    public long Number { get; private set; }

    public string Headline { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(long number, CancellationToken cancellationToken)
    {
        Number = number;
        Response.Headers.CacheControl = "no-cache";
        var headline = await db
            .Stories.Where(s => s.Number == number && s.State == StoryState.Published)
            .Select(s => s.Versions.First(v => v.Number == s.LiveVersion).Headline)
            .SingleOrDefaultAsync(cancellationToken);
        if (headline is null)
            return NotFound();
        Headline = headline;
        return Page();
    }
}
