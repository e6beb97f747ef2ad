using Sourceline.Formats.Feeds;
using Sourceline.Formats.Input;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Atom;

/// <summary>Reads Atom 0.3 and 1.0 (RFC 4287), feeds and single entries, well-formed or not.</summary>
internal static class AtomReader
{
    public static IEnumerable<ReadResult> Read(InputSource source) =>
        source.ReadText() is { } text ? ReadText(text, source) : [source.TooLarge()];

    private static IEnumerable<ReadResult> ReadText(string text, InputSource source)
    {
        if (MarkupTree.Parse(text, source.Detected.Marker, source.Cancellation).Elements.FirstOrDefault() is not { } root)
        {
            yield return FeedItems.Unreadable;
            yield break;
        }

        var feed = FeedOf(root, source.Options);
        var origin = FeedItems.Origin(feed.Link, feed.Id ?? feed.SelfLink, source.Options);
        yield return new DocumentFound(NewsFormat.Atom, origin, feed.Plain("title"));
        var isEntry = feed.Entries.FirstOrDefault() == feed;
        var drafts = feed
            .Entries.Select(
                (entry, index) => AtomAdapter.ToDraft(entry, feed, origin, new Position(entry.Line, index + 1), source.Options.TimeZone)
            )
            .ToList();
        foreach (var result in FeedItems.Results(drafts, "atom", isEntry ? [] : [feed.Id, feed.Link]))
            yield return result;
        if (FeedItems.CutShort(text, root.WrittenName) is { } cut)
            yield return cut;
    }

    /// <summary>Where the caller does not know the feed's URL, its own links say where relative URLs start.</summary>
    private static AtomElement FeedOf(MarkupElement root, ReadOptions options)
    {
        var feed = new AtomElement(root, options.BaseUrl);
        return options.BaseUrl is null && (UrlText.Web(feed.SelfLink) ?? UrlText.Web(feed.Link)) is { } own
            ? new AtomElement(root, own)
            : feed;
    }
}

/// <summary>Turns an Atom entry into news.</summary>
internal static class AtomAdapter
{
    private static readonly string[] PublishedNames =
    [
        "published",
        "issued",
        "created",
        "dc:date",
        "dcterms:issued",
        "dcterms:created",
        "pubDate",
    ];
    private static readonly string[] UpdatedNames = ["updated", "modified", "dcterms:modified"];

    public static FeedDraft ToDraft(AtomElement entry, AtomElement feed, string origin, Position position, TimeZoneInfo zone)
    {
        var published = entry.Texts(PublishedNames).ToList();
        var dates = ItemDates.Of(published, entry.Texts(UpdatedNames), zone, entry.Language);
        var (body, link) = (entry.Html("content"), entry.Link);
        var url = link ?? entry.ContentUrl;
        var item = new NewsItem
        {
            Origin = origin,
            Id = entry.Id ?? url ?? "",
            Url = url,
            Headline = entry.Plain("title"),
            Lead = FeedLead.Of(entry.Html("summary"), body),
            BodyHtml = body,
            Published = dates.Published,
            PublishedIsLastChange = dates.IsLastChange,
            Updated = dates.Updated,
            Categories = [.. entry.Categories],
            // Section 4.2.1: the authors of the source, or else of the feed, hold for an entry that names none.
            Byline = entry.Authors ?? entry.Source?.Authors ?? (entry.Source is null ? feed.Authors : null),
            Language = entry.Language,
            TranslationKey = TranslationSet.OfAddresses(origin, link, entry.Alternates),
            Attachments = [.. BodyPictures.Add(entry.Files, body)],
        };
        return new FeedDraft(item, position)
        {
            GivenId = entry.Id,
            PublishedText = published.FirstOrDefault() ?? entry.Texts(UpdatedNames).FirstOrDefault(),
            Doubts = [.. dates.Doubts, .. Doubts(entry)],
        };
    }

    private static IEnumerable<string> Doubts(AtomElement entry)
    {
        if (entry.OtherContent is { } type)
            yield return $"The content is a file of the type {type} within the feed and no text; it was left out.";
    }
}
