using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Sourceline.Formats.Json;

/// <summary>JSON out, with letters of every script as themselves. Half surrogate pairs become U+FFFD, as the writer's encoder does it.</summary>
internal static class JsonOut
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static Utf8JsonWriter Create(Stream output, bool indented) => new(output, new JsonWriterOptions { Encoder = Encoder, Indented = indented });

    /// <summary>A string field; nothing where there is none.</summary>
    public static void Field(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    /// <summary>An array of strings; nothing where it is empty.</summary>
    public static void Field(this Utf8JsonWriter json, string name, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
