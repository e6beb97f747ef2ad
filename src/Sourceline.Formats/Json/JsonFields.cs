using System.Text.Json;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Json;

/// <summary>The fields of an object, found whatever their case and separators: senders differ between versions of one standard.</summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.OrdinalIgnoreCase);

    private JsonFields(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var property in element.EnumerateObject())
            _fields.TryAdd(Plain(property.Name), property.Value);
    }

    public static JsonFields Of(JsonElement element) => new(element);

    /// <summary>The names, in plain form, with their values.</summary>
    public IEnumerable<KeyValuePair<string, JsonElement>> All => _fields;

    public JsonElement? Get(string name) =>
        _fields.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A string, or a number as it is written; null where blank or of another sort.</summary>
    public string? Text(string name) => Get(name) is { } value ? TextOf(value) : null;

    /// <summary>The first of these names that has text.</summary>
    public string? FirstText(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Text(name) is { } text)
                return text;
        return null;
    }

    /// <summary>The objects of an array; the object itself where there is one without an array.</summary>
    public IEnumerable<JsonFields> Objects(string name) => Elements(name).Where(e => e.ValueKind == JsonValueKind.Object).Select(Of);

    /// <summary>The members of an array; a value without an array counts as its single member.</summary>
    public IEnumerable<JsonElement> Elements(string name) =>
        Get(name) switch
        {
            null => [],
            { ValueKind: JsonValueKind.Array } array => array.EnumerateArray(),
            { } single => [single],
        };

    public static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Blank.KeepOrNull(value.GetString()),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };

    private static string Plain(string name) =>
        name.AsSpan().IndexOfAny('_', '-', '$') < 0 ? name : string.Concat(name.Where(c => c is not ('_' or '-' or '$')));
}
