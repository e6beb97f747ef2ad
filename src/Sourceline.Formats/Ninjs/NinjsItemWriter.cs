using System.Globalization;
using System.Text.Json;
using Sourceline.Formats.Json;
using Sourceline.Formats.Writing;

namespace Sourceline.Formats.Ninjs;

/// <summary>Writes one ninjs 3.1 document.</summary>
internal static class NinjsItemWriter
{
    public static void Write(Stream output, FeedEntry entry)
    {
        using var json = JsonOut.Create(output, indented: false);
        json.WriteStartObject();
        json.WriteStartObject("standard");
        json.WriteString("name", "ninjs");
        json.WriteString("version", "3.1");
        json.WriteString("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json");
        json.WriteEndObject();
        json.WriteString("uri", entry.Id);
        json.WriteString("type", "text");
        json.Field("version", entry.Version?.ToString(CultureInfo.InvariantCulture));
        json.WriteString("pubStatus", StatusName(entry.Status));
        json.WriteString("firstCreated", WrittenInstant.Of(entry.Published));
        json.WriteString("versionCreated", WrittenInstant.Of(entry.Updated));
        if (entry.EmbargoedUntil is { } embargo)
            json.WriteString("embargoedUntil", WrittenInstant.Of(embargo));
        json.Field("language", entry.Language);
        json.Field("by", entry.Byline);
        json.Field("located", entry.Place);
        WriteText(json, "headlines", "main", "text/plain", entry.Headline);
        WriteText(json, "descriptions", "lead", "text/plain", entry.Lead);
        WriteText(json, "bodies", "main", "text/html", entry.ContentHtml);
        WriteSubjects(json, entry);
        WriteAltIds(json, entry);
        json.WriteEndObject();
    }

    private static string StatusName(PublishingStatus status) =>
        status switch
        {
            PublishingStatus.Withheld => "withheld",
            PublishingStatus.Canceled => "canceled",
            _ => "usable",
        };

    private static void WriteText(Utf8JsonWriter json, string field, string role, string contentType, string? value)
    {
        if (value is null)
            return;
        json.WriteStartArray(field);
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("contentType", contentType);
        json.WriteString("value", value);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteSubjects(Utf8JsonWriter json, FeedEntry entry)
    {
        if (entry.Categories.IsEmpty && entry.Tags.IsEmpty)
            return;
        json.WriteStartArray("subjects");
        foreach (var name in entry.Categories)
            WriteSubject(json, null, name);
        foreach (var name in entry.Tags)
            WriteSubject(json, NinjsAdapter.KeywordRel, name);
        json.WriteEndArray();
    }

    private static void WriteSubject(Utf8JsonWriter json, string? rel, string name)
    {
        json.WriteStartObject();
        json.Field("rel", rel);
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static void WriteAltIds(Utf8JsonWriter json, FeedEntry entry)
    {
        json.WriteStartArray("altIds");
        if (entry.Number is { } number)
            WriteAltId(json, NinjsAdapter.NumberRole, number.ToString(CultureInfo.InvariantCulture));
        WriteAltId(json, NinjsAdapter.UrlRole, entry.Url.AbsoluteUri);
        json.WriteEndArray();
    }

    private static void WriteAltId(Utf8JsonWriter json, string role, string value)
    {
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("value", value);
        json.WriteEndObject();
    }
}
