using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Sourceline.Attribution.Model;
using Sourceline.Sourcing;

namespace Sourceline.Search.Index;

/// <summary>All that the index holds of a story, which is what readers see of it now.</summary>
/// <param name="Text">Lead and body.</param>
/// <param name="Year">Of publication, in the site's zone.</param>
internal sealed record IndexedStory(
    long Id,
    long Number,
    DateTime PublishedUtc,
    int Year,
    int CategoryId,
    string Language,
    string Headline,
    string Text,
    IReadOnlyList<IndexedStatement> Statements
)
{
    /// <summary>
    /// 64 bits of a hash over all of it but the names that are known from elsewhere: equal means that the index is right. Those may have come with a later
    /// story, and are taken in when this one is indexed next.
    /// </summary>
    public long Print()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, string.Create(CultureInfo.InvariantCulture, $"{Id} {Number} {PublishedUtc.Ticks} {Year} {CategoryId} {Language}"));
        Add(hash, Headline);
        Add(hash, Text);
        foreach (var statement in Statements)
        {
            Add(hash, string.Create(CultureInfo.InvariantCulture, $"{statement.Ordinal} {statement.Polarity.Number()} {statement.Words}"));
            foreach (var hand in statement.Speakers.Concat(statement.Hands).Where(hand => !hand.IsFromElsewhere))
                Add(hash, string.Create(CultureInfo.InvariantCulture, $"{hand.SourceId} {hand.Name}"));
        }
        return BinaryPrimitives.ReadInt64LittleEndian(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string words)
    {
        hash.AppendData(Bytes(words));
        hash.AppendData([0xff]);
    }

    private static ReadOnlySpan<byte> Bytes(string words) => MemoryMarshal.AsBytes(words.AsSpan());
}

/// <summary>A statement that readers are shown.</summary>
/// <param name="Words">What was said.</param>
/// <param name="Polarity">How its source stands to it.</param>
/// <param name="Speakers">Names of those whom a chain ends with, aliases and offices among them.</param>
/// <param name="Hands">The same of everybody in a chain, the speakers included.</param>
internal sealed record IndexedStatement(
    int Ordinal,
    string Words,
    Polarity Polarity,
    IReadOnlyList<IndexedName> Speakers,
    IReadOnlyList<IndexedName> Hands
);

/// <summary>A name by which a statement is found.</summary>
/// <param name="SourceId">The row of whose name it is; null where they have none.</param>
/// <param name="IsFromElsewhere">The story does not have it; other stories call the same source so.</param>
internal readonly record struct IndexedName(string Name, long? SourceId, bool IsFromElsewhere = false);
