using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Sourceline.Formats.Detection;

/// <summary>Tells one JSON document from one document a line, and a feed from an agency's item, by the names of their fields.</summary>
internal static class JsonShape
{
    private static readonly FrozenSet<string> NinjsFields = FrozenSet.ToFrozenSet(
        [
            "uri",
            "headline",
            "headlines",
            "body_text",
            "body_html",
            "body_xhtml",
            "body_nitf",
            "bodies",
            "versioncreated",
            "pubstatus",
            "firstcreated",
            "description_text",
            "descriptions",
            "slugline",
            "usageterms",
            "infosources",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly FrozenSet<string> FeedFields = FrozenSet.ToFrozenSet([
        "title",
        "home_page_url",
        "feed_url",
        "next_url",
        "authors",
    ]);

    /// <summary>Whether the name or the media type says JSON Lines.</summary>
    public static bool IsNamedAsLines(ReadOptions options) =>
        EndsWith(options.Name, ".jsonl")
        || EndsWith(options.Name, ".ndjson")
        || options.ContentType is { } type && (Has(type, "ndjson") || Has(type, "jsonl") || Has(type, "json-seq"));

    /// <param name="head">The document's beginning, from its first brace or bracket on.</param>
    /// <param name="options">For what the beginning leaves open.</param>
    public static Detected Detect(string head, ReadOptions options)
    {
        var first = Look(head);
        if (first.IsFeed)
            return new Detected(NewsFormat.JsonFeed);
        if (
            head[0] == '{'
            && (first.IsFollowed || (!first.IsWhole && IsLines(head)) || (IsNamedAsLines(options) && (first.IsWhole || first.IsBroken)))
        )
            return first.IsNinjs || first.IsBroken
                ? new Detected(NewsFormat.NinjsLines)
                : Detected.Unknown("JSON Lines without fields of ninjs");
        if (first.IsNinjs)
            return new Detected(NewsFormat.Ninjs);
        return Detected.Unknown(first.IsBroken ? "damaged JSON" : "JSON that is neither a JSON Feed nor ninjs");
    }

    /// <summary>Reads the names of the first object, as far as the beginning goes.</summary>
    private static Shape Look(string head)
    {
        var reader = new Utf8JsonReader(
            Encoding.UTF8.GetBytes(head),
            isFinalBlock: false,
            new JsonReaderState(
                new JsonReaderOptions
                {
                    AllowTrailingCommas = true,
                    CommentHandling = JsonCommentHandling.Skip,
                    MaxDepth = 256,
                }
            )
        );
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var (depth, isFeed, end) = (-1, false, -1L);
        try
        {
            while (reader.Read())
            {
                if (depth < 0 && reader.TokenType == JsonTokenType.StartObject)
                    depth = reader.CurrentDepth + 1;
                else if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == depth)
                {
                    var name = reader.GetString()!;
                    names.Add(name);
                    if (name == "version" && reader.Read() && reader.TokenType == JsonTokenType.String)
                        isFeed |= Has(reader.GetString()!, "jsonfeed.org/version/");
                }
                else if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == depth - 1)
                {
                    end = reader.BytesConsumed;
                    break;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new Shape(names, isFeed) { IsBroken = true };
        }

        if (end < 0)
            return new Shape(names, isFeed);
        var rest = Encoding.UTF8.GetBytes(head).AsSpan((int)end).TrimStart(" \t\r\n\u001e"u8);
        return new Shape(names, isFeed) { IsWhole = true, IsFollowed = depth == 1 && rest is [(byte)'{', ..] };
    }

    /// <summary>
    /// A first line that is damaged, or too long to be seen whole: then a second line that opens an object at its very start tells, which a
    /// document set over several lines never has.
    /// </summary>
    private static bool IsLines(string head)
    {
        var end = head.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || head.AsSpan(0, end).Trim().Length <= 1)
            return false;
        var rest = head.AsSpan(end + 1).TrimStart(" \t\r\n");
        return rest is ['{', ..] && head[head.Length - rest.Length - 1] == '\n';
    }

    private static bool EndsWith(string name, string end) => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the first object of a document looks like.</summary>
    private sealed record Shape(HashSet<string> Names, bool HasFeedVersion)
    {
        public bool IsWhole { get; init; }

        /// <summary>Whether another object follows.</summary>
        public bool IsFollowed { get; init; }

        public bool IsBroken { get; init; }

        /// <summary>A feed's version may stand behind more items than were looked at.</summary>
        public bool IsFeed => HasFeedVersion || (Names.Contains("items") && Names.Overlaps(FeedFields) && !Names.Contains("uri"));

        public bool IsNinjs =>
            Names.Any(name => NinjsFields.Contains(name) || name.Equals("versionCreated", StringComparison.OrdinalIgnoreCase));
    }
}
