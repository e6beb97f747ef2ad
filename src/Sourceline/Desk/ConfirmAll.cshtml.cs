using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Stories.Publishing;
using Sourceline.Stories.Reviewing;
using Sourceline.Web.DeskShell;
using Statement = Sourceline.Data.Model.Statement;

namespace Sourceline.Desk;

/// <summary><c>/desk/story/18343/confirm-all</c>: shows all statements that wait, and the button that confirms them at once.</summary>
public sealed class ConfirmAllModel(DeskStoryReader room, Reviews reviews, Localizer words) : PageModel
{
    [BindProperty(Name = "version", SupportsGet = true)]
    public int? Version { get; set; }

    public DeskStory Desk { get; private set; } = null!;

    /// <summary>Why it was not done; null where nobody has tried.</summary>
    public string? Refused { get; private set; }

    /// <summary>The statements that would be confirmed.</summary>
    public IReadOnlyList<Statement> Waiting => [.. Desk.Statements.Where(statement => statement.Review == Review.Proposed)];

    public async Task<IActionResult> OnGetAsync(long number, CancellationToken cancellationToken)
    {
        if (!await EnterAsync(number, cancellationToken))
            return NotFound();
        return Desk.IsOpen && Desk.Waiting > 0 ? Page() : Back();
    }

    public async Task<IActionResult> OnPostAsync(long number, int revision, CancellationToken cancellationToken)
    {
        if (!await EnterAsync(number, cancellationToken))
            return NotFound();
        try
        {
            await reviews.ConfirmAllAsync(new(Desk.Story.Id, revision, User.Identity!.Name!), Desk.Version.Number, cancellationToken);
            TempData.Done(words.Count("desk-confirm.done", Waiting.Count));
            return Back();
        }
        catch (ActRefusedException refused)
        {
            if (Desk.Waiting == 0)
            {
                TempData.Refused(refused.In(words));
                return Back();
            }
            // What would be confirmed has changed: the editor is shown it again before anything is done.
            Refused = refused.In(words);
            Response.StatusCode = refused.IsLate ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
    }

    private async Task<bool> EnterAsync(long number, CancellationToken cancellationToken)
    {
        if (await room.EnterAsync(number, Version, cancellationToken) is not { } desk)
            return false;
        Desk = desk;
        return true;
    }

    private RedirectToPageResult Back() => RedirectToPage("/Desk/Story", new { number = Desk.Story.Number, version = Version });
}
