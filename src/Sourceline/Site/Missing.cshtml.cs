using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.PageCache;
using Sourceline.Web;

namespace Sourceline.Site;

/// <summary>Every address that nothing else answers.</summary>
[PublicPage]
public sealed class MissingModel(MissingPages missing) : PageModel
{
    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => missing.AnswerAsync(this, cancellationToken);
}

/// <summary>Answers where there is no page: an address that a story had elsewhere leads to the story, any other gets a 404.</summary>
public sealed class MissingPages(NewsDb db, PageHead frame, Localizer words, IModelMetadataProvider metadata)
{
    public async Task<IActionResult> AnswerAsync(PageModel page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var request = page.Request;
        if (await FindAsync(request.Path + request.QueryString, cancellationToken) is { } story)
            return new RedirectResult(story, permanent: true);
        return NotFound(page.ModelState);
    }

    /// <summary>The page that says there is nothing here.</summary>
    internal ViewResult NotFound(ModelStateDictionary state)
    {
        frame.Title = words["missing.title"];
        frame.Indexed = false;
        return new ViewResult
        {
            ViewName = "/Site/_NotFound.cshtml",
            StatusCode = StatusCodes.Status404NotFound,
            ViewData = new ViewDataDictionary(metadata, state),
        };
    }

    /// <summary>
    /// The story that had this address elsewhere, with its query or without; null where none had, where it never was public, and
    /// where it has this address here too, which leads nowhere else.
    /// </summary>
    public async Task<string?> FindAsync(string pathAndQuery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pathAndQuery);
        var path = pathAndQuery.Split('?')[0];
        foreach (var address in StoryAddress.FormsOf(pathAndQuery))
        {
            var story = await db
                .StoryAddresses.AsNoTracking()
                .Where(known => known.Path == address && known.Story!.LiveVersion != null)
                .Select(known => new
                {
                    known.Story!.Number,
                    known.Story.Slug,
                    known.Story.State,
                })
                .FirstOrDefaultAsync(cancellationToken);
            if (story is null)
                continue;
            // The slug is made of the headline, which only a published story shows.
            var to = SiteRoutes.Story(story.Number, story.State == StoryState.Published ? story.Slug : "");
            if (!IsSame(path, to))
                return to;
        }
        return null;
    }

    private static bool IsSame(string path, string other) =>
        Uri.UnescapeDataString(path.TrimEnd('/')).Equals(Uri.UnescapeDataString(other), StringComparison.OrdinalIgnoreCase);
}
