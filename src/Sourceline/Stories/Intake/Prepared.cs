using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sourceline.Attribution;
using Sourceline.Formats;
using Sourceline.Stories.Html;

namespace Sourceline.Stories;

/// <summary>An item cleaned and hashed: all that can be done with it before the database is asked.</summary>
internal sealed class Prepared
{
    private const int OriginLimit = 200;
    private const int IdLimit = 400;

    public required IncomingItem Incoming { get; init; }

    public required string Origin { get; init; }

    public required string Id { get; init; }

    public required StoryText Text { get; init; }

    public required string Hash { get; init; }

    /// <summary>BCP 47 as the sender states it, where it is one.</summary>
    public required string? Language { get; init; }

    /// <summary>What was found in the text; null before it was read and where reading failed.</summary>
    public Reading? Reading { get; set; }

    public bool WasRead { get; set; }

    public List<string> Notes { get; } = [];

    public NewsItem Item => Incoming.Item;

    public static Prepared From(IncomingItem incoming)
    {
        var item = incoming.Item;
        var text = StoryHtml.Clean(item.Headline, item.Lead, item.BodyHtml);
        return new Prepared
        {
            Incoming = incoming,
            Origin = Known(item.Origin, OriginLimit),
            Id = Known(item.Id, IdLimit),
            Text = text,
            Language = LanguageOf(item.Language),
            Hash = ContentHash.Of(
                text, item.Byline, item.Place, item.Language, item.Status.ToString(), item.Stage.ToString(),
                string.Join('\n', item.Categories), string.Join('\n', item.Tags),
                item.Published?.UtcTicks.ToString(CultureInfo.InvariantCulture), item.EmbargoedUntil?.UtcTicks.ToString(CultureInfo.InvariantCulture)),
        };
    }

    /// <summary>An identifier that fits its column; one that is too long is known by its hash.</summary>
    private static string Known(string id, int limit)
    {
        var line = PlainText.Line(id);
        return line.Length <= limit ? line : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)))}";
    }

    private static string? LanguageOf(string? tag) =>
        tag is { Length: >= 2 and <= 35 } && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && char.IsAsciiLetter(tag[0]) ? tag : null;
}
