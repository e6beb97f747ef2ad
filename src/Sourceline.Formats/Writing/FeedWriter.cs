using System.Buffers;
using Sourceline.Formats.Atom;
using Sourceline.Formats.JsonFeed;
using Sourceline.Formats.Rss;

namespace Sourceline.Formats.Writing;

/// <summary>
/// Writes feeds as UTF-8. Output is always well-formed: characters that a format forbids are left out. Who says what is added as an
/// extension: elements of the namespace <see cref="SourcingNamespace"/> in RSS and Atom, the field <c>_sourceline</c> in JSON Feed.
/// </summary>
public static class FeedWriter
{
    /// <summary>The XML namespace of the elements that tell the sourcing.</summary>
    public const string SourcingNamespace = "urn:sourceline:feed:1";

    /// <summary>Writes RSS 2.0 with the whole text in content:encoded.</summary>
    public static void WriteRss(Stream output, FeedDocument feed)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(feed);
        RssWriter.Write(output, feed);
    }

    /// <inheritdoc cref="WriteRss(Stream, FeedDocument)"/>
    public static void WriteRss(IBufferWriter<byte> output, FeedDocument feed)
    {
        ArgumentNullException.ThrowIfNull(output);
        WriteRss(new BufferStream(output), feed);
    }

    /// <summary>Writes Atom (RFC 4287).</summary>
    public static void WriteAtom(Stream output, FeedDocument feed)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(feed);
        AtomWriter.Write(output, feed);
    }

    /// <inheritdoc cref="WriteAtom(Stream, FeedDocument)"/>
    public static void WriteAtom(IBufferWriter<byte> output, FeedDocument feed)
    {
        ArgumentNullException.ThrowIfNull(output);
        WriteAtom(new BufferStream(output), feed);
    }

    /// <summary>Writes JSON Feed 1.1.</summary>
    public static void WriteJsonFeed(Stream output, FeedDocument feed)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(feed);
        JsonFeedWriter.Write(output, feed);
    }

    /// <inheritdoc cref="WriteJsonFeed(Stream, FeedDocument)"/>
    public static void WriteJsonFeed(IBufferWriter<byte> output, FeedDocument feed)
    {
        ArgumentNullException.ThrowIfNull(output);
        WriteJsonFeed(new BufferStream(output), feed);
    }
}
