using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sourceline.Attribution;

/// <summary>
/// The weights of a linear model: for each feature one small whole number a class, all on one scale. Immutable and shared by threads.
/// </summary>
internal sealed class WeightTable
{
    /// <summary>Scores are added up in 16 bits: a decision may add up to this many features.</summary>
    public const int MostFeatures = short.MaxValue / sbyte.MaxValue;

    private readonly FeatureIndex _index;
    private readonly sbyte[] _rows;

    /// <summary>For up to four classes: in the low half of each place its feature, in the high half its weights, to be had with one look.</summary>
    private readonly ulong[]? _narrow;

    private WeightTable(FeatureIndex index, sbyte[] rows, int classes, float scale)
    {
        _index = index;
        _rows = rows;
        Classes = classes;
        Stride = StrideOf(classes);
        Scale = scale;
        if (Stride == 4)
            _narrow = Narrow(index, rows);
    }

    /// <summary>How many classes are told apart.</summary>
    public int Classes { get; }

    /// <summary>How long a span of scores must be: <see cref="Classes"/>, padded to 4, 8 or a multiple of 16.</summary>
    public int Stride { get; }

    /// <summary>What one unit of a score is worth in the weights that the table was built from.</summary>
    public float Scale { get; }

    /// <summary>How many features have weights.</summary>
    public int Count => _index.Count;

    /// <summary>How many bytes of memory the table takes.</summary>
    public long Bytes => _rows.LongLength + (4L * _index.Places) + (8L * (_narrow?.Length ?? 0));

    /// <summary>Makes a table.</summary>
    /// <param name="keys">The features, rising.</param>
    /// <param name="weights">The weights, <paramref name="classes"/> a feature, in the order of the features.</param>
    /// <param name="classes">From 1 to 256.</param>
    /// <param name="scale">What a weight of 1 is worth.</param>
    public static WeightTable Of(ReadOnlySpan<uint> keys, ReadOnlySpan<sbyte> weights, int classes, float scale)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, keys.Length * classes);
        var index = new FeatureIndex(keys);
        var stride = StrideOf(classes);
        var rows = new sbyte[(long)index.Places * stride];
        var next = 0;
        for (var place = 0; next < keys.Length; place++)
        {
            if (index[place] != 0)
                weights.Slice(next++ * classes, classes).CopyTo(rows.AsSpan(place * stride));
        }

        return new WeightTable(index, rows, classes, scale);
    }

    /// <summary>Adds the weights of a feature, if it has any, to the scores.</summary>
    /// <param name="feature">From <see cref="FeatureHash"/>.</param>
    /// <param name="scores">At least <see cref="Stride"/> long.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature, Span<short> scores)
    {
        var place = _index.Find(feature);
        if (place >= 0)
            AddRow(place, scores);
    }

    /// <summary>Adds the weights of several features, <see cref="MostFeatures"/> at most, to the scores.</summary>
    public void Add(ReadOnlySpan<uint> features, Span<short> scores)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(features.Length, MostFeatures);

        if (_narrow is not null)
        {
            AddNarrow(_narrow, features, scores);
            return;
        }

        // Looking at all homes before judging any lets the memory answer them together; most features have no weights.
        Span<uint> homes = stackalloc uint[features.Length];
        for (var f = 0; f < features.Length; f++)
            homes[f] = _index.Home(features[f]);
        for (var f = 0; f < features.Length; f++)
        {
            if (homes[f] != 0)
                Add(features[f], scores);
        }
    }

    /// <summary>The weight of one class for a feature, 0 where it has none.</summary>
    public int Weight(uint feature, int @class)
    {
        var place = _index.Find(feature);
        return place < 0 ? 0 : _rows[(place * Stride) + @class];
    }

    /// <summary>Writes out the features, rising, with their weights.</summary>
    public void CopyTo(Span<uint> keys, Span<sbyte> weights)
    {
        var next = 0;
        for (var place = 0; place < _index.Places; place++)
        {
            if (_index[place] == 0)
                continue;
            keys[next] = _index[place];
            _rows.AsSpan(place * Stride, Classes).CopyTo(weights[(next++ * Classes)..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddRow(int place, Span<short> scores)
    {
        ref var row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows), place * Stride);
        ref var score = ref MemoryMarshal.GetReference(scores[..Stride]);
        if (Stride < 16)
        {
            for (var c = 0; c < Stride; c++)
                Unsafe.Add(ref score, c) += Unsafe.Add(ref row, c);
            return;
        }

        for (var c = 0; c < Stride; c += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref row, (nuint)c));
            (Vector128.LoadUnsafe(ref score, (nuint)c) + low).StoreUnsafe(ref score, (nuint)c);
            (Vector128.LoadUnsafe(ref score, (nuint)c + 8) + high).StoreUnsafe(ref score, (nuint)c + 8);
        }
    }

    private void AddNarrow(ulong[] places, ReadOnlySpan<uint> features, Span<short> scores)
    {
        Span<ulong> homes = stackalloc ulong[features.Length];
        for (var f = 0; f < features.Length; f++)
            homes[f] = places[_index.HomeOf(features[f])];
        int a = 0, b = 0, c = 0, d = 0;
        for (var f = 0; f < features.Length; f++)
        {
            var place = homes[f];
            for (var at = _index.HomeOf(features[f]); place != 0 && (uint)place != features[f];)
                place = places[++at];
            a += (sbyte)(place >> 32);
            b += (sbyte)(place >> 40);
            c += (sbyte)(place >> 48);
            d += (sbyte)(place >> 56);
        }

        scores[0] += (short)a;
        scores[1] += (short)b;
        scores[2] += (short)c;
        scores[3] += (short)d;
    }

    private static ulong[] Narrow(FeatureIndex index, ReadOnlySpan<sbyte> rows)
    {
        var weights = MemoryMarshal.Cast<sbyte, uint>(rows);
        var narrow = new ulong[index.Places];
        for (var place = 0; place < narrow.Length; place++)
            narrow[place] = (BitConverter.IsLittleEndian ? weights[place] : BinaryPrimitives.ReverseEndianness(weights[place])) * (1UL << 32) | index[place];
        return narrow;
    }

    private static int StrideOf(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes, 256);
        return classes <= 8 ? Math.Max(4, (int)BitOperations.RoundUpToPowerOf2((uint)classes)) : (classes + 15) / 16 * 16;
    }
}
