using System.Text.Json;
using Sourceline.Formats.Feeds;
using Sourceline.Formats.Input;
using Sourceline.Formats.Json;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.JsonFeed;

/// <summary>Reads JSON Feed 1 and 1.1 (jsonfeed.org/version/1.1).</summary>
internal static class JsonFeedReader
{
    public static IEnumerable<ReadResult> Read(InputSource source) =>
        source.ReadAll() is { } bytes ? ReadBytes(bytes, source.Options) : [source.TooLarge()];

    private static List<ReadResult> ReadBytes(byte[] bytes, ReadOptions options)
    {
        try
        {
            using var document = JsonText.Parse(bytes);
            return ReadFeed(JsonFields.Of(document.RootElement), options);
        }
        catch (JsonException error)
        {
            return [new ProblemFound(ProblemSeverity.Error, new Position((error.LineNumber ?? -1) + 1, 0), $"The feed is {JsonText.Describe(error)}.")];
        }
    }

    private static List<ReadResult> ReadFeed(JsonFields feed, ReadOptions options)
    {
        var home = feed.Text("homepageurl");
        var origin = FeedItems.Origin(home, feed.Text("feedurl"), options);
        var results = new List<ReadResult> { new DocumentFound(NewsFormat.JsonFeed, origin, Blank.OneLine(feed.Text("title"))) };
        var context = new JsonFeedContext(origin, feed, options.BaseUrl ?? UrlText.Web(feed.Text("feedurl")) ?? UrlText.Web(home), options.TimeZone);
        var number = 0L;
        foreach (var element in feed.Elements("items")) results.AddRange(ReadItem(element, context, new Position(0, ++number)));
        return results;
    }

    private static IEnumerable<ReadResult> ReadItem(JsonElement element, JsonFeedContext context, Position position)
    {
        if (element.ValueKind != JsonValueKind.Object) return [new ProblemFound(ProblemSeverity.Error, position, "The item is not a JSON object.")];
        var fields = JsonFields.Of(element);
        var item = JsonFeedAdapter.ToItem(fields, context);
        return FeedItems.Results(item, position, item.Published is null ? fields.Text("datepublished") : null, item.Updated is null ? fields.Text("datemodified") : null);
    }
}

/// <summary>What a feed says for all its items.</summary>
internal sealed record JsonFeedContext(string Origin, JsonFields Feed, Uri? BaseUrl, TimeZoneInfo Zone);

/// <summary>Turns an item of a JSON Feed into news.</summary>
internal static class JsonFeedAdapter
{
    public static NewsItem ToItem(JsonFields item, JsonFeedContext context)
    {
        var url = UrlText.Resolve(item.FirstText("url", "externalurl"), context.BaseUrl);
        var body = FeedHtml.Finish(item.Text("contenthtml"), context.BaseUrl) ?? Paragraphs.FromText(item.Text("contenttext"));
        return new NewsItem
        {
            Origin = context.Origin,
            Id = Blank.ToNull(item.Text("id")) ?? url ?? StableId.From("jsonfeed", item.Text("title"), item.Text("datepublished"), item.Text("contenttext")),
            Url = url,
            Headline = Blank.OneLine(item.Text("title")),
            Lead = FeedLead.Of(PlainAsHtml(item.Text("summary")), body),
            BodyHtml = body,
            Published = LooseDate.Parse(item.Text("datepublished"), context.Zone),
            Updated = LooseDate.Parse(item.Text("datemodified"), context.Zone),
            // The format has tags alone; a feed's readers use them as sections.
            Categories = [.. item.Elements("tags").Select(t => Blank.OneLine(JsonFields.TextOf(t))).OfType<string>().Distinct()],
            Byline = Names(item) ?? Names(context.Feed),
            Language = Blank.ToNull(item.Text("language")) ?? Blank.ToNull(context.Feed.Text("language")),
            Attachments = [.. Files(item, context).DistinctBy(f => f.Url)],
        };
    }

    private static string? PlainAsHtml(string? text) => text is null ? null : Paragraphs.Escape(text);

    /// <summary>Version 1 has "author", version 1.1 "authors".</summary>
    private static string? Names(JsonFields fields) =>
        PersonName.Join(fields.Objects("authors").Concat(fields.Objects("author")).Select(a => PersonName.Of(a.Text("name"))));

    private static IEnumerable<ItemAttachment> Files(JsonFields item, JsonFeedContext context)
    {
        if (UrlText.Resolve(item.FirstText("image", "bannerimage"), context.BaseUrl) is { } image) yield return new ItemAttachment(image);
        foreach (var file in item.Objects("attachments"))
            if (UrlText.Resolve(file.Text("url"), context.BaseUrl) is { } url)
                yield return new ItemAttachment(url) { MediaType = Blank.ToNull(file.Text("mimetype")), Caption = Blank.OneLine(file.Text("title")) };
    }
}
