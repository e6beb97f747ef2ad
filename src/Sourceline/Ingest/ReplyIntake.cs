using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Data.Model;
using Sourceline.Formats;
using Sourceline.Stories.Html;

namespace Sourceline.Ingest;

/// <summary>Takes in the replies that an archive brings, with their state and thread. A reply that is known already is left as it is here.</summary>
internal sealed class ReplyIntake(NewsDb db, EmailCipher emails)
{
    /// <summary>Adds and saves what is new.</summary>
    /// <returns>How many of the new ones readers see.</returns>
    public async Task<int> ReceiveAsync(ReceivedItem received, DateTime nowUtc, CancellationToken cancellationToken)
    {
        var (item, story) = (received.Item, received.Story);
        if (item.Item.Replies.IsEmpty)
            return 0;
        // By key alone: e-mail addresses are read for nobody.
        var known = await db
            .Replies.Where(r => r.StoryId == story.Id && r.Origin == item.Origin)
            .ToDictionaryAsync(r => r.OriginId!, r => (long?)r.Id, cancellationToken);
        var rows = new Dictionary<string, Reply>(StringComparer.Ordinal);
        foreach (var incoming in item.Item.Replies)
        {
            var id = OriginKey.Reply(item.Id, incoming.Id);
            if (known.ContainsKey(id) || rows.ContainsKey(id))
                continue;
            var reply = Row(incoming, story, nowUtc);
            reply.Origin = item.Origin;
            reply.OriginId = id;
            if (incoming.ParentId is not null)
            {
                var parent = OriginKey.Reply(item.Id, incoming.ParentId);
                reply.Parent = rows.GetValueOrDefault(parent);
                reply.ParentId = known.GetValueOrDefault(parent);
            }
            rows[id] = reply;
            db.Replies.Add(reply);
        }
        if (rows.Count == 0)
            return 0;
        received.Notes.Add(rows.Count == 1 ? "1 reply" : string.Create(CultureInfo.InvariantCulture, $"{rows.Count} replies"));
        await db.SaveChangesAsync(cancellationToken);
        var shown = rows.Values.Count(reply => reply.State == ReplyState.Approved);
        // Counted in the database: somebody at the desk may be approving another at the same moment.
        if (shown > 0)
            await db
                .Stories.Where(s => s.Id == story.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.ReplyCount, s => s.ReplyCount + shown), cancellationToken);
        return shown;
    }

    private Reply Row(ItemReply incoming, Story story, DateTime nowUtc)
    {
        var name = PlainText.Cut(PlainText.Line(incoming.Name), 100);
        return new Reply
        {
            StoryId = story.Id,
            Name = name.Length > 0 ? name : "Anonymous",
            ProtectedEmail = string.IsNullOrWhiteSpace(incoming.Email) ? null : emails.Protect(incoming.Email.Trim()),
            Body = StoryHtml.ToText(incoming.Body),
            WrittenUtc = incoming.Written?.UtcDateTime ?? story.PublishedUtc ?? nowUtc,
            State = incoming.State switch
            {
                ItemReplyState.Approved => ReplyState.Approved,
                ItemReplyState.Rejected => ReplyState.Rejected,
                ItemReplyState.Spam => ReplyState.Spam,
                _ => ReplyState.Held,
            },
        };
    }
}
