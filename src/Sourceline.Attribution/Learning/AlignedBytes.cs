using System.Runtime.CompilerServices;

namespace Sourceline.Attribution.Learning;

/// <summary>Bytes that begin where a line of the cache begins, so that no small row lies on two lines.</summary>
internal static class AlignedBytes
{
    private const int Line = 64;

    /// <summary>An array of zeros that never moves, and where in it the aligned bytes begin.</summary>
    public static (byte[] Bytes, int Start) Of(long size)
    {
        var bytes = GC.AllocateArray<byte>(checked((int)(size + Line)), pinned: true);
        return (bytes, Start(ref bytes[0]));
    }

    private static int Start(ref byte first) => (int)(-Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref first) & (Line - 1));
}
