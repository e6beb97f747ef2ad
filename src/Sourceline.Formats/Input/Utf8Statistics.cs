using System.Buffers;
using System.Text;

namespace Sourceline.Formats.Input;

/// <summary>How much of some bytes is UTF-8 beyond ASCII.</summary>
/// <param name="Valid">Sequences of two to four bytes that are UTF-8.</param>
/// <param name="Invalid">Sequences that are not.</param>
internal readonly record struct Utf8Statistics(long Valid, long Invalid)
{
    /// <param name="bytes">The bytes.</param>
    /// <param name="mayBeCut">Whether the last character may be cut off, which is then not counted.</param>
    public static Utf8Statistics Of(ReadOnlySpan<byte> bytes, bool mayBeCut)
    {
        var (valid, invalid) = (0L, 0L);
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var at)
        {
            bytes = bytes[at..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            if (status == OperationStatus.Done)
                valid++;
            else if (status == OperationStatus.InvalidData || !mayBeCut)
                invalid++;
            bytes = bytes[length..];
        }

        return new Utf8Statistics(valid, invalid);
    }
}
