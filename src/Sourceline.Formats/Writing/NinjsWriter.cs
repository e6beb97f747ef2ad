using System.Buffers;
using Sourceline.Formats.Ninjs;

namespace Sourceline.Formats.Writing;

/// <summary>
/// Writes ninjs 3.1, one document an item, without line breaks: documents with a line end between them are JSON Lines. What is
/// written comes back from <see cref="NewsReader"/> unchanged.
/// </summary>
public static class NinjsWriter
{
    /// <summary>Writes one document as UTF-8, without a line end.</summary>
    public static void Write(Stream output, FeedEntry entry)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(entry);
        NinjsItemWriter.Write(output, entry);
    }

    /// <inheritdoc cref="Write(Stream, FeedEntry)"/>
    public static void Write(IBufferWriter<byte> output, FeedEntry entry)
    {
        ArgumentNullException.ThrowIfNull(output);
        Write(new BufferStream(output), entry);
    }
}
