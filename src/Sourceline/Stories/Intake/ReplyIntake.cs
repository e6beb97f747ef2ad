using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sourceline.Data;
using Sourceline.Formats;
using Sourceline.Stories.Html;

namespace Sourceline.Stories;

/// <summary>Takes in the replies that an archive brings, with their state and thread. A reply that is known already is left as it is here.</summary>
internal sealed class ReplyIntake(NewsDb db, EmailCipher emails)
{
    public async Task ReceiveAsync(Prepared item, Story story, DateTime nowUtc, CancellationToken cancellationToken)
    {
        if (item.Item.Replies.IsEmpty) return;
        var known = await db.Replies.Where(r => r.StoryId == story.Id && r.Origin == item.Origin).ToDictionaryAsync(r => r.OriginId!, cancellationToken);
        var added = 0;
        foreach (var incoming in item.Item.Replies)
        {
            var id = IdOf(item, incoming.Id);
            if (known.ContainsKey(id)) continue;
            var reply = Row(incoming, story, nowUtc);
            reply.Origin = item.Origin;
            reply.OriginId = id;
            if (incoming.ParentId is not null) reply.Parent = known.GetValueOrDefault(IdOf(item, incoming.ParentId));
            known[id] = reply;
            db.Replies.Add(reply);
            if (reply.State == ReplyState.Approved) story.ReplyCount++;
            added++;
        }
        if (added > 0) item.Notes.Add(added == 1 ? "1 reply" : string.Create(CultureInfo.InvariantCulture, $"{added} replies"));
    }

    /// <summary>An origin numbers its replies across all items or within each; with the item's own id both are told apart.</summary>
    private static string IdOf(Prepared item, string reply)
    {
        var id = $"{item.Id}#{PlainText.Line(reply)}";
        return id.Length <= 200 ? id : id[^200..];
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
