using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Sourceline.Search.Index;

/// <summary>All that the index holds of a story, which is what readers see of it now.</summary>
/// <param name="Text">Lead and body.</param>
/// <param name="Year">Of publication, in the site's zone.</param>
internal sealed record IndexedStory(
    long Id, long Number, DateTime PublishedUtc, int Year, int CategoryId, string Language, string Headline, string Text, IReadOnlyList<IndexedStatement> Statements)
{
    /// <summary>64 bits of a hash over all of it: equal means that the index is right.</summary>
    public long Print()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, string.Create(CultureInfo.InvariantCulture, $"{Id} {Number} {PublishedUtc.Ticks} {Year} {CategoryId} {Language}"));
        Add(hash, Headline);
        Add(hash, Text);
        foreach (var statement in Statements)
        {
            Add(hash, string.Create(CultureInfo.InvariantCulture, $"{statement.Ordinal} {statement.Words}"));
            foreach (var (name, id) in statement.Speakers.Concat(statement.Hands)) Add(hash, string.Create(CultureInfo.InvariantCulture, $"{id} {name}"));
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
/// <param name="Speakers">Names of those whom a chain ends with, aliases and offices among them; with their rows where they have one.</param>
/// <param name="Hands">The same of everybody in a chain, the speakers included.</param>
internal sealed record IndexedStatement(int Ordinal, string Words, IReadOnlyList<(string Name, long? Id)> Speakers, IReadOnlyList<(string Name, long? Id)> Hands);
