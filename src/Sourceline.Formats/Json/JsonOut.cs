using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sourceline.Formats.Json;

/// <summary>
/// JSON out, with letters of every script as themselves. It is served and stored as JSON, never set into an HTML page, so nothing is
/// escaped on HTML's account. Half surrogate pairs become U+FFFD, as the encoder does it.
/// </summary>
internal static class JsonOut
{
    public static Utf8JsonWriter Create(Stream output, bool indented) =>
        new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented });

    /// <summary>A string field; nothing where there is none.</summary>
    public static void Field(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    /// <summary>An array of strings; nothing where it is empty.</summary>
    public static void Field(this Utf8JsonWriter json, string name, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
