using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;

namespace Sourceline.Site;

/// <summary>Every address that nothing else answers.</summary>
[PublicPage]
public sealed class MissingModel(MissingPages missing) : PageModel
{
    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => missing.AnswerAsync(this, cancellationToken);
}

/// <summary>Answers where there is no page: an address that a story had elsewhere leads to the story, any other gets a 404.</summary>
public sealed class MissingPages(NewsDb db, SiteFrame frame)
{
    public async Task<IActionResult> AnswerAsync(PageModel page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var request = page.Request;
        if (await FindAsync(request.Path + request.QueryString, cancellationToken) is { } story) return new RedirectResult(story, permanent: true);
        frame.Title = "Not found";
        frame.Indexed = false;
        return new ViewResult { ViewName = "/Site/_NotFound.cshtml", StatusCode = StatusCodes.Status404NotFound, ViewData = new ViewDataDictionary(page.ViewData) { Model = null } };
    }

    /// <summary>The story that had this address elsewhere, with its query or without; null where none had.</summary>
    public async Task<string?> FindAsync(string pathAndQuery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pathAndQuery);
        var path = pathAndQuery.Split('?')[0];
        foreach (var address in new[] { pathAndQuery, path }.Distinct().Select(StoryAddress.Normalise).OfType<string>())
        {
            var story = await db.StoryAddresses.AsNoTracking().Where(known => known.Path == address)
                .Select(known => new { known.Story!.Number, known.Story.Slug, known.Story.State }).FirstOrDefaultAsync(cancellationToken);
            // The slug is made of the headline, which only a published story shows.
            if (story is not null && story.State != StoryState.Draft) return Address.Story(story.Number, story.State == StoryState.Published ? story.Slug : "");
        }
        return null;
    }
}
