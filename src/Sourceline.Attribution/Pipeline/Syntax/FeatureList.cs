using System.Runtime.CompilerServices;
using Sourceline.Attribution.Learning;

namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>Collects the features of one decision. The place in the list is the number of the template: always add the same, in the same order.</summary>
/// <param name="room">Where the features go.</param>
/// <param name="first">The number of the first template.</param>
internal ref struct FeatureList(Span<uint> room, int first = 0)
{
    /// <summary>A feature that no table has weights for.</summary>
    public const uint Nothing = uint.MaxValue;

    private readonly Span<uint> _room = room;
    private readonly int _first = first;
    private int _added;

    public readonly ReadOnlySpan<uint> Features => _room.Slice(_first, _added);

    /// <summary>Leaves the places up to this one empty, so that what follows has the same numbers whatever came before.</summary>
    public void SkipTo(int place)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(place, _first + _added);
        _room[(_first + _added)..place].Fill(Nothing);
        _added = place - _first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint a)
    {
        var template = _first + _added++;
        _room[template] = FeatureHash.Of((uint)template, a);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint a, uint b)
    {
        var template = _first + _added++;
        _room[template] = FeatureHash.Of((uint)template, a, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint a, uint b, uint c)
    {
        var template = _first + _added++;
        _room[template] = FeatureHash.Of((uint)template, a, b, c);
    }
}
