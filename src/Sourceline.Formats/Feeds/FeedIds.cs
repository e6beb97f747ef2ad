using System.Globalization;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Feeds;

/// <summary>
/// Settles by what each item of a feed is known again. Feeds give one identifier to several items, or the front page's URL to all of them:
/// no item may replace another because of it.
/// </summary>
internal sealed class FeedIds
{
    private readonly Dictionary<FeedDraft, string> _ids = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FeedDraft, string> _doubts = new(ReferenceEqualityComparer.Instance);
    private readonly string _prefix;
    private readonly HashSet<string> _notOfItems;

    private FeedIds(string prefix, IEnumerable<string?> notOfItems) =>
        (_prefix, _notOfItems) = (
            prefix,
            notOfItems.OfType<string>().Select(id => UrlIdentity.Of(id) ?? id).ToHashSet(StringComparer.Ordinal)
        );

    /// <param name="drafts">All items of the feed.</param>
    /// <param name="prefix">The format, for identifiers that are made here.</param>
    /// <param name="notOfItems">The feed's own identifier and home page, which are those of no item.</param>
    public static FeedIds Of(IReadOnlyList<FeedDraft> drafts, string prefix, IEnumerable<string?> notOfItems)
    {
        var ids = new FeedIds(prefix, notOfItems);
        var bad = ids.SharedIds(drafts);
        var keyed = drafts.ToLookup(draft => ids.Usable(draft.GivenId) is { } id && !bad.Contains(id) ? id : ids.Usable(draft.Item.Url));
        foreach (var group in keyed)
            ids.Settle(group.Key, [.. group]);
        return ids;
    }

    public string this[FeedDraft draft] => _ids[draft];

    /// <summary>What to report about the item's identifier; null where all is well.</summary>
    public string? DoubtOf(FeedDraft draft) => _doubts.GetValueOrDefault(draft);

    /// <summary>Identifiers that are given to items with different URLs.</summary>
    private HashSet<string> SharedIds(IReadOnlyList<FeedDraft> drafts)
    {
        var bad = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in drafts.Where(draft => Usable(draft.GivenId) is not null).GroupBy(draft => Usable(draft.GivenId)!))
        {
            var links = group.Select(draft => UrlIdentity.Of(draft.Item.Url)).OfType<string>().Distinct().Count();
            if (links < 2)
                continue;
            bad.Add(group.Key);
            var count = group.Count().ToString(CultureInfo.InvariantCulture);
            _doubts[group.First()] =
                $"The feed gives the id \"{Short(group.Key)}\" to {count} items with different URLs, so it was not used.";
        }

        return bad;
    }

    /// <summary>Items with the same identifier or, where they have none, the same URL.</summary>
    private void Settle(string? key, List<FeedDraft> group)
    {
        if (key is not null && group.TrueForAll(draft => NameOf(draft) == NameOf(group[0])))
        {
            SettleRepeated(key, key, group);
            return;
        }

        foreach (var same in group.GroupBy(NameOf))
        {
            var first = same.First();
            string?[] name = [first.Item.Headline, first.PublishedText, first.Item.Headline is null ? TextOf(first) : null];
            var made = key is null ? StableId.From([_prefix, .. name]) : StableId.From([_prefix, key, .. name]);
            SettleRepeated(key, made, [.. same]);
        }

        if (key is null || group.Count < 2)
            return;
        var count = group.Count.ToString(CultureInfo.InvariantCulture);
        Doubt(
            group[0],
            $"The feed gives the id or URL \"{Short(key)}\" to {count} different items; they are told apart by headline and date."
        );
    }

    /// <summary>Items that have headline and date in common as well: the same item repeated, or several that only their texts tell apart.</summary>
    private void SettleRepeated(string? key, string id, List<FeedDraft> group)
    {
        var isSame = group.TrueForAll(draft => TextOf(draft) == TextOf(group[0]));
        foreach (var draft in group)
            _ids[draft] = isSame ? id : StableId.From(_prefix, id, TextOf(draft));
        if (group.Count == 1)
            return;
        var common = key is null ? "headline and date" : "id, headline and date";
        Doubt(
            group[1],
            isSame ? "The feed repeats an item." : $"Several items have the same {common}; they are told apart by their texts."
        );
    }

    private void Doubt(FeedDraft draft, string words) => _doubts.TryAdd(draft, words);

    /// <summary>An id, or a URL in one spelling; null where the feed gives none, or its own.</summary>
    private string? Usable(string? id)
    {
        if (Blank.ToNull(id) is not { } given)
            return null;
        var one = UrlIdentity.Of(given) ?? given;
        return _notOfItems.Contains(one) ? null : one;
    }

    private static (string? Headline, string? Published) NameOf(FeedDraft draft) =>
        (draft.Item.Headline ?? TextOf(draft), draft.PublishedText);

    private static string? TextOf(FeedDraft draft) => draft.Item.BodyHtml ?? draft.Item.Lead;

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
