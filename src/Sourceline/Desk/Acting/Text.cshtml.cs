using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Stories.Publishing;
using Sourceline.Web.DeskShell;

namespace Sourceline.Desk.Acting;

/// <summary><c>/desk/story/18343/text</c>: a new version is written; what readers see stays until an act puts it before them.</summary>
public sealed class TextModel(DeskStoryReader room, StoryActs acts, SiteTime time, Localizer words) : PageModel
{
    [BindProperty]
    public TextForm Form { get; set; } = new();

    public DeskStory Desk { get; private set; } = null!;

    /// <summary>Why it was not saved; null where nobody has tried.</summary>
    public string? Refused { get; private set; }

    /// <summary>Somebody else saved another text meanwhile.</summary>
    public bool IsLate { get; private set; }

    /// <summary>What is wrong, by field.</summary>
    public Dictionary<string, string> Faults { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long number, CancellationToken cancellationToken)
    {
        if (!await EnterAsync(number, cancellationToken))
            return NotFound();
        if (!MayDraft)
            return NotPossible();
        Form = TextForm.Of(Desk.Story, Desk.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long number, CancellationToken cancellationToken)
    {
        if (!await EnterAsync(number, cancellationToken))
            return NotFound();
        Faults = Form.Faults(words).GroupBy(fault => fault.Field).ToDictionary(field => field.Key, field => field.First().Words);
        if (Faults.Count > 0)
            return Again(words["desk-text.not-saved"], StatusCodes.Status422UnprocessableEntity);
        try
        {
            var order = new ActOrder(ActKind.Draft, User.Identity!.Name!) { Text = Form.ToText(), SeenRevision = Form.Revision };
            var done = await acts.DoAsync(Desk.Story.Id, order, cancellationToken);
            TempData.Done(
                Desk.Story.LiveVersion is { } live && Desk.Story.State == StoryState.Published
                    ? words["desk-text.saved-not-shown", words.Digits(done.Version), words.Digits(live)]
                    : words["desk-text.saved", words.Digits(done.Version)]
            );
            return RedirectToPage("/Desk/Story", new { number });
        }
        catch (ActRefusedException refused)
        {
            IsLate = refused.IsLate;
            return Again(refused.In(words), IsLate ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static StoryAct Draft => ActRegistry.Of(ActKind.Draft);

    private bool MayDraft => Draft.After(Desk.Story.State, Actors.Editor) is not null;

    /// <summary>The page with all that was typed; the next save is made knowing the story as it is now.</summary>
    private PageResult Again(string why, int status)
    {
        Refused = why;
        ModelState.Clear();
        // A story that was killed meanwhile cannot be drafted: the page is shown all the same, so that the words are not lost.
        Form.Revision = Desk.Story.Revision;
        Response.StatusCode = status;
        return Page();
    }

    private RedirectToPageResult NotPossible()
    {
        TempData.Refused(Draft.Refusal(Desk.Story, time).In(words));
        return RedirectToPage("/Desk/Story", new { number = Desk.Story.Number });
    }

    private async Task<bool> EnterAsync(long number, CancellationToken cancellationToken)
    {
        if (await room.EnterAsync(number, null, cancellationToken) is not { } desk)
            return false;
        Desk = desk;
        return true;
    }
}
