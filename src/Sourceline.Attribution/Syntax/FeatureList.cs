using System.Runtime.CompilerServices;

namespace Sourceline.Attribution;

/// <summary>Collects the features of one decision. The place in the list is the number of the template: always add the same, in the same order.</summary>
internal ref struct FeatureList(Span<uint> room)
{
    private readonly Span<uint> _room = room;
    private int _count;

    public readonly ReadOnlySpan<uint> Features => _room[.._count];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint a)
    {
        _room[_count] = FeatureHash.Of((uint)_count, a);
        _count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint a, uint b)
    {
        _room[_count] = FeatureHash.Of((uint)_count, a, b);
        _count++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint a, uint b, uint c)
    {
        _room[_count] = FeatureHash.Of((uint)_count, a, b, c);
        _count++;
    }
}
