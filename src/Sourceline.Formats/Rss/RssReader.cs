using Sourceline.Formats.Feeds;
using Sourceline.Formats.Input;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Rss;

/// <summary>Reads RSS 0.90 to 2.0, well-formed or not.</summary>
internal static class RssReader
{
    public static IEnumerable<ReadResult> Read(InputSource source) =>
        source.ReadAll() is { } bytes ? ReadText(Charset.Decode(bytes, source.Options.ContentType), source.Options) : [source.TooLarge()];

    private static IEnumerable<ReadResult> ReadText(string text, ReadOptions options)
    {
        if (RssChannel.Find(MarkupTree.Parse(text), options) is not { } channel)
        {
            yield return FeedItems.Unreadable;
            yield break;
        }

        var origin = FeedItems.Origin(channel.Link, null, options);
        yield return new DocumentFound(NewsFormat.Rss, origin, channel.Title);
        var number = 0L;
        foreach (var item in channel.Items)
            foreach (var result in ReadItem(item, origin, new Position(item.Line, ++number), options)) yield return result;
        if (FeedItems.CutShort(text, channel.Root.WrittenName) is { } cut) yield return cut;
    }

    private static IEnumerable<ReadResult> ReadItem(RssItem wire, string origin, Position position, ReadOptions options)
    {
        var item = RssAdapter.ToItem(wire, origin, options.TimeZone);
        return FeedItems.Results(item, position, item.Published is null ? wire.PublishedText : null, item.Updated is null ? wire.UpdatedText : null);
    }
}

/// <summary>Turns an item of an RSS feed into news.</summary>
internal static class RssAdapter
{
    public static NewsItem ToItem(RssItem wire, string origin, TimeZoneInfo zone)
    {
        var (content, description, link) = (wire.Content, wire.Description, wire.Link);
        return new NewsItem
        {
            Origin = origin,
            Id = wire.Guid ?? link ?? wire.About ?? StableId.From("rss", wire.Title, wire.PublishedText, wire.Title is null ? description : null),
            Url = link,
            Headline = wire.Title,
            Lead = content is null ? null : FeedLead.Of(description, content),
            BodyHtml = content ?? description,
            Published = LooseDate.Parse(wire.PublishedText, zone),
            Updated = LooseDate.Parse(wire.UpdatedText, zone),
            Categories = wire.Categories,
            Tags = wire.Tags,
            Byline = wire.Byline,
            Language = wire.Language,
            Attachments = wire.Files,
        };
    }
}
