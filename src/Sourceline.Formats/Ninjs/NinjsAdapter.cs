using System.Collections.Immutable;
using System.Globalization;
using Sourceline.Formats.Feeds;
using Sourceline.Formats.Json;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Ninjs;

/// <summary>Turns a ninjs document into an item.</summary>
internal static class NinjsAdapter
{
    /// <summary>The entry of <c>altIds</c> that holds the public number, as our writer puts it there.</summary>
    public const string NumberRole = "number";

    /// <summary>The entry of <c>altIds</c> that holds the public address.</summary>
    public const string UrlRole = "url";

    /// <summary>The <c>rel</c> of a subject that is a keyword, not a section.</summary>
    public const string KeywordRel = "keyword";

    public static NewsItem ToItem(NinjsDocument document, string uri, ReadOptions options)
    {
        var fields = document.Fields;
        var dates = DatesOf(document, options);
        var body = NinjsBody.Html(document.Bodies, options.BaseUrl);
        return new NewsItem
        {
            Origin = NinjsOrigin.Of(uri, options),
            Id = uri,
            Number = Number(document),
            Kind = KindOf(document),
            Url = document.AltId(UrlRole),
            Headline = Headline(document),
            Lead = Lead(document),
            BodyHtml = body,
            Published = dates.Published,
            PublishedIsLastChange = dates.IsLastChange,
            Updated = dates.Updated,
            EmbargoedUntil = Date(document, "embargoeduntil", options) ?? Date(document, "embargoed", options),
            Categories = Categories(document),
            Tags = Names(Subjects(document).Where(IsKeyword)),
            Byline = (Blank.OneLine(fields.FirstText("by", "byline")) is { } line ? BylinePrefix.Remove(line) : null) ?? Bylines(fields),
            Place = Blank.OneLine(fields.Text("located")) ?? Names(document.Concepts("places", "place")).FirstOrDefault(),
            Language = LanguageTag.Of(fields.Text("language")),
            Status = StatusOf(fields.Text("pubstatus")),
            // An embargo whose end cannot be read must not end at once.
            Stage = UnreadEmbargo(document, options) is null ? NewsItemStage.Published : NewsItemStage.Draft,
            Version = int.TryParse(fields.Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : null,
            Attachments = [.. BodyPictures.Add(NinjsRenditions.Of(document, uri, options), body)],
        };
    }

    /// <summary>What cannot be read of the item's dates.</summary>
    public static IEnumerable<string> Doubts(NinjsDocument document, ReadOptions options)
    {
        foreach (var doubt in DatesOf(document, options).Doubts)
            yield return doubt;
        if (UnreadEmbargo(document, options) is { } text)
            yield return $"The end of the embargo, \"{Shortened.AtWord(text, 60)}\", could not be read, so the item waits as a draft.";
    }

    private static ItemDates DatesOf(NinjsDocument document, ReadOptions options) =>
        ItemDates.Of(
            [document.Fields.Text("firstcreated")],
            [document.Fields.Text("versioncreated")],
            options.TimeZone,
            LanguageTag.Of(document.Fields.Text("language"))
        );

    private static string? UnreadEmbargo(NinjsDocument document, ReadOptions options) =>
        document.Fields.FirstText("embargoeduntil", "embargoed") is { } text
        && Date(document, "embargoeduntil", options) is null
        && Date(document, "embargoed", options) is null
            ? text
            : null;

    private static DateTimeOffset? Date(NinjsDocument document, string name, ReadOptions options) =>
        LooseDate.Parse(document.Fields.Text(name), options.TimeZone);

    private static string? Headline(NinjsDocument document)
    {
        var headlines = document.Headlines;
        var best = headlines.FirstOrDefault(h => h.Role is "main" or "") ?? (headlines is [var first, ..] ? first : null);
        return Blank.OneLine(best is { IsHtml: true } ? HtmlText.Plain(best.Value) : best?.Value)
            ?? Blank.OneLine(document.Fields.Text("title"));
    }

    /// <summary>Roles are free words in ninjs; these are the ones that its examples and agencies use for a lead.</summary>
    private static string? Lead(NinjsDocument document)
    {
        var descriptions = document.Descriptions;
        foreach (var role in (string[])["lead", "standfirst", "summary", "abstract", "drophead", "", "text", "html", "caption"])
            if (descriptions.FirstOrDefault(d => d.Role == role) is { } found)
                return found.IsHtml ? HtmlText.Plain(found.Value) : Blank.ToNull(found.Value);
        return null;
    }

    private static long? Number(NinjsDocument document) =>
        long.TryParse(document.AltId(NumberRole), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;

    private static NewsItemKind KindOf(NinjsDocument document) =>
        document.Type is "picture" or "graphic" or "audio" or "video" ? NewsItemKind.Attachment : NewsItemKind.Story;

    private static PublishingStatus StatusOf(string? status) =>
        status?.Trim().ToLowerInvariant() switch
        {
            "withheld" => PublishingStatus.Withheld,
            "canceled" or "cancelled" => PublishingStatus.Canceled,
            _ => PublishingStatus.Usable,
        };

    private static ImmutableArray<string> Categories(NinjsDocument document) =>
        [.. Names(Subjects(document).Where(s => !IsKeyword(s))).Concat(Names(document.Concepts("genres", "genre"))).Distinct()];

    private static IEnumerable<JsonFields> Subjects(NinjsDocument document) => document.Concepts("subjects", "subject");

    private static bool IsKeyword(JsonFields subject) => string.Equals(subject.Text("rel"), KeywordRel, StringComparison.OrdinalIgnoreCase);

    /// <summary>Concepts without a name have a code alone, which no reader could read.</summary>
    private static ImmutableArray<string> Names(IEnumerable<JsonFields> concepts) =>
        [.. concepts.Select(c => Blank.OneLine(c.Text("name"))).OfType<string>().Distinct()];

    private static string? Bylines(JsonFields fields) =>
        PersonName.Join(
            fields
                .Elements("bylines")
                .Select(byline => PersonName.Of(JsonFields.TextOf(byline) ?? JsonFields.Of(byline).FirstText("by", "name", "value")))
        );
}
