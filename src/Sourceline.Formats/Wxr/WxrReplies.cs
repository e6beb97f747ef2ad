using System.Collections.Immutable;
using System.Globalization;

namespace Sourceline.Formats.Wxr;

/// <summary>The comments of an item as replies, parents first. Pingbacks and trackbacks are other sites' links, no reader's words: left out and counted.</summary>
internal sealed record WxrReplies(ImmutableArray<ItemReply> Replies, ImmutableArray<string> Doubts)
{
    public static WxrReplies Read(WxrPost post, TimeZoneInfo zone)
    {
        var (replies, pings, blank, unnumbered) = (new Dictionary<string, ItemReply>(), 0, 0, 0);
        foreach (var comment in post.Comments)
        {
            if (comment.Type is "pingback" or "trackback") pings++;
            else if (comment.Body is not { } body) blank++;
            else
            {
                var id = comment.Id ?? "unnumbered-" + (++unnumbered).ToString(CultureInfo.InvariantCulture);
                replies.TryAdd(id, comment.ToReply(id, body, zone));
            }
        }

        return new WxrReplies(InOrder(replies), [.. Doubt(pings, "link from another site (pingback or trackback)", "links from other sites (pingbacks or trackbacks)"), .. Doubt(blank, "reply without text", "replies without text")]);
    }

    private static IEnumerable<string> Doubt(int count, string one, string many)
    {
        if (count == 1) yield return $"One {one} was left out.";
        else if (count > 1) yield return $"{count.ToString(CultureInfo.InvariantCulture)} {many} were left out.";
    }

    /// <summary>Each reply after the one that it answers. A reply to what is not there, or to itself in a circle, answers the story.</summary>
    private static ImmutableArray<ItemReply> InOrder(Dictionary<string, ItemReply> replies)
    {
        var ordered = ImmutableArray.CreateBuilder<ItemReply>(replies.Count);
        var placed = new HashSet<string>();
        foreach (var reply in replies.Values)
        {
            var path = new List<ItemReply>();
            var seen = new HashSet<string>();
            for (var at = reply; at is not null && !placed.Contains(at.Id) && seen.Add(at.Id); at = at.ParentId is { } parent ? replies.GetValueOrDefault(parent) : null) path.Add(at);
            path.Reverse();
            foreach (var next in path)
            {
                ordered.Add(next.ParentId is { } parent && !placed.Contains(parent) ? next with { ParentId = null } : next);
                placed.Add(next.Id);
            }
        }

        return ordered.ToImmutable();
    }
}
