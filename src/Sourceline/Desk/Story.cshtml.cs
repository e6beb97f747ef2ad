using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Attribution.Model;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Stories.Publishing;
using Sourceline.Stories.Reviewing;
using Sourceline.Web.DeskShell;

namespace Sourceline.Desk;

/// <summary><c>/desk/story/18343</c>: the text, its statements and their review, what may be done, what was done.</summary>
public sealed class StoryModel(DeskStoryReader room, Reviews reviews, TranslationActs translations, Localizer words) : PageModel
{
    [BindProperty(Name = "version", SupportsGet = true)]
    public int? Version { get; set; }

    /// <summary>The revision that the editor saw when deciding.</summary>
    [BindProperty(Name = "revision")]
    public int Revision { get; set; }

    /// <summary>What was typed as the number of a story that this one translates.</summary>
    [BindProperty(Name = "translationOf")]
    public string? TranslationOf { get; set; }

    /// <summary>Why the translation was not noted; null where nobody has tried.</summary>
    public ActRefusedException? NoTranslation { get; private set; }

    /// <summary>A form that could not be done; null where nobody has tried.</summary>
    public RefusedReview? Refused { get; private set; }

    public DeskStory Desk { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var number = long.Parse((string)RouteData.Values["number"]!, CultureInfo.InvariantCulture);
        if (await room.EnterAsync(number, Version, HttpContext.RequestAborted) is not { } desk)
        {
            context.Result = NotFound();
            return;
        }
        Desk = desk;
        await next();
    }

    public void OnGet()
    {
        // All that is shown is read above.
    }

    // A statement: the page comes back at the next one that waits.
    public Task<IActionResult> OnPostConfirmAsync(long id, CancellationToken cancellationToken) =>
        ReviewAsync(() => reviews.ConfirmAsync(At(), id, cancellationToken), NextAfter(id));

    public Task<IActionResult> OnPostRejectAsync(long id, CancellationToken cancellationToken) =>
        ReviewAsync(() => reviews.RejectAsync(At(), id, cancellationToken), NextAfter(id));

    public Task<IActionResult> OnPostReopenAsync(long id, CancellationToken cancellationToken) =>
        ReviewAsync(() => reviews.ReopenAsync(At(), id, cancellationToken), OrdinalOf(id));

    public Task<IActionResult> OnPostPolarityAsync(long id, Polarity polarity, CancellationToken cancellationToken) =>
        ReviewAsync(() => reviews.SetPolarityAsync(At(), id, polarity, cancellationToken), OrdinalOf(id));

    /// <summary>Takes back what one act confirmed at once.</summary>
    public Task<IActionResult> OnPostUndoConfirmAllAsync(long act, CancellationToken cancellationToken) =>
        ReviewAsync(() => reviews.UndoConfirmAllAsync(At(), act, cancellationToken), 0);

    // A hop of a chain.
    public Task<IActionResult> OnPostConfirmHopAsync(long id, CancellationToken cancellationToken) =>
        ReviewAsync(() => reviews.JudgeLinkAsync(At(), id, Review.Confirmed, cancellationToken), OrdinalOfHop(id));

    public Task<IActionResult> OnPostRejectHopAsync(long id, CancellationToken cancellationToken) =>
        ReviewAsync(() => reviews.JudgeLinkAsync(At(), id, Review.Rejected, cancellationToken), OrdinalOfHop(id));

    public Task<IActionResult> OnPostReopenHopAsync(long id, CancellationToken cancellationToken) =>
        ReviewAsync(() => reviews.JudgeLinkAsync(At(), id, Review.Proposed, cancellationToken), OrdinalOfHop(id));

    public Task<IActionResult> OnPostMoveNearerAsync(long id, CancellationToken cancellationToken) =>
        ReviewAsync(() => reviews.MoveLinkAsync(At(), id, -1, cancellationToken), OrdinalOfHop(id));

    public Task<IActionResult> OnPostMoveFurtherAsync(long id, CancellationToken cancellationToken) =>
        ReviewAsync(() => reviews.MoveLinkAsync(At(), id, 1, cancellationToken), OrdinalOfHop(id));

    public Task<IActionResult> OnPostRemoveHopAsync(long id, CancellationToken cancellationToken) =>
        ReviewAsync(() => reviews.RemoveLinkAsync(At(), id, cancellationToken), OrdinalOfHop(id));

    public Task<IActionResult> OnPostEditHopAsync(long id, HopEditFields fields, CancellationToken cancellationToken) =>
        FillInAsync(
            () => reviews.MendLinkAsync(At(), id, fields.ToEdit(), cancellationToken),
            OrdinalOfHop(id),
            why => new(ReviewForm.EditHop, id, OrdinalOfHop(id), why) { Fields = fields }
        );

    public Task<IActionResult> OnPostAddHopAsync(
        long id,
        int chain,
        int position,
        HopEditFields fields,
        CancellationToken cancellationToken
    ) =>
        FillInAsync(
            () => reviews.InsertLinkAsync(At(), id, chain, position, fields.ToEdit(), cancellationToken),
            OrdinalOf(id),
            why =>
                new(ReviewForm.AddHop, id, OrdinalOf(id), why)
                {
                    Fields = fields,
                    Chain = chain,
                    Position = position,
                }
        );

    // Who an unnamed source is.
    public Task<IActionResult> OnPostConfirmIdentityAsync(long id, CancellationToken cancellationToken) =>
        ReviewAsync(() => reviews.JudgeIdentityAsync(At(), id, Review.Confirmed, cancellationToken), OrdinalOfHop(id));

    public Task<IActionResult> OnPostRejectIdentityAsync(long id, CancellationToken cancellationToken) =>
        ReviewAsync(() => reviews.JudgeIdentityAsync(At(), id, Review.Rejected, cancellationToken), OrdinalOfHop(id));

    public Task<IActionResult> OnPostIdentityAsync(long id, HopEditFields fields, CancellationToken cancellationToken) =>
        FillInAsync(
            () => reviews.SetIdentityAsync(At(), id, fields.Name, fields.Kind, fields.Basis, cancellationToken),
            OrdinalOfHop(id),
            why => new(ReviewForm.Identity, id, OrdinalOfHop(id), why) { Fields = fields }
        );

    /// <summary>Says which story this one is a translation of.</summary>
    public Task<IActionResult> OnPostLinkAsync(CancellationToken cancellationToken) =>
        TranslateAsync(async order =>
        {
            var number = StoryNumber.Parse(TranslationOf)
                ?? throw new ActRefusedException(language => language["refused.number-form", language.Digits(Desk.Story.Number)]);
            await translations.LinkAsync(order, number, cancellationToken);
            return words["desk-translation.linked", words.Digits(Desk.Story.Number), words.Digits(number)];
        });

    /// <summary>Takes that back.</summary>
    public Task<IActionResult> OnPostUnlinkAsync(CancellationToken cancellationToken) =>
        TranslateAsync(async order =>
        {
            await translations.UnlinkAsync(order, cancellationToken);
            return words["desk-translation.unlinked", words.Digits(Desk.Story.Number)];
        });

    private string Actor => User.Identity!.Name!;

    private ReviewOf At() => new(Desk.Story.Id, Revision, Actor);

    private int OrdinalOf(long statement) => Desk.Statements.FirstOrDefault(s => s.Id == statement)?.Ordinal ?? 0;

    private int OrdinalOfHop(long hop) => Desk.Statements.FirstOrDefault(s => s.Hops.Exists(one => one.Id == hop))?.Ordinal ?? 0;

    private int NextAfter(long statement) => Desk.NextWaiting(OrdinalOf(statement))?.Ordinal ?? 0;

    /// <summary>Does what a button says, and goes to a statement (0: the top); the page there says why where it was not done.</summary>
    private async Task<IActionResult> ReviewAsync(Func<Task> decide, int ordinal)
    {
        try
        {
            await decide();
            return Back(ordinal);
        }
        catch (ActRefusedException refused)
        {
            TempData.Refused(refused.In(words));
            return Back(0);
        }
    }

    /// <summary>Does what a form says, or shows the page again with the form open and filled in.</summary>
    private async Task<IActionResult> FillInAsync(Func<Task> edit, int ordinal, Func<ActRefusedException, RefusedReview> again)
    {
        try
        {
            await edit();
            return Back(ordinal);
        }
        catch (ActRefusedException refused)
        {
            Refused = again(refused);
            Response.StatusCode = StatusOf(refused);
            return Page();
        }
    }

    /// <summary>Does it, or shows the page again with what was typed and why it was not done.</summary>
    private async Task<IActionResult> TranslateAsync(Func<TranslationOrder, Task<string>> act)
    {
        try
        {
            TempData.Done(await act(new TranslationOrder(Desk.Story.Id, Actor, Revision)));
            return Back(0);
        }
        catch (ActRefusedException refused)
        {
            NoTranslation = refused;
            Response.StatusCode = StatusOf(refused);
            return Page();
        }
    }

    private static int StatusOf(ActRefusedException refused) =>
        refused.IsLate ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;

    private RedirectToPageResult Back(int ordinal) =>
        RedirectToPage(null, null, new { number = Desk.Story.Number, version = Version }, ordinal > 0 ? $"s{ordinal}" : null);
}
