using System.Runtime.InteropServices;

namespace Sourceline.Attribution.Pipeline.Rereading;

/// <summary>Compares rows of numbers number by number.</summary>
internal sealed class RowComparer : IEqualityComparer<uint[]>, IAlternateEqualityComparer<ReadOnlySpan<uint>, uint[]>
{
    public static RowComparer Instance { get; } = new();

    public bool Equals(uint[]? x, uint[]? y) => x.AsSpan().SequenceEqual(y);

    public bool Equals(ReadOnlySpan<uint> alternate, uint[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(uint[] obj) => GetHashCode(obj.AsSpan());

    public int GetHashCode(ReadOnlySpan<uint> alternate)
    {
        var hash = default(HashCode);
        hash.AddBytes(MemoryMarshal.AsBytes(alternate));
        return hash.ToHashCode();
    }

    public uint[] Create(ReadOnlySpan<uint> alternate) => alternate.ToArray();
}
