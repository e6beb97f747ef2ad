using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Stories.Publishing;
using Sourceline.Web.DeskShell;

namespace Sourceline.Desk.Acting;

/// <summary><c>/desk/story/18343/withhold</c>: what the act does, the words that it wants, and the button that does it.</summary>
public sealed class ActModel(DeskStoryReader room, StoryActs acts, SiteTime time, Localizer words, TimeProvider clock) : PageModel
{
    public DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    [BindProperty]
    public ActForm Form { get; set; } = new();

    public DeskStory Desk { get; private set; } = null!;

    public ActVerb Verb { get; private set; } = null!;

    /// <summary>What the newest version changes for readers; null where readers see it, or nothing, now.</summary>
    public IReadOnlyList<TextChange>? Changes { get; private set; }

    /// <summary>Why it was not done; null where nobody has tried.</summary>
    public ActRefusedException? Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync(long number, string verb, CancellationToken cancellationToken)
    {
        if (!await EnterAsync(number, verb, cancellationToken))
            return NotFound();
        if (!Verb.IsAllowedIn(Desk.Story.State))
        {
            TempData.Refused(Words(Verb.Act.Refusal(Desk.Story, time)));
            return Back();
        }
        Form.Revision = Desk.Story.Revision;
        var suggested = Verb.Act.Time switch
        {
            ActTime.Future => Desk.Story.DueUtc,
            ActTime.Past => Desk.Story.PublishedUtc,
            _ => null,
        };
        if (suggested is { } due)
            Form.At = time.Local(due).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long number, string verb, CancellationToken cancellationToken)
    {
        if (!await EnterAsync(number, verb, cancellationToken))
            return NotFound();
        try
        {
            var done = await acts.DoAsync(Desk.Story.Id, Form.ToOrder(Verb, User.Identity!.Name!, time), cancellationToken);
            TempData.Done(await DoneAsync(done, cancellationToken));
            return Back();
        }
        catch (ActRefusedException refused)
        {
            return Again(refused);
        }
    }

    /// <summary>Why it was refused, and what can be done instead.</summary>
    public string Words(ActRefusedException refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return refused.Instead is null ? refused.In(words) : $"{refused.In(words)} {words["act.lift-embargo.hint"]}";
    }

    /// <summary>Whether the words that were wrong are those of this field.</summary>
    public bool IsWrong(string field) => Refused?.About == field;

    /// <summary>The page again with all that was typed. The editor sees the story as it is now, so the next press of the button is about that.</summary>
    private IActionResult Again(ActRefusedException refused)
    {
        if (!Verb.IsAllowedIn(Desk.Story.State))
        {
            TempData.Refused(Words(refused));
            return Back();
        }
        Refused = refused;
        ModelState.Clear();
        Form.Revision = Desk.Story.Revision;
        Response.StatusCode = refused.IsLate ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> EnterAsync(long number, string verb, CancellationToken cancellationToken)
    {
        if (ActVerb.Find(verb) is not { } known || await room.EnterAsync(number, null, cancellationToken) is not { } desk)
            return false;
        (Verb, Desk) = (known, desk);
        if (Verb.Act.IsRevision && Desk.MayUpdate)
            Changes = await room.ChangesAsync(Desk.Story, cancellationToken);
        return true;
    }

    private async Task<string> DoneAsync(ActDone done, CancellationToken cancellationToken)
    {
        if (ActRegistry.Of(done.Kind).Words.Done is { } key)
            return words[key];
        var story = await room.EnterAsync(done.Number, null, cancellationToken);
        return DeskWords.Until(words, done.State, time.Local(story!.Story.DueUtc!.Value));
    }

    private RedirectToPageResult Back() => RedirectToPage("/Desk/Story", new { number = Desk.Story.Number });
}
