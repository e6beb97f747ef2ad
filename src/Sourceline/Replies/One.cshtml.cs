using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;

namespace Sourceline.Replies;

/// <summary><c>/desk/replies/17</c>: one reply whole; its e-mail is shown on a press of a button, and here alone.</summary>
public sealed class OneModel(NewsDb db, EmailCipher cipher) : PageModel
{
    private static readonly ActKind[] Kinds = [ActKind.ApproveReply, ActKind.RejectReply, ActKind.MarkReplySpam, ActKind.HoldReply];

    public Reply Reply { get; private set; } = null!;

    public Reply? Parent { get; private set; }

    public string Headline { get; private set; } = "";

    public IReadOnlyList<Act> Acts { get; private set; } = [];

    public bool HasEmail => Reply.ProtectedEmail is not null;

    public bool EmailIsLost { get; private set; }

    public string? Email { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>Answers with the page itself: an address in a redirect or a cookie would leave the desk.</summary>
    public async Task<IActionResult> OnPostEmailAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken)) return NotFound();
        if (Reply.ProtectedEmail is { } secret)
        {
            Email = cipher.Reveal(secret);
            EmailIsLost = Email is null;
        }
        return Page();
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await db.Replies.AsNoTracking().Include(r => r.Story).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } reply) return false;
        Reply = reply;
        var version = reply.Story!.LiveVersion ?? reply.Story.LatestVersion;
        Headline = await db.Versions.Where(v => v.StoryId == reply.StoryId && v.Number == version).Select(v => v.Headline).SingleAsync(cancellationToken);
        Parent = await db.Replies.AsNoTracking().SingleOrDefaultAsync(r => r.Id == reply.ParentId, cancellationToken);
        Acts = await db.Acts.AsNoTracking().Where(a => a.StoryId == reply.StoryId && a.SubjectId == id && Kinds.Contains(a.Kind))
            .OrderBy(a => a.Sequence).ToListAsync(cancellationToken);
        return true;
    }
}
