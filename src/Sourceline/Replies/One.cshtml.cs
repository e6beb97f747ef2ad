using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;

namespace Sourceline.Replies;

/// <summary><c>/desk/replies/17</c>: one reply whole; its e-mail is read and shown on a press of a button, and here alone.</summary>
public sealed class OneModel(NewsDb db, EmailCipher cipher) : PageModel
{
    private static readonly ActKind[] Kinds = [ActKind.ApproveReply, ActKind.RejectReply, ActKind.MarkReplySpam, ActKind.HoldReply];

    public ReplyOnDesk Reply { get; private set; } = null!;

    public IReadOnlyList<Act> Acts { get; private set; } = [];

    public bool EmailIsLost { get; private set; }

    public string? Email { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>Answers with the page itself: an address in a redirect or a cookie would leave the desk.</summary>
    public async Task<IActionResult> OnPostEmailAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
            return NotFound();
        if (await db.Replies.Where(r => r.Id == id).Select(r => r.ProtectedEmail).SingleOrDefaultAsync(cancellationToken) is { } secret)
        {
            Email = cipher.Reveal(secret);
            EmailIsLost = Email is null;
        }
        return Page();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        var reply = await db
            .Replies.Where(r => r.Id == id)
            .Select(r => new ReplyOnDesk(
                r.Id,
                r.State,
                r.Name,
                r.Body,
                r.WrittenUtc,
                r.ProtectedEmail != null,
                r.StoryId,
                r.Story!.Number,
                r.Story.Versions.First(v => v.Number == (r.Story.LiveVersion ?? r.Story.LatestVersion)).Headline,
                r.Parent!.Name,
                r.Parent.Body
            ))
            .SingleOrDefaultAsync(cancellationToken);
        if (reply is null)
            return false;
        Reply = reply;
        Acts = await db
            .Acts.AsNoTracking()
            .Where(a => a.StoryId == reply.StoryId && a.SubjectId == id && Kinds.Contains(a.Kind))
            .OrderBy(a => a.Sequence)
            .ToListAsync(cancellationToken);
        return true;
    }
}

/// <summary>A reply on its page; without its e-mail, of which is known only whether there is one.</summary>
public sealed record ReplyOnDesk(
    long Id,
    ReplyState State,
    string Name,
    string Body,
    DateTime WrittenUtc,
    bool HasEmail,
    long StoryId,
    long StoryNumber,
    string Headline,
    string? ParentName,
    string? ParentBody
);
