using System.IO.Hashing;

namespace Sourceline.PageCache;

/// <summary>32 bits of XXH3: finds what a crash left half written, not what somebody forged.</summary>
internal static class Checksum
{
    /// <param name="from">The checksum of the bytes before these; 0 where these are the first.</param>
    public static uint Of(ReadOnlySpan<byte> bytes, uint from = 0) => (uint)XxHash3.HashToUInt64(bytes, from);
}
