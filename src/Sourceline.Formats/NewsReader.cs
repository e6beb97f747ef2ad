using Sourceline.Formats.Atom;
using Sourceline.Formats.Detection;
using Sourceline.Formats.Input;
using Sourceline.Formats.JsonFeed;
using Sourceline.Formats.Ninjs;
using Sourceline.Formats.Rss;
using Sourceline.Formats.SavedPage;
using Sourceline.Formats.Wxr;

namespace Sourceline.Formats;

/// <summary>
/// Reads news items from bytes of any known format. Pure and thread-safe; reads its stream once and forward only.
/// </summary>
public static class NewsReader
{
    /// <summary>
    /// Detects the format and reads one item after the other. Memory stays bounded by the largest single item for WXR and JSON Lines; the
    /// other formats are read whole.
    /// </summary>
    /// <param name="stream">The bytes; need not be seekable. Not disposed here.</param>
    /// <param name="options">What the reader cannot know from the bytes.</param>
    /// <param name="cancellationToken">Stops the reading within a fraction of a second, however large the document is.</param>
    /// <returns>
    /// First one <see cref="DocumentFound"/>, then <see cref="ItemRead"/> and <see cref="ProblemFound"/> in the order of the input.
    /// A format that is not known gives a single <see cref="ProblemFound"/>.
    /// </returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IEnumerable<ReadResult> Read(Stream stream, ReadOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        return ReadLazily(stream, options, cancellationToken);
    }

    private static IEnumerable<ReadResult> ReadLazily(Stream stream, ReadOptions options, CancellationToken cancellationToken)
    {
        var source = InputSource.Open(stream, options, cancellationToken);
        var format = source.Detected.Format;
        if (format == NewsFormat.Unknown)
        {
            yield return UnknownReader.Problem(source, source.Detected);
            yield break;
        }

        var isFirst = true;
        foreach (var result in ReaderOf(format)(source))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // A document that is recognised but cannot be read is still one that was found.
            if (isFirst && result is not DocumentFound)
                yield return new DocumentFound(format, null, null);
            isFirst = false;
            yield return result;
        }

        foreach (var problem in source.Problems)
            yield return problem;
    }

    private static Func<InputSource, IEnumerable<ReadResult>> ReaderOf(NewsFormat format) =>
        format switch
        {
            NewsFormat.SavedText => SavedTextReader.Read,
            NewsFormat.SavedHtml => SavedHtmlReader.Read,
            NewsFormat.Wxr => WxrReader.Read,
            NewsFormat.Rss => RssReader.Read,
            NewsFormat.Atom => AtomReader.Read,
            NewsFormat.JsonFeed => JsonFeedReader.Read,
            NewsFormat.Ninjs => NinjsReader.Read,
            NewsFormat.NinjsLines => NinjsLinesReader.Read,
            _ => throw new InvalidOperationException($"{format} has no reader."),
        };
}

/// <summary>What a reader cannot know from the bytes alone.</summary>
public sealed record ReadOptions
{
    /// <summary>The name for messages, and the origin where the document names none: the last part of a path, or a URL.</summary>
    public required string Name { get; init; }

    /// <summary>The zone of dates and times that state none.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Where the bytes came from, to make URLs in them absolute.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>The media type that came with the bytes (HTTP's Content-Type), a hint for encoding and format.</summary>
    public string? ContentType { get; init; }

    /// <summary>
    /// Finds a file that a browser saved beside the page. It is given the path as the page has it ("Page_files/ferry.png") and returns the
    /// URL under which the caller can read the file, or null. Where it is not set such files are reported as missing.
    /// </summary>
    public Func<string, string?>? FindSavedFile { get; init; }

    /// <summary>
    /// The largest single item in bytes, or the largest document where the format is read whole. A larger one is reported as a problem.
    /// </summary>
    public int MaxItemBytes { get; init; } = 64 * 1024 * 1024;
}

/// <summary>One result of reading: the document, an item or a problem.</summary>
public abstract record ReadResult;

/// <summary>The format was recognised.</summary>
/// <param name="Format">The format.</param>
/// <param name="Origin">The origin of its items, where they all have the same.</param>
/// <param name="Title">The title of the feed or site.</param>
public sealed record DocumentFound(NewsFormat Format, string? Origin, string? Title) : ReadResult;

/// <summary>An item was read.</summary>
/// <param name="Item">The item.</param>
/// <param name="Raw">
/// Its bytes exactly as they came where the format separates items by lines; empty where the item is part of a larger document.
/// </param>
/// <param name="Position">Where it begins.</param>
public sealed record ItemRead(NewsItem Item, ReadOnlyMemory<byte> Raw, Position Position) : ReadResult;

/// <summary>Something could not be read or was left out, and why. The reading goes on where it can.</summary>
/// <param name="Severity">What it means for the item.</param>
/// <param name="Position">Where it is.</param>
/// <param name="Reason">Why, in a sentence for an editor. Contains no e-mail address of a reader.</param>
/// <param name="ItemId">The item's identifier, where it was found.</param>
public sealed record ProblemFound(ProblemSeverity Severity, Position Position, string Reason, string? ItemId = null) : ReadResult;

/// <summary>What a problem means for the item.</summary>
public enum ProblemSeverity
{
    /// <summary>The item was read, but something about it was not.</summary>
    Warning,

    /// <summary>An item that is not news, such as a navigation menu, was left out on purpose.</summary>
    Skipped,

    /// <summary>An item was lost.</summary>
    Error,
}

/// <summary>A place in the input.</summary>
/// <param name="Line">1 and up; 0 where unknown.</param>
/// <param name="Item">The item's number in the document, counted from 1; 0 where it concerns the whole document.</param>
public readonly record struct Position(long Line, long Item);

/// <summary>The formats that can be read.</summary>
public enum NewsFormat
{
    /// <summary>None of them.</summary>
    Unknown,

    /// <summary>A news page saved as plain text.</summary>
    SavedText,

    /// <summary>A news page saved as HTML.</summary>
    SavedHtml,

    /// <summary>WordPress eXtended RSS 1.0 to 1.2.</summary>
    Wxr,

    /// <summary>RSS 0.9 to 2.0, and RDF Site Summary.</summary>
    Rss,

    /// <summary>Atom 0.3 and RFC 4287.</summary>
    Atom,

    /// <summary>JSON Feed 1 and 1.1.</summary>
    JsonFeed,

    /// <summary>IPTC ninjs, one document.</summary>
    Ninjs,

    /// <summary>IPTC ninjs, one document a line.</summary>
    NinjsLines,
}
