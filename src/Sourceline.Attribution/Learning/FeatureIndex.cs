using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sourceline.Attribution.Learning;

/// <summary>Finds the place of a key among many.</summary>
internal sealed class FeatureIndex
{
    private readonly uint[] _places;
    private readonly int _homes;

    /// <param name="sorted">The keys, rising, none of them 0.</param>
    /// <exception cref="InvalidDataException">The keys do not rise.</exception>
    public FeatureIndex(ReadOnlySpan<uint> sorted)
    {
        var places = RowPlaces.For(sorted);
        (_places, _homes, Count) = (new uint[places.Places], places.Homes, sorted.Length);
        var place = -1;
        foreach (var key in sorted)
            _places[place = places.Next(place, key)] = key;
    }

    /// <summary>How many keys there are.</summary>
    public int Count { get; }

    /// <summary>How many places there are, empty ones included; each is from 0 up to, not including, this.</summary>
    public int Places => _places.Length;

    /// <summary>The key at a place, 0 where it is empty.</summary>
    public uint this[int place] => _places[place];

    /// <summary>The place of a key, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint wanted)
    {
        // The last place is always empty, and a home is always before it: the walk ends within the array.
        ref var places = ref MemoryMarshal.GetArrayDataReference(_places);
        for (var at = RowPlaces.HomeOf(wanted, _homes); ; at++)
        {
            var key = Unsafe.Add(ref places, at);
            if (key == wanted)
                return at;
            if (key == 0)
                return -1;
        }
    }
}
