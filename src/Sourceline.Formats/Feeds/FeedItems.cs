using System.Globalization;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Feeds;

/// <summary>What the readers of all feeds have in common.</summary>
internal static class FeedItems
{
    public static ProblemFound Unreadable { get; } =
        new(ProblemSeverity.Error, new Position(1, 0), "The feed contains nothing that could be read.");

    /// <summary>
    /// The home page's host, for all feeds of a site share its items; else the feed's own identifier or URL; else its name.
    /// </summary>
    public static string Origin(string? homeUrl, string? feedId, ReadOptions options) =>
        UrlText.Host(homeUrl) ?? UrlText.Host(feedId) ?? Blank.ToNull(feedId) ?? UrlText.Host(options.BaseUrl?.ToString()) ?? options.Name;

    /// <summary>The items and what is doubtful about them; an item that says nothing at all is a problem.</summary>
    /// <param name="drafts">All items of the feed, in their order.</param>
    /// <param name="prefix">The format, for identifiers that are made here.</param>
    /// <param name="notOfItems">The feed's own identifier and home page, which are those of no item.</param>
    public static IEnumerable<ReadResult> Results(IReadOnlyList<FeedDraft> drafts, string prefix, params IEnumerable<string?> notOfItems)
    {
        var ids = FeedIds.Of(drafts, prefix, notOfItems);
        foreach (var draft in drafts)
        {
            var item = draft.Item with { Id = ids[draft] };
            if (item is { Headline: null, Lead: null, BodyHtml: null, Url: null, Attachments.IsEmpty: true })
            {
                yield return new ProblemFound(
                    ProblemSeverity.Error,
                    draft.Position,
                    "The item has no headline, no text and no URL.",
                    item.Id
                );
                continue;
            }

            yield return new ItemRead(item, default, draft.Position);
            foreach (var doubt in draft.Doubts.Append(ids.DoubtOf(draft)).OfType<string>().Distinct())
                yield return new ProblemFound(ProblemSeverity.Warning, draft.Position, doubt, item.Id);
        }

        if (ItemDates.LastChangesProblem(drafts.Count(draft => draft.Item.PublishedIsLastChange)) is { } problem)
            yield return problem;
    }

    public static ProblemFound? CutShort(string text, string rootName)
    {
        var isWhole =
            text.Contains("</" + rootName, StringComparison.OrdinalIgnoreCase)
            || (text.Contains("/>", StringComparison.Ordinal) && !text.Contains("</", StringComparison.Ordinal));
        return isWhole
            ? null
            : new ProblemFound(ProblemSeverity.Warning, default, "The feed ends without its closing tag; it may have been cut short.");
    }
}
