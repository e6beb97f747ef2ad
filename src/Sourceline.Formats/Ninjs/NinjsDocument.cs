using System.Text.Json;
using Sourceline.Formats.Json;
using Sourceline.Formats.Text;

namespace Sourceline.Formats.Ninjs;

/// <summary>
/// One ninjs document as it is on the wire, whichever version: 1.x keeps headline and body in fields such as <c>body_html</c>, 2.x
/// and 3.x in arrays with roles; 1.x and 2.x write names in lower case, 3.x in camel case.
/// </summary>
internal sealed class NinjsDocument(JsonElement root)
{
    public JsonFields Fields { get; } = JsonFields.Of(root);

    public string? Uri => Blank.ToNull(Fields.Text("uri"));

    public string? Type => Fields.Text("type")?.ToLowerInvariant();

    public IReadOnlyList<NinjsText> Headlines => Texts("headlines", "headline");

    public IReadOnlyList<NinjsText> Bodies => Texts("bodies", "body");

    public IReadOnlyList<NinjsText> Descriptions => Texts("descriptions", "description");

    /// <summary>Subjects, places and the like: the plural of 2.x first, else the singular of 1.x.</summary>
    public IEnumerable<JsonFields> Concepts(string plural, string singular) =>
        Fields.Get(plural) is not null ? Fields.Objects(plural) : Fields.Objects(singular);

    /// <summary>An alternative identifier: an object's field in 1.x, an array's entry with that role from 2.x on.</summary>
    public string? AltId(string role)
    {
        if (Fields.Get("altids") is { ValueKind: JsonValueKind.Object } old)
            return JsonFields.Of(old).Text(role);
        return Fields
            .Objects("altids")
            .FirstOrDefault(id => string.Equals(id.Text("role"), role, StringComparison.OrdinalIgnoreCase))
            ?.Text("value");
    }

    private List<NinjsText> Texts(string plural, string singular)
    {
        if (Fields.Get(plural) is not null)
            return [.. Fields.Objects(plural).Select(NinjsText.FromEntry).OfType<NinjsText>()];
        return
        [
            .. Fields
                .All.Where(f => f.Key.StartsWith(singular, StringComparison.OrdinalIgnoreCase))
                .Select(f => NinjsText.FromField(f.Key[singular.Length..], f.Value))
                .OfType<NinjsText>(),
        ];
    }
}

/// <summary>A headline, description or body.</summary>
/// <param name="Role">In lower case; empty where none is given.</param>
/// <param name="ContentType">MIME type in lower case; empty where none is given.</param>
/// <param name="Value">Text or markup, never blank.</param>
internal sealed record NinjsText(string Role, string ContentType, string Value)
{
    public bool IsNitf => ContentType.Contains("nitf", StringComparison.Ordinal) || Role == "nitf";

    public bool IsHtml =>
        !IsNitf && (ContentType.Contains("html", StringComparison.Ordinal) || Role.Contains("html", StringComparison.Ordinal));

    public static NinjsText? FromEntry(JsonFields entry) =>
        entry.Text("value") is { } value
            ? new NinjsText(entry.Text("role")?.ToLowerInvariant() ?? "", entry.Text("contenttype")?.ToLowerInvariant() ?? "", value)
            : null;

    /// <summary>1.x: the rest of the field's name is the role ("body_html").</summary>
    public static NinjsText? FromField(string role, JsonElement value) =>
        JsonFields.TextOf(value) is { } text ? new NinjsText(role.ToLowerInvariant(), "", text) : null;
}
