using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Sourceline.Formats.Json;

/// <summary>Parses JSON as it comes from others, so that no later look at it can fail.</summary>
internal static class JsonText
{
    private static readonly Regex SurrogateEscapes = new(
        @"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>u[dD][89a-fA-F][0-9a-fA-F]{2})|[^u]|u)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 128,
    };

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Span is [0xEF, 0xBB, 0xBF, ..])
            json = json[3..];
        if (!Utf8.IsValid(json.Span))
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));
        if (HasSurrogateEscape(json.Span))
            json = Encoding.UTF8.GetBytes(MendSurrogates(Encoding.UTF8.GetString(json.Span)));
        return JsonDocument.Parse(json, Lenient);
    }

    /// <summary>What is wrong, in words for an editor: the parser's own speak of its internals.</summary>
    public static string Describe(JsonException error) =>
        error.BytePositionInLine is { } position ? $"not valid JSON from byte {position + 1} on" : "not valid JSON";

    private static bool HasSurrogateEscape(ReadOnlySpan<byte> json) => json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0;

    /// <summary>RFC 8259, section 8.2: half a surrogate pair is allowed by the grammar and means nothing; it becomes U+FFFD.</summary>
    private static string MendSurrogates(string json) =>
        SurrogateEscapes.Replace(json, match => match.Groups["lone"].Success ? "\\ufffd" : match.Value);
}
