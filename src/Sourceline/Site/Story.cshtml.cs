using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.PageCache;
using Sourceline.Web;

namespace Sourceline.Site;

/// <summary>A story under its number, or the notice that stands in its place.</summary>
[PublicPage(Query = "after parent")]
public sealed class StoryModel(NewsDb db, StoryReader reader, PageHead frame, PageParts parts, MissingPages missing, Localizer words)
    : PageModel
{
    /// <summary>The last reply of the page before; replies beyond the first hundred are read page by page.</summary>
    [BindProperty(SupportsGet = true)]
    public long? After { get; init; }

    /// <summary>The reply that the form answers.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Parent { get; init; }

    /// <summary>Null where a notice stands in its place.</summary>
    public StoryPage? Story { get; private set; }

    public StoryNotice? Notice { get; private set; }

    public async Task<IActionResult> OnGetAsync(long number, string? slug, CancellationToken cancellationToken)
    {
        var story = await db
            .Stories.AsNoTracking()
            .Include(known => known.Category)
            .FirstOrDefaultAsync(known => known.Number == number, cancellationToken);
        if (story is null || !ModelState.IsValid)
            return await missing.AnswerAsync(this, cancellationToken);
        parts.Add(PageTag.Story(story.Id));
        // Anybody can make up numbers of replies.
        if (After is not null || Parent is not null)
            parts.DoNotKeep();
        if (story.State == StoryState.Published)
            return await ReadAsync(story, slug, cancellationToken);
        // What never was public is not known to exist.
        if (story.LiveVersion is null || StoryNotice.Of(story) is not { } notice)
            return await missing.AnswerAsync(this, cancellationToken);
        Notice = notice;
        frame.Title = words["story.number", words.Digits(number)];
        frame.Indexed = false;
        Response.StatusCode = notice.Status;
        return Page();
    }

    private async Task<IActionResult> ReadAsync(Story story, string? slug, CancellationToken cancellationToken)
    {
        var address = SiteRoutes.Story(story.Number, slug is null ? "" : story.Slug);
        if (Request.Path.ToUriComponent() != new PathString(Uri.UnescapeDataString(address)).ToUriComponent())
            return RedirectPermanent(address + Request.QueryString);
        Story = await reader.ReadAsync(story, After, cancellationToken);
        if (Story is null)
            return await missing.AnswerAsync(this, cancellationToken);
        Story = Story with { ReplyTo = Story.Replies.Find(Parent) };
        Describe(Story);
        return Page();
    }

    private void Describe(StoryPage story)
    {
        frame.Title = story.Headline;
        frame.Description = story.Lead;
        frame.Canonical = story.Address;
        frame.Picture = story.Picture;
        frame.Alternates = story.Alternates;
        frame.Section = story.SectionSlug;
        frame.Indexed = After is null && Parent is null;
        frame.Story = new StoryMetadata(
            story.Section,
            LocalDates.Machine(story.Published),
            story.Updated is { } updated ? LocalDates.Machine(updated) : null,
            TextDirection.OpenGraphLocale(story.Language),
            StoryJsonLd.Write(story, frame.Site)
        );
    }
}

/// <summary>What stands in the place of a story that readers could read once.</summary>
/// <param name="Number">The story's.</param>
/// <param name="Status">410 for what never comes back.</param>
/// <param name="TitleKey">The catalogue's key of the heading.</param>
/// <param name="WordsKey">The catalogue's key of what is said below it.</param>
/// <param name="Reason">In the editor's words.</param>
/// <param name="IsAlarm">Whether its text must not be used.</param>
public sealed record StoryNotice(long Number, int Status, string TitleKey, string WordsKey, string? Reason, bool IsAlarm)
{
    internal static StoryNotice? Of(Story story) =>
        story.State switch
        {
            StoryState.Killed => new(story.Number, StatusCodes.Status410Gone, "notice.killed-title", "notice.killed", story.Notice, true),
            StoryState.TakenDown => new(
                story.Number,
                StatusCodes.Status410Gone,
                "notice.taken-down-title",
                "notice.taken-down",
                story.Notice,
                true
            ),
            StoryState.Withheld => new(
                story.Number,
                StatusCodes.Status404NotFound,
                "notice.withheld-title",
                "notice.withheld",
                story.Notice,
                false
            ),
            // One that was unpublished and waits for its time again; that it does is not told.
            StoryState.Unpublished or StoryState.Scheduled or StoryState.Embargoed => new(
                story.Number,
                StatusCodes.Status404NotFound,
                "notice.unpublished-title",
                "notice.unpublished",
                story.Notice,
                false
            ),
            _ => null,
        };
}
