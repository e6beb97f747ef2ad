using System.Collections.Immutable;
using System.Globalization;

namespace Sourceline.Formats.Wxr;

/// <summary>
/// The comments of an item as replies, parents first. WordPress and its plug-ins keep other things as comments too: links from other
/// sites, notes among editors, a shop's log. They are no reader's words, and are left out and counted.
/// </summary>
internal sealed record WxrReplies(ImmutableArray<ItemReply> Replies, ImmutableArray<string> Doubts)
{
    private const int LongestType = 40;

    public static WxrReplies Read(WxrPost post, TimeZoneInfo zone)
    {
        var (replies, others, blank, unnumbered) = (
            new Dictionary<string, ItemReply>(),
            new SortedDictionary<string, int>(StringComparer.Ordinal),
            0,
            0
        );
        foreach (var comment in post.Comments)
        {
            if (comment.Type != "comment")
            {
                var type = comment.Type.Length <= LongestType ? comment.Type : comment.Type[..LongestType];
                others[type] = others.GetValueOrDefault(type) + 1;
            }
            else if (comment.Body is not { } body)
            {
                blank++;
            }
            else
            {
                var id = comment.Id ?? "unnumbered-" + (++unnumbered).ToString(CultureInfo.InvariantCulture);
                replies.TryAdd(id, comment.ToReply(id, body, zone));
            }
        }

        var doubts = others.Select(other => LeftOut(other.Value, other.Key)).Concat(blank == 0 ? [] : [Blank(blank)]);
        return new WxrReplies(InOrder(replies), [.. doubts]);
    }

    private static string LeftOut(int count, string type) =>
        (type, count) switch
        {
            ("pingback" or "trackback", 1) => $"One link from another site ({type}) was left out.",
            ("pingback" or "trackback", _) => string.Create(
                CultureInfo.InvariantCulture,
                $"{count} links from other sites ({type}s) were left out."
            ),
            (_, 1) => $"One comment of the type \"{type}\", which is no reader's reply, was left out.",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"{count} comments of the type \"{type}\", which are no readers' replies, were left out."
            ),
        };

    private static string Blank(int count) =>
        count == 1
            ? "One reply without text was left out."
            : string.Create(CultureInfo.InvariantCulture, $"{count} replies without text were left out.");

    /// <summary>Each reply after the one that it answers. A reply to what is not there, or to itself in a circle, answers the story.</summary>
    private static ImmutableArray<ItemReply> InOrder(Dictionary<string, ItemReply> replies)
    {
        var ordered = ImmutableArray.CreateBuilder<ItemReply>(replies.Count);
        var placed = new HashSet<string>();
        foreach (var reply in replies.Values)
        {
            var path = new List<ItemReply>();
            var seen = new HashSet<string>();
            for (
                var at = reply;
                at is not null && !placed.Contains(at.Id) && seen.Add(at.Id);
                at = at.ParentId is { } parent ? replies.GetValueOrDefault(parent) : null
            )
                path.Add(at);
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
