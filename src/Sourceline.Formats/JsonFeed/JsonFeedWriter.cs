using System.Text.Json;
using Sourceline.Formats.Json;
using Sourceline.Formats.Writing;

namespace Sourceline.Formats.JsonFeed;

/// <summary>Writes JSON Feed 1.1 (jsonfeed.org/version/1.1).</summary>
internal static class JsonFeedWriter
{
    public static void Write(Stream output, FeedDocument feed)
    {
        using var json = JsonOut.Create(output, indented: true);
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", feed.Title);
        json.WriteString("home_page_url", feed.HomeUrl.AbsoluteUri);
        json.WriteString("feed_url", feed.SelfUrl.AbsoluteUri);
        json.Field("description", feed.Description);
        json.Field("language", feed.Language);
        json.WriteStartArray("items");
        foreach (var entry in feed.Entries)
            WriteItem(json, entry);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("url", entry.Url.AbsoluteUri);
        json.WriteString("title", entry.Headline);
        json.Field("summary", entry.Lead);
        // An item must have content_html or content_text.
        json.WriteString("content_html", entry.ContentHtml ?? "");
        json.WriteString("date_published", WrittenInstant.Of(entry.Published));
        json.WriteString("date_modified", WrittenInstant.Of(entry.Updated));
        WriteAuthor(json, entry.Byline);
        json.Field("language", entry.Language);
        json.Field("tags", [.. entry.Categories.Concat(entry.Tags).Distinct()]);
        WriteSourcing(json, entry);
        json.WriteEndObject();
    }

    private static void WriteAuthor(Utf8JsonWriter json, string? byline)
    {
        if (byline is null)
            return;
        json.WriteStartArray("authors");
        json.WriteStartObject();
        json.WriteString("name", byline);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>The format's extensions begin with an underscore and may say what they are in "about".</summary>
    private static void WriteSourcing(Utf8JsonWriter json, FeedEntry entry)
    {
        if (entry.Sourcing.IsEmpty && entry.Number is null)
            return;
        json.WriteStartObject("_sourceline");
        json.WriteString("about", FeedWriter.SourcingNamespace);
        if (entry.Number is { } number)
            json.WriteNumber("number", number);
        json.WriteStartArray("statements");
        foreach (var statement in entry.Sourcing)
        {
            json.WriteStartObject();
            json.WriteString("sentence", statement.Sentence);
            json.Field("content", statement.Content);
            json.Field("chain", statement.Chain);
            json.Field("polarity", statement.Polarity);
            json.WriteBoolean("confirmed", statement.Confirmed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
