using Sourceline.Formats.Feeds;
using Sourceline.Formats.Input;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Rss;

/// <summary>Reads RSS 0.90 to 2.0, well-formed or not.</summary>
internal static class RssReader
{
    public static IEnumerable<ReadResult> Read(InputSource source) =>
        source.ReadText() is { } text ? ReadText(text, source) : [source.TooLarge()];

    private static IEnumerable<ReadResult> ReadText(string text, InputSource source)
    {
        if (RssChannel.Find(MarkupTree.Parse(text, source.Detected.Marker, source.Cancellation), source.Options) is not { } channel)
        {
            yield return FeedItems.Unreadable;
            yield break;
        }

        var origin = FeedItems.Origin(channel.Link, null, source.Options);
        yield return new DocumentFound(NewsFormat.Rss, origin, channel.Title);
        var drafts = channel
            .Items.Select((item, index) => RssAdapter.ToDraft(item, origin, new Position(item.Line, index + 1), source.Options.TimeZone))
            .ToList();
        foreach (var result in FeedItems.Results(drafts, "rss", channel.Link))
            yield return result;
        if (FeedItems.CutShort(text, channel.Root.WrittenName) is { } cut)
            yield return cut;
    }
}

/// <summary>Turns an item of an RSS feed into news.</summary>
internal static class RssAdapter
{
    public static FeedDraft ToDraft(RssItem wire, string origin, Position position, TimeZoneInfo zone)
    {
        var (content, description, link, published) = (wire.Content, wire.Description, wire.Link, wire.PublishedTexts.ToList());
        var dates = ItemDates.Of(published, wire.UpdatedTexts, zone, wire.Language);
        var body = content ?? description;
        var item = new NewsItem
        {
            Origin = origin,
            Id = wire.Guid ?? link ?? wire.About ?? "",
            Url = link,
            Headline = wire.Title,
            Lead = content is null ? null : FeedLead.Of(description, content),
            BodyHtml = body,
            Published = dates.Published,
            PublishedIsLastChange = dates.IsLastChange,
            Updated = dates.Updated,
            Categories = wire.Categories,
            Tags = wire.Tags,
            Byline = wire.Byline,
            Language = wire.Language,
            Attachments = [.. BodyPictures.Add(wire.Files, body)],
        };
        return new FeedDraft(item, position)
        {
            GivenId = wire.Guid ?? (link is null ? wire.About : null),
            PublishedText = published.Find(text => text is not null),
            Doubts = dates.Doubts,
        };
    }
}
