using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Localization;
using Sourceline.Web.DeskShell;

namespace Sourceline.Replies;

/// <summary><c>/desk/replies</c>: what readers wrote, by state. No e-mail is read for this list.</summary>
public sealed class QueueModel(NewsDb db, ReplyActs acts, Localizer words) : PageModel
{
    private const int PageSize = 30;

    [BindProperty(Name = "state", SupportsGet = true)]
    public ReplyState State { get; set; }

    /// <summary>The key of the last reply on the page before: when it was written, in ticks, and its id.</summary>
    [BindProperty(Name = "after", SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<QueuedReply> Replies { get; private set; } = [];

    public IReadOnlyList<(ReplyState State, int Count)> Tabs { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Tabs = await TabsAsync(cancellationToken);
        var rows = await InOrder(db.Replies.Where(reply => reply.State == State))
            .Take(PageSize + 1)
            .Select(r => new QueuedReply(
                r.Id,
                r.Name,
                r.Body,
                r.WrittenUtc,
                r.DecidedBy,
                r.Story!.Number,
                r.Story.Versions.First(v => v.Number == (r.Story.LiveVersion ?? r.Story.LatestVersion)).Headline,
                r.ParentId
            ))
            .ToListAsync(cancellationToken);
        Replies = rows.Count > PageSize ? rows[..PageSize] : rows;
        if (rows.Count > PageSize)
            Next = ListCursor.Of(Replies[^1].WrittenUtc, Replies[^1].Id);
    }

    public async Task<IActionResult> OnPostAsync(long id, ReplyState from, ReplyState to, CancellationToken cancellationToken)
    {
        if (await acts.DecideAsync(id, from, to, User.Identity!.Name!, cancellationToken))
            TempData.Done(ReplyWords.Done(words, to));
        else
            TempData.Refused(words["moderation.late"]);
        return RedirectToPage(new { state = from, after = After });
    }

    /// <summary>What is held goes out oldest first, as it came; what is decided is looked up newest first.</summary>
    private IQueryable<Reply> InOrder(IQueryable<Reply> replies)
    {
        var key = ListCursor.Parse(After);
        if (State != ReplyState.Held)
        {
            return (
                key is var (until, below) ? replies.Where(r => r.WrittenUtc < until || (r.WrittenUtc == until && r.Id < below)) : replies
            )
                .OrderByDescending(r => r.WrittenUtc)
                .ThenByDescending(r => r.Id);
        }
        return (key is var (since, above) ? replies.Where(r => r.WrittenUtc > since || (r.WrittenUtc == since && r.Id > above)) : replies)
            .OrderBy(r => r.WrittenUtc)
            .ThenBy(r => r.Id);
    }

    private async Task<List<(ReplyState, int)>> TabsAsync(CancellationToken cancellationToken)
    {
        var tabs = new List<(ReplyState, int)>();
        foreach (var state in Enum.GetValues<ReplyState>())
            tabs.Add(
                (
                    state,
                    await DeskWaiting
                        .UpTo(db.Replies.Where(reply => reply.State == state).OrderBy(reply => reply.WrittenUtc))
                        .CountAsync(cancellationToken)
                )
            );
        return tabs;
    }
}

/// <summary>A reply in the list; without its e-mail.</summary>
public sealed record QueuedReply(
    long Id,
    string Name,
    string Body,
    DateTime WrittenUtc,
    string? DecidedBy,
    long StoryNumber,
    string Headline,
    long? ParentId
);
