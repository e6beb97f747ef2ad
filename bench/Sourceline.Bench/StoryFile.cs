using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sourceline.Bench;

/// <summary>Stories as ninjs lines, over twenty years.</summary>
internal static class StoryFile
{
    private static readonly DateTime First = new(2005, 1, 1, 6, 0, 0, DateTimeKind.Utc);

    private static readonly DateTime Later = new(2025, 2, 1, 6, 0, 0, DateTimeKind.Utc);

    /// <param name="path">The file.</param>
    /// <param name="count">Stories.</param>
    /// <param name="first">The number of the first; from 1 on they fill twenty years, from any other they come later.</param>
    public static int Write(string path, int count, int first)
    {
        var writer = new StoryWriter(seed: 3 + first);
        var (start, step) = first == 1 ? (First, TimeSpan.FromDays(20 * 365.25) / count) : (Later, TimeSpan.FromMinutes(10));
        using var file = File.Create(path);
        for (var number = first; number < first + count; number++)
        {
            WriteLine(file, number, start + (step * (number - first + 1)), writer.Next());
            file.WriteByte((byte)'\n');
        }
        return 0;
    }

    private static void WriteLine(
        Stream file,
        int number,
        DateTime at,
        (string Headline, string Lead, string Body, string Section, string Byline) story
    )
    {
        var date = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        using var json = new Utf8JsonWriter(file, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("uri", $"https://bench.sourceline.example/{number}");
        json.WriteString("type", "text");
        json.WriteString("firstCreated", date);
        json.WriteString("versionCreated", date);
        json.WriteString("pubStatus", "usable");
        json.WriteString("language", "en");
        WriteText(json, "headlines", "main", "text/plain", story.Headline);
        WriteText(json, "descriptions", "summary", "text/plain", story.Lead);
        WriteText(json, "bodies", "main", "text/html", story.Body);
        json.WriteStartArray("subjects");
        json.WriteStartObject();
        json.WriteString("name", story.Section);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("by", story.Byline);
        json.WriteStartArray("altIds");
        json.WriteStartObject();
        json.WriteString("role", "number");
        json.WriteString("value", number.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string role, string type, string value)
    {
        json.WriteStartArray(name);
        json.WriteStartObject();
        json.WriteString("role", role);
        json.WriteString("contentType", type);
        json.WriteString("value", value);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
