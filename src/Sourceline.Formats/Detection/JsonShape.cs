using System.Text.Json;

namespace Sourceline.Formats.Detection;

/// <summary>Tells one JSON document from one document a line, and a feed from an agency's item.</summary>
internal static class JsonShape
{
    /// <summary>Whether the name or the media type says JSON Lines.</summary>
    public static bool NamedAsLines(ReadOptions options) =>
        EndsWith(options.Name, ".jsonl") || EndsWith(options.Name, ".ndjson")
        || options.ContentType is { } type && (Has(type, "ndjson") || Has(type, "jsonl") || Has(type, "json-seq"));

    public static NewsFormat Tell(ReadOnlySpan<byte> head, ReadOptions options)
    {
        if (head is [0xEF, 0xBB, 0xBF, ..]) head = head[3..];
        if (NamedAsLines(options) || IsLines(head)) return NewsFormat.NinjsLines;
        return HasFeedVersion(head) ? NewsFormat.JsonFeed : NewsFormat.Ninjs;
    }

    /// <summary>
    /// A whole object on the first line with more after it, or a first line too long to judge; or a second line that opens an
    /// object at its very start, which a document set over several lines never has.
    /// </summary>
    private static bool IsLines(ReadOnlySpan<byte> head)
    {
        head = head.TrimStart(" \t\r\n"u8);
        var end = head.IndexOf((byte)'\n');
        if (end < 0 || head[0] != (byte)'{') return false;
        var rest = head[end..].TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty) return false;
        return IsWholeObject(head[..end]) || (head[..end].Trim(" \t\r"u8).Length > 1 && rest[0] == (byte)'{' && head[head.Length - rest.Length - 1] == (byte)'\n');
    }

    private static bool IsWholeObject(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>JSON Feed 1.1: "version" is the address of the version of the format.</summary>
    private static bool HasFeedVersion(ReadOnlySpan<byte> head) =>
        head.IndexOf("jsonfeed.org/version/"u8) >= 0 || head.IndexOf("jsonfeed.org\\/version\\/"u8) >= 0;

    private static bool EndsWith(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static bool Has(string type, string word) => type.Contains(word, StringComparison.OrdinalIgnoreCase);
}
