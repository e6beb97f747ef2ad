using System.Text.Json;
using Sourceline.Formats.Json;

namespace Sourceline.Formats.SavedPage;

/// <summary>A thing that JSON-LD describes.</summary>
/// <param name="Fields">Its fields.</param>
/// <param name="IsMain">Whether it is the main entity of something that the page is.</param>
internal sealed record JsonLdThing(JsonFields Fields, bool IsMain)
{
    public bool IsArticle => Fields.Elements("@type").Any(type => JsonFields.TextOf(type) is { } name && IsArticleType(name));

    private static bool IsArticleType(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal)
        || type.EndsWith("BlogPosting", StringComparison.Ordinal)
        || type.EndsWith("Report", StringComparison.Ordinal);
}

/// <summary>Finds things wherever they are nested: in arrays, in "@graph", as the main entity of a page.</summary>
internal static class JsonLdThings
{
    private const int MaxDepth = 6;

    private static readonly string[] Nesting = ["@graph", "mainEntity", "mainEntityOfPage", "subjectOf", "about", "hasPart"];

    public static IEnumerable<JsonLdThing> Of(JsonElement root, bool isMain = false, int depth = 0)
    {
        if (depth > MaxDepth)
            return [];
        if (root.ValueKind == JsonValueKind.Array)
            return root.EnumerateArray().SelectMany(one => Of(one, isMain, depth + 1));
        if (root.ValueKind != JsonValueKind.Object)
            return [];
        var fields = JsonFields.Of(root);
        var nested = Nesting.SelectMany(name => fields.Elements(name).SelectMany(one => Of(one, name == "mainEntity", depth + 1)));
        return nested.Prepend(new JsonLdThing(fields, isMain));
    }
}
