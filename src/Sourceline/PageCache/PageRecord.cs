using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Sourceline.PageCache;

/// <summary>
/// A page as it lies in a file: a head of fixed fields, then address, content type, tag and what it is made of, then the three forms.
/// Head and forms have a checksum each; numbers are little-endian.
/// </summary>
internal static class PageRecord
{
    /// <summary>Bytes of the fixed fields.</summary>
    public const int Fixed = 48;

    /// <summary>The longest head that is believed.</summary>
    public const int LongestHead = 4 * 1024 * 1024;

    private const uint Magic = 0x31504C53;

    /// <summary>Where the head's own checksum stands; it covers all of the head but itself.</summary>
    private const int HeadSum = 44;

    public static byte[] Write(Page page)
    {
        var (key, type, tag) = (
            Encoding.UTF8.GetBytes(page.Key),
            Encoding.UTF8.GetBytes(page.ContentType ?? ""),
            Encoding.UTF8.GetBytes(page.Tag)
        );
        var head = Fixed + key.Length + type.Length + tag.Length + (8 * page.Tags.Length);
        var (gzip, brotli) = (page.Gzip?.Bytes ?? [], page.Brotli?.Bytes ?? []);
        var record = new byte[head + page.Identity.Bytes.Length + gzip.Length + brotli.Length];
        var at = Fixed;
        foreach (var part in new[] { key, type, tag, MemoryMarshal.AsBytes<ulong>(page.Tags).ToArray(), page.Identity.Bytes, gzip, brotli })
        {
            part.CopyTo(record, at);
            at += part.Length;
        }
        WriteInt(record, 0, (int)Magic);
        WriteInt(record, 4, head);
        WriteInt(record, 8, page.Identity.Bytes.Length);
        WriteInt(record, 12, gzip.Length);
        WriteInt(record, 16, brotli.Length);
        WriteInt(record, 20, (int)Checksum.Of(record.AsSpan(head)));
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(24), page.MadeAt);
        WriteShort(record, 32, page.Status);
        WriteShort(record, 34, key.Length);
        WriteShort(record, 36, type.Length);
        WriteShort(record, 38, tag.Length);
        WriteInt(record, 40, page.Tags.Length);
        WriteInt(record, HeadSum, (int)SumOf(record.AsSpan(0, head)));
        return record;
    }

    /// <summary>The length of the head whose fixed fields these are; null where they are none.</summary>
    public static int? HeadLength(ReadOnlySpan<byte> first)
    {
        if (first.Length < Fixed || ReadInt(first, 0) != (int)Magic)
            return null;
        var length = ReadInt(first, 4);
        return length is >= Fixed and <= LongestHead ? length : null;
    }

    /// <summary>Whether a head is whole.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> head)
    {
        if (HeadLength(head) != head.Length || ReadInt(head, HeadSum) != (int)SumOf(head))
            return false;
        var parts = new PageHead(head);
        return parts.Identity >= 0 && parts.Gzip >= 0 && parts.Brotli >= 0 && parts.IsSound;
    }

    private static uint SumOf(ReadOnlySpan<byte> head) => Checksum.Of(head[Fixed..], Checksum.Of(head[..HeadSum]));

    private static int ReadInt(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    private static void WriteInt(Span<byte> bytes, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes[at..], value);

    private static void WriteShort(Span<byte> bytes, int at, int value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[at..], checked((ushort)value));
}

/// <summary>The head of a record, read where it lies.</summary>
internal readonly ref struct PageHead(ReadOnlySpan<byte> head)
{
    private readonly ReadOnlySpan<byte> _head = head;

    public int Identity => BinaryPrimitives.ReadInt32LittleEndian(_head[8..]);

    public int Gzip => BinaryPrimitives.ReadInt32LittleEndian(_head[12..]);

    public int Brotli => BinaryPrimitives.ReadInt32LittleEndian(_head[16..]);

    public uint BodySum => BinaryPrimitives.ReadUInt32LittleEndian(_head[20..]);

    public long MadeAt => BinaryPrimitives.ReadInt64LittleEndian(_head[24..]);

    public int Status => Short(32);

    public ReadOnlySpan<byte> Key => _head.Slice(PageRecord.Fixed, Short(34));

    public ReadOnlySpan<byte> ContentType => _head.Slice(PageRecord.Fixed + Short(34), Short(36));

    public ReadOnlySpan<byte> Tag => _head.Slice(PageRecord.Fixed + Short(34) + Short(36), Short(38));

    public int TagCount => BinaryPrimitives.ReadInt32LittleEndian(_head[40..]);

    /// <summary>The parts have just the room that there is.</summary>
    public bool IsSound => PageRecord.Fixed + Short(34) + Short(36) + Short(38) + (8L * TagCount) == _head.Length;

    /// <summary>What the page is made of.</summary>
    public ReadOnlySpan<ulong> Tags => MemoryMarshal.Cast<byte, ulong>(_head[^(8 * TagCount)..]);

    private int Short(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_head[at..]);
}
