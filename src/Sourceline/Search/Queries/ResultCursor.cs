using System.Buffers.Binary;
using System.Buffers.Text;

namespace Sourceline.Search.Queries;

/// <summary>
/// The last story of a page, for the next to begin after. Newest first it holds whatever is published meanwhile; by relevance the
/// weights of words move a little as stories come in, and so may a story.
/// </summary>
/// <param name="Order">It holds in one order only.</param>
/// <param name="Rank">Ticks of publication, or the bits of a score.</param>
/// <param name="Number">The story's.</param>
internal readonly record struct ResultCursor(SearchOrder Order, long Rank, long Number)
{
    private const int Length = 17;

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = (byte)Order;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], Rank);
        BinaryPrimitives.WriteInt64BigEndian(bytes[9..], Number);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Null for words that are no key.</summary>
    public static ResultCursor? Read(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        Span<byte> bytes = stackalloc byte[Length + 1];
        if (
            words.Length > 32
            || !Base64Url.IsValid(words)
            || !Base64Url.TryDecodeFromChars(words, bytes, out var written)
            || written != Length
        )
            return null;
        return bytes[0] > (byte)SearchOrder.Newest
            ? null
            : new ResultCursor(
                (SearchOrder)bytes[0],
                BinaryPrimitives.ReadInt64BigEndian(bytes[1..]),
                BinaryPrimitives.ReadInt64BigEndian(bytes[9..])
            );
    }
}
