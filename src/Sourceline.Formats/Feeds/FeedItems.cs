using Sourceline.Formats.Text;

namespace Sourceline.Formats.Feeds;

/// <summary>What the readers of all feeds say in the same way.</summary>
internal static class FeedItems
{
    public static ProblemFound Unreadable { get; } = new(ProblemSeverity.Error, new Position(1, 0), "The feed holds nothing that could be read.");

    /// <summary>The home page's host, for all feeds of a site share its items; else the feed's own identifier or address; else its name.</summary>
    public static string Origin(string? homeUrl, string? feedId, ReadOptions options) =>
        UrlText.Host(homeUrl) ?? UrlText.Host(feedId) ?? Blank.ToNull(feedId) ?? UrlText.Host(options.BaseUrl?.ToString()) ?? options.Name;

    /// <summary>The item and what is doubtful about it; an item that says nothing at all is a problem.</summary>
    public static IEnumerable<ReadResult> Results(NewsItem item, Position position, params IEnumerable<string?> unreadDates)
    {
        if (item is { Headline: null, Lead: null, BodyHtml: null, Url: null, Attachments.IsEmpty: true })
        {
            yield return new ProblemFound(ProblemSeverity.Error, position, "The item has no headline, no text and no address.", item.Id);
            yield break;
        }

        yield return new ItemRead(item, default, position);
        foreach (var date in unreadDates.OfType<string>().Distinct())
            yield return new ProblemFound(ProblemSeverity.Warning, position, $"The date \"{Cut(date)}\" could not be read.", item.Id);
    }

    public static ProblemFound? CutShort(string text, string rootName) =>
        text.Contains("</" + rootName, StringComparison.OrdinalIgnoreCase) || text.Contains("/>", StringComparison.Ordinal) && !text.Contains("</", StringComparison.Ordinal)
            ? null
            : new ProblemFound(ProblemSeverity.Warning, default, "The feed ends without its closing tag; it may have been cut short.");

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
