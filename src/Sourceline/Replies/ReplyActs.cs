using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Stories.Publishing;
using Sourceline.Telemetry;

namespace Sourceline.Replies;

/// <summary>What becomes of a reply: it is held when it comes in, and each decision about it is one transaction with its act.</summary>
public sealed class ReplyActs(NewsDb db, StoryTransactions transactions, EmailCipher cipher, NewsMetrics metrics, TimeProvider clock)
{
    /// <summary>The same words of the same reader, sent again within this time, are one reply: a button pressed twice.</summary>
    private static readonly TimeSpan Twice = TimeSpan.FromMinutes(10);

    /// <summary>Takes a checked reply in. What filled in the trap goes to spam, where the desk can still find it.</summary>
    public async Task ReceiveAsync(long storyId, ReplyInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var now = clock.GetUtcNow().UtcDateTime;
        var state = input.IsTrap ? ReplyState.Spam : ReplyState.Held;
        if (await IsKnownAsync(storyId, input, state, now - Twice, cancellationToken))
            return;
        db.Replies.Add(
            new Reply
            {
                StoryId = storyId,
                ParentId = input.ParentId,
                Name = input.Name,
                Body = input.Body,
                State = state,
                WrittenUtc = now,
                ProtectedEmail = cipher.Protect(input.Email),
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        metrics.Replied();
    }

    /// <summary>"Thank you", by an Ali, may come from two readers; who sent it is told by the e-mail alone, of which no hash is kept to be asked for.</summary>
    private async Task<bool> IsKnownAsync(
        long storyId,
        ReplyInput input,
        ReplyState state,
        DateTime since,
        CancellationToken cancellationToken
    )
    {
        var alike = await db
            .Replies.Where(r =>
                r.StoryId == storyId
                && r.State == state
                && r.WrittenUtc >= since
                && r.Name == input.Name
                && r.Body == input.Body
                && r.ParentId == input.ParentId
                && r.ProtectedEmail != null
            )
            .Select(r => r.ProtectedEmail!)
            .ToListAsync(cancellationToken);
        return alike.Exists(secret => cipher.Reveal(secret) == input.Email);
    }

    /// <summary>Moves a reply to another state. False when it is not there or somebody else moved it meanwhile.</summary>
    /// <param name="id">The reply.</param>
    /// <param name="from">The state in which the decider saw it.</param>
    /// <param name="to">The new state.</param>
    /// <param name="actor">Who decides.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<bool> DecideAsync(long id, ReplyState from, ReplyState to, string actor, CancellationToken cancellationToken)
    {
        if (from == to)
            return false;
        var act = ActRegistry.Of(KindOf(to));
        await using var transaction = await transactions.BeginAsync(db, act.Kind, cancellationToken);
        var now = transaction.NowUtc;
        // The condition is judged under the row's lock: of two moderators one moves the reply, and it is counted once.
        var moved = await db
            .Replies.Where(reply => reply.Id == id && reply.State == from)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(reply => reply.State, to)
                        .SetProperty(reply => reply.DecidedBy, actor)
                        .SetProperty(reply => reply.DecidedUtc, now),
                cancellationToken
            );
        if (moved == 0)
            return false;
        var storyId = await db.Replies.Where(reply => reply.Id == id).Select(reply => reply.StoryId).SingleAsync(cancellationToken);
        var more = Counted(to) - Counted(from);
        if (more != 0)
        {
            await db
                .Stories.Where(story => story.Id == storyId)
                .ExecuteUpdateAsync(set => set.SetProperty(story => story.ReplyCount, story => story.ReplyCount + more), cancellationToken);
        }
        transaction.Log(storyId, act, new ActEffect(Actors.Editor, actor, now) { SubjectId = id });
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static int Counted(ReplyState state) => state == ReplyState.Approved ? 1 : 0;

    private static ActKind KindOf(ReplyState state) =>
        state switch
        {
            ReplyState.Approved => ActKind.ApproveReply,
            ReplyState.Rejected => ActKind.RejectReply,
            ReplyState.Spam => ActKind.MarkReplySpam,
            _ => ActKind.HoldReply,
        };
}
