using Sourceline.Formats.Feeds;
using Sourceline.Formats.Input;
using Sourceline.Formats.Markup;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Atom;

/// <summary>Reads Atom 0.3 and 1.0 (RFC 4287), well-formed or not.</summary>
internal static class AtomReader
{
    public static IEnumerable<ReadResult> Read(InputSource source) =>
        source.ReadAll() is { } bytes ? ReadText(Charset.Decode(bytes, source.Options.ContentType), source.Options) : [source.TooLarge()];

    private static IEnumerable<ReadResult> ReadText(string text, ReadOptions options)
    {
        if (MarkupTree.Parse(text).Elements.FirstOrDefault() is not { } root)
        {
            yield return FeedItems.Unreadable;
            yield break;
        }

        var feed = FeedOf(root, options);
        var origin = FeedItems.Origin(feed.Link, feed.Id ?? feed.SelfLink, options);
        yield return new DocumentFound(NewsFormat.Atom, origin, feed.Plain("title"));
        var number = 0L;
        foreach (var entry in feed.Entries)
            foreach (var result in ReadEntry(entry, feed, origin, new Position(entry.Line, ++number), options)) yield return result;
        if (FeedItems.CutShort(text, root.WrittenName) is { } cut) yield return cut;
    }

    /// <summary>Where the caller does not know the feed's address, its own links say where relative addresses start.</summary>
    private static AtomElement FeedOf(MarkupElement root, ReadOptions options)
    {
        var feed = new AtomElement(root, options.BaseUrl);
        return options.BaseUrl is null && (UrlText.Web(feed.SelfLink) ?? UrlText.Web(feed.Link)) is { } own ? new AtomElement(root, own) : feed;
    }

    private static IEnumerable<ReadResult> ReadEntry(AtomElement entry, AtomElement feed, string origin, Position position, ReadOptions options)
    {
        var item = AtomAdapter.ToItem(entry, feed, origin, options.TimeZone);
        return FeedItems.Results(item, position, item.Published is null ? AtomAdapter.PublishedText(entry) : null, item.Updated is null ? AtomAdapter.UpdatedText(entry) : null);
    }
}

/// <summary>Turns an Atom entry into news.</summary>
internal static class AtomAdapter
{
    public static string? PublishedText(AtomElement entry) => entry.First("published", "issued", "created", "dc:date", "dcterms:issued", "dcterms:created", "pubDate");

    public static string? UpdatedText(AtomElement entry) => entry.First("updated", "modified", "dcterms:modified");

    public static NewsItem ToItem(AtomElement entry, AtomElement feed, string origin, TimeZoneInfo zone)
    {
        var (title, body, link) = (entry.Plain("title"), entry.Html("content"), entry.Link);
        var updated = LooseDate.Parse(UpdatedText(entry), zone);
        return new NewsItem
        {
            Origin = origin,
            Id = entry.Id ?? link ?? StableId.From("atom", title, UpdatedText(entry), title is null ? body : null),
            Url = link ?? entry.ContentAddress,
            Headline = title,
            Lead = FeedLead.Of(entry.Html("summary"), body),
            BodyHtml = body,
            Published = LooseDate.Parse(PublishedText(entry), zone) ?? updated,
            Updated = updated,
            Categories = [.. entry.Categories],
            // Section 4.2.1: the feed's authors hold for an entry that names none.
            Byline = PersonName.Join(entry.Authors) ?? PersonName.Of(entry.First("dc:creator", "dc:author")) ?? PersonName.Join(feed.Authors),
            Language = entry.Language,
            TranslationKey = TranslationSet.OfAddresses(origin, link, entry.Alternates),
            Attachments = [.. entry.Files.DistinctBy(f => f.Url)],
        };
    }
}
