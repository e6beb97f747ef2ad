using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sourceline.Localization;
using Sourceline.Stories.Publishing;
using Sourceline.Stories.Reviewing;
using Sourceline.Web.DeskShell;

namespace Sourceline.Desk;

/// <summary><c>/desk/story/18343</c>: the text, its statements, what may be done, what was done.</summary>
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

    /// <summary>Everything that is one button: <c>do</c> names the decision and the row, as in <c>confirm-link 17</c>.</summary>
    public Task<IActionResult> OnPostReviewAsync([FromForm(Name = "do")] string? what, CancellationToken cancellationToken) =>
        ReviewAsync(() => ReviewButton.Parse(what) is { } button ? button.PressAsync(reviews, At(), Desk, cancellationToken) : throw new ActRefusedException(words => words["refused.no-such-action"]));

    public Task<IActionResult> OnPostMendAsync(long link, HopEditFields fields, CancellationToken cancellationToken) =>
        ReviewAsync(async () =>
        {
            await reviews.MendLinkAsync(At(), link, fields.ToMend(), cancellationToken);
            return ReviewButton.OrdinalOfLink(Desk, link);
        });

    public Task<IActionResult> OnPostInsertAsync(long statement, int chain, int position, HopEditFields fields, CancellationToken cancellationToken) =>
        ReviewAsync(async () =>
        {
            await reviews.InsertLinkAsync(At(), statement, chain, position, fields.ToMend(), cancellationToken);
            return ReviewButton.OrdinalOf(Desk, statement);
        });

    public Task<IActionResult> OnPostIdentityAsync(long link, HopEditFields fields, CancellationToken cancellationToken) =>
        ReviewAsync(async () =>
        {
            await reviews.SetIdentityAsync(At(), link, fields.Name, fields.Kind, fields.Basis, cancellationToken);
            return ReviewButton.OrdinalOfLink(Desk, link);
        });

    /// <summary>Says which story this one is a translation of.</summary>
    public Task<IActionResult> OnPostLinkAsync(CancellationToken cancellationToken) => TranslateAsync(async order =>
    {
        if (!long.TryParse(TranslationOf?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new ActRefusedException(words => words["refused.number-form", words.Digits(Desk.Story.Number)]);
        await translations.LinkAsync(order, number, cancellationToken);
        return $"Linked: No. {Desk.Story.Number} and No. {number} are translations of one another.";
    });

    /// <summary>Takes that back.</summary>
    public Task<IActionResult> OnPostUnlinkAsync(CancellationToken cancellationToken) => TranslateAsync(async order =>
    {
        await translations.UnlinkAsync(order, cancellationToken);
        return $"No. {Desk.Story.Number} is no translation of another story any more.";
    });

    private string Actor => User.Identity!.Name!;

    private ReviewOf At() => new(Desk.Story.Id, Revision, Actor);

    /// <summary>Decides, and goes back to the statement (0: to the top) with a word on what was done or why it was not.</summary>
    private async Task<IActionResult> ReviewAsync(Func<Task<int>> decide)
    {
        try
        {
            var ordinal = await decide();
            return Back(ordinal);
        }
        catch (ActRefusedException refused)
        {
            TempData.Refused(refused.In(words));
            return Back(0);
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
            Response.StatusCode = refused.IsLate ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
    }

    private RedirectToPageResult Back(int ordinal) =>
        RedirectToPage(null, null, new { number = Desk.Story.Number, version = Version }, ordinal > 0 ? $"s{ordinal}" : null);
}
