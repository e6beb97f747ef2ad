using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Json;

/// <summary>Reads a line of input and says what is wrong with a bad one.</summary>
internal static class AttributionLineReader
{
    public static bool TryRead(string line, [NotNullWhen(true)] out AttributionLine? input, [NotNullWhen(false)] out string? error)
    {
        input = null;
        try
        {
            using var json = JsonDocument.Parse(line);
            error = Read(json.RootElement, out input);
        }
        catch (JsonException e)
        {
            error = FormattableString.Invariant($"not JSON: character {(e.BytePositionInLine ?? 0) + 1} cannot stand there");
        }
        catch (InvalidOperationException)
        {
            error = "a string holds half of a surrogate pair";
        }

        return error is null && input is not null;
    }

    private static string? Read(JsonElement root, out AttributionLine? input)
    {
        input = null;
        if (root.ValueKind != JsonValueKind.Object)
            return "a line must be a JSON object such as {\"doc\":\"1\",\"text\":\"...\"}";
        if (!root.TryGetProperty("text", out var text))
            return "\"text\" is missing";
        if (text.ValueKind != JsonValueKind.String)
            return "\"text\" must be a string";
        if (Optional(root, "published", out var published) is { } badDate)
            return badDate;
        if (Optional(root, "language", out var language) is { } badLanguage)
            return badLanguage;
        if (Name(root, out var doc) is { } badName)
            return badName;
        DateOnly? day = null;
        if (published is not null)
        {
            if (!DateOnly.TryParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed))
                return "\"published\" must be a day such as \"2021-07-19\"";
            day = parsed;
        }

        input = new AttributionLine(doc, new Article(text.GetString()!) { PublishedOn = day, Language = language });
        return null;
    }

    /// <summary>A document may be named by a string or a number.</summary>
    private static string? Name(JsonElement root, out string? name)
    {
        name = null;
        if (!root.TryGetProperty("doc", out var doc) || doc.ValueKind == JsonValueKind.Null)
            return null;
        if (doc.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
            return "\"doc\" must be a string or a number";
        name = doc.ToString();
        return null;
    }

    private static string? Optional(JsonElement root, string member, out string? value)
    {
        value = null;
        if (!root.TryGetProperty(member, out var element) || element.ValueKind == JsonValueKind.Null)
            return null;
        if (element.ValueKind != JsonValueKind.String)
            return $"\"{member}\" must be a string";
        value = element.GetString();
        return null;
    }
}
