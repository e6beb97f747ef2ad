using System.Buffers.Binary;
using System.Numerics;

namespace Sourceline.PageCache;

/// <summary>CRC-32C (RFC 3720, 12.1): finds what a crash left half written, not what somebody forged.</summary>
internal static class Checksum
{
    public static uint Of(ReadOnlySpan<byte> bytes, uint from = 0)
    {
        var crc = ~from;
        while (bytes.Length >= 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }
        foreach (var one in bytes) crc = BitOperations.Crc32C(crc, one);
        return ~crc;
    }
}
