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
        source.ReadAll() is { } bytes ? ReadBytes(bytes, source) : [source.TooLarge()];

    private static List<ReadResult> ReadBytes(byte[] bytes, InputSource source)
    {
        try
        {
            using var document = JsonInput.Parse(bytes, source);
            return ReadFeed(JsonFields.Of(document.RootElement), source.Options);
        }
        catch (JsonException error)
        {
            return
            [
                new ProblemFound(
                    ProblemSeverity.Error,
                    new Position((error.LineNumber ?? -1) + 1, 0),
                    $"The feed is {JsonText.Describe(error)}."
                ),
            ];
        }
    }

    private static List<ReadResult> ReadFeed(JsonFields feed, ReadOptions options)
    {
        var home = feed.Text("homepageurl");
        var origin = FeedItems.Origin(home, feed.Text("feedurl"), options);
        var baseUrl = options.BaseUrl ?? UrlText.Web(feed.Text("feedurl")) ?? UrlText.Web(home);
        var context = new JsonFeedContext(
            origin,
            JsonFeedAdapter.Names(feed),
            LanguageTag.Of(feed.Text("language")),
            baseUrl,
            options.TimeZone
        );
        var (drafts, problems, number) = (new List<FeedDraft>(), new List<ProblemFound>(), 0L);
        foreach (var element in feed.Elements("items"))
        {
            var position = new Position(0, ++number);
            if (element.ValueKind == JsonValueKind.Object)
                drafts.Add(JsonFeedAdapter.ToDraft(JsonFields.Of(element), context, position));
            else
                problems.Add(new ProblemFound(ProblemSeverity.Error, position, "The item is not a JSON object."));
        }

        var results = FeedItems.Results(drafts, "jsonfeed", feed.Text("feedurl"), home).Concat(problems).OrderBy(Order);
        return [new DocumentFound(NewsFormat.JsonFeed, origin, Blank.OneLine(feed.Text("title"))), .. results];
    }

    /// <summary>What concerns the whole document comes last.</summary>
    private static long Order(ReadResult result) =>
        result switch
        {
            ItemRead read => read.Position.Item,
            ProblemFound { Position.Item: > 0 } problem => problem.Position.Item,
            _ => long.MaxValue,
        };
}

/// <summary>What a feed says for all its items.</summary>
internal sealed record JsonFeedContext(string Origin, string? Byline, string? Language, Uri? BaseUrl, TimeZoneInfo Zone);

/// <summary>Turns an item of a JSON Feed into news.</summary>
internal static class JsonFeedAdapter
{
    public static FeedDraft ToDraft(JsonFields fields, JsonFeedContext context, Position position)
    {
        var url = UrlText.Resolve(fields.FirstText("url", "externalurl"), context.BaseUrl);
        var body = FeedHtml.Finish(fields.Text("contenthtml"), context.BaseUrl) ?? Paragraphs.FromText(fields.Text("contenttext"));
        var language = LanguageTag.Of(fields.Text("language")) ?? context.Language;
        var dates = ItemDates.Of([fields.Text("datepublished")], [fields.Text("datemodified")], context.Zone, language);
        var item = new NewsItem
        {
            Origin = context.Origin,
            Id = Blank.ToNull(fields.Text("id")) ?? url ?? "",
            Url = url,
            Headline = Blank.OneLine(fields.Text("title")),
            Lead = FeedLead.Of(fields.Text("summary") is { } summary ? Paragraphs.Escape(summary) : null, body),
            BodyHtml = body,
            Published = dates.Published,
            PublishedIsLastChange = dates.IsLastChange,
            Updated = dates.Updated,
            // The format has tags alone; a feed's readers use them as sections.
            Categories = [.. fields.Elements("tags").Select(tag => Blank.OneLine(JsonFields.TextOf(tag))).OfType<string>().Distinct()],
            Byline = Names(fields) ?? context.Byline,
            Language = language,
            Attachments = [.. BodyPictures.Add(Files(fields, context).DistinctBy(file => file.Url), body)],
        };
        return new FeedDraft(item, position)
        {
            GivenId = fields.Text("id"),
            PublishedText = fields.Text("datepublished"),
            Doubts = dates.Doubts,
        };
    }

    /// <summary>Version 1 has "author", version 1.1 "authors".</summary>
    public static string? Names(JsonFields fields) =>
        PersonName.Join(fields.Objects("authors").Concat(fields.Objects("author")).Select(author => PersonName.Of(author.Text("name"))));

    private static IEnumerable<ItemAttachment> Files(JsonFields item, JsonFeedContext context)
    {
        if (UrlText.Resolve(item.FirstText("image", "bannerimage"), context.BaseUrl) is { } image)
            yield return new ItemAttachment(image) { Role = AttachmentRole.Featured };
        foreach (var file in item.Objects("attachments"))
            if (UrlText.Resolve(file.Text("url"), context.BaseUrl) is { } url)
                yield return new ItemAttachment(url)
                {
                    MediaType = Blank.ToNull(file.Text("mimetype")),
                    Caption = Blank.OneLine(file.Text("title")),
                };
    }
}
