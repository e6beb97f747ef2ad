using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sourceline.Attribution;

/// <summary>
/// Finds the place of a feature among many. Open addressing: the home of a key is given by its high bits, so that sorted keys fill the
/// table from front to back when a model is loaded.
/// </summary>
internal sealed class FeatureIndex
{
    private const int SmallestBits = 4;
    private readonly uint[] _places;
    private readonly int _shift;

    /// <param name="sorted">The keys, rising, none of them 0.</param>
    /// <exception cref="InvalidDataException">The keys do not rise.</exception>
    public FeatureIndex(ReadOnlySpan<uint> sorted)
    {
        var bits = SmallestBits;
        while ((long)sorted.Length * 10 > (1L << bits) * 7)
            bits++;
        _shift = 32 - bits;
        Count = sorted.Length;
        _places = Fill(sorted, (1 << bits) + Overflow(sorted, _shift, 1 << bits));
    }

    /// <summary>How many features there are.</summary>
    public int Count { get; }

    /// <summary>How many places there are, empty ones included; each is from 0 up to, not including, this.</summary>
    public int Places => _places.Length;

    /// <summary>The place of a feature, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(uint feature)
    {
        // The last place is always empty, and a home is always before it: the walk ends within the array.
        ref var places = ref MemoryMarshal.GetArrayDataReference(_places);
        for (var at = (int)(feature >> _shift); ; at++)
        {
            var key = Unsafe.Add(ref places, at);
            if (key == feature)
                return at;
            if (key == 0)
                return -1;
        }
    }

    /// <summary>What lies where a feature would be if nothing were in its way: 0 if the feature is not there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Home(uint feature) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_places), HomeOf(feature));

    /// <summary>The place where a feature would be if nothing were in its way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int HomeOf(uint feature) => (int)(feature >> _shift);

    /// <summary>The key at a place, 0 where it is empty.</summary>
    public uint this[int place] => _places[place];

    private uint[] Fill(ReadOnlySpan<uint> sorted, int size)
    {
        var places = new uint[size];
        var last = -1;
        var before = 0u;
        foreach (var key in sorted)
        {
            if (key <= before)
                throw new InvalidDataException("The features of a model are not in order.");
            before = key;
            last = Math.Max(last + 1, (int)(key >> _shift));
            places[last] = key;
        }

        return places;
    }

    /// <summary>How many places are needed behind the last home, the empty one at the end included.</summary>
    private static int Overflow(ReadOnlySpan<uint> sorted, int shift, int homes)
    {
        var last = -1;
        foreach (var key in sorted)
            last = Math.Max(last + 1, (int)(key >> shift));
        return Math.Max(1, last + 2 - homes);
    }
}
