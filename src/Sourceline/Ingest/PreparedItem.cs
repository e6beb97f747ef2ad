using System.Diagnostics;
using System.Globalization;
using Sourceline.Attribution.Model;
using Sourceline.Formats;
using Sourceline.Stories;
using Sourceline.Stories.Html;

namespace Sourceline.Ingest;

/// <summary>An item cleaned, hashed and read for statements: all that can be done with it before its transaction. It does not change.</summary>
internal sealed class PreparedItem
{
    private PreparedItem() { }

    public required IncomingItem Incoming { get; init; }

    public required string Origin { get; init; }

    public required string Id { get; init; }

    public required StoryText Text { get; init; }

    public required string Hash { get; init; }

    /// <summary>BCP 47 as the sender states it, where it is one.</summary>
    public required string? Language { get; init; }

    /// <summary>The set of translations that the sender counts it among; null where it says nothing of one.</summary>
    public string? TranslationKey => Item.TranslationKey is { Length: > 0 and <= 64 } key ? key : null;

    /// <summary>What was found in the text; null before it was read and where reading failed.</summary>
    public Reading? Reading { get; private init; }

    public bool WasRead { get; private init; }

    public TimeSpan CleaningTime { get; private init; }

    public TimeSpan ReadingTime { get; private init; }

    public NewsItem Item => Incoming.Item;

    public static PreparedItem From(IncomingItem incoming)
    {
        var begun = Stopwatch.GetTimestamp();
        var item = incoming.Item;
        var text = StoryHtml.Clean(item.Headline, item.Lead, item.BodyHtml);
        return new PreparedItem
        {
            Incoming = incoming,
            Origin = OriginKey.Origin(item.Origin),
            Id = OriginKey.Id(item.Id),
            Text = text,
            Language = LanguageOf(item.Language),
            Hash = ContentHash.Of(
                text,
                item.Byline,
                item.Place,
                item.Language,
                item.Status.ToString(),
                item.Stage.ToString(),
                string.Join('\n', item.Categories),
                string.Join('\n', item.Tags),
                item.Published?.UtcTicks.ToString(CultureInfo.InvariantCulture),
                item.EmbargoedUntil?.UtcTicks.ToString(CultureInfo.InvariantCulture)
            ),
            CleaningTime = Stopwatch.GetElapsedTime(begun),
        };
    }

    /// <summary>The item after its text was read for statements.</summary>
    /// <param name="read">Reads a text in a language; null where it fails.</param>
    public PreparedItem Read(Func<PreparedItem, Reading?> read)
    {
        var begun = Stopwatch.GetTimestamp();
        var reading = read(this);
        return new PreparedItem
        {
            Incoming = Incoming,
            Origin = Origin,
            Id = Id,
            Text = Text,
            Hash = Hash,
            Language = Language,
            CleaningTime = CleaningTime,
            Reading = reading,
            WasRead = true,
            ReadingTime = Stopwatch.GetElapsedTime(begun),
        };
    }

    /// <summary>A language tag; null for what is none, and for those that leave the language open (BCP 47, 4.1).</summary>
    private static string? LanguageOf(string? tag) =>
        LanguageTags.NameOne(tag) && tag.Length <= 35 && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? tag : null;
}
