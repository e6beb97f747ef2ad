using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sourceline.Attribution.Learning;

/// <summary>
/// The weights of a linear model: for each feature one small whole number a class, all on one scale. Immutable and shared by threads.
/// </summary>
/// <remarks>
/// A row holds the weights of a feature and, in its last four bytes, the feature itself, so that finding it and reading it touch the same line
/// of the cache: what a decision costs is the lines that it touches.
/// </remarks>
internal sealed class WeightTable
{
    /// <summary>Scores are added up in 16 bits: a decision may add up to this many features.</summary>
    public const int MostFeatures = short.MaxValue / sbyte.MaxValue;

    private const int KeySize = sizeof(uint);
    private const int Block = 16;

    /// <summary>The bytes of a row of at most eight classes: its weights are read at once.</summary>
    private const int Narrow = 12;
    private const int Narrowest = 8;

    private readonly byte[] _rows;
    private readonly int _start;
    private readonly int _homes;

    /// <summary>The bytes of a row: 8, 12 or a multiple of 16.</summary>
    private readonly int _width;

    private WeightTable(byte[] rows, int start, RowPlaces places, int classes, float scale)
    {
        (_rows, _start, _homes, _width) = (rows, start, places.Homes, WidthOf(classes));
        (Count, Places, Classes, Scale) = (places.Count, places.Places, classes, scale);
    }

    /// <summary>How many classes are told apart.</summary>
    public int Classes { get; }

    /// <summary>How long a span of scores must be; those behind the <see cref="Classes"/> mean nothing.</summary>
    public int Stride => _width;

    /// <summary>What one unit of a score is worth in the weights that the table was built from.</summary>
    public float Scale { get; }

    /// <summary>How many features have weights.</summary>
    public int Count { get; }

    /// <summary>How many bytes of memory the table takes.</summary>
    public long Bytes => _rows.LongLength;

    private int Places { get; }

    /// <summary>Makes a table.</summary>
    /// <param name="keys">The features, rising.</param>
    /// <param name="weights">The weights, <paramref name="classes"/> a feature, in the order of the features.</param>
    /// <param name="classes">From 1 to 256.</param>
    /// <param name="scale">What a weight of 1 is worth.</param>
    /// <exception cref="InvalidDataException">The features do not rise.</exception>
    public static WeightTable Of(ReadOnlySpan<uint> keys, ReadOnlySpan<sbyte> weights, int classes, float scale)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, keys.Length * classes);
        var width = WidthOf(classes);
        var places = RowPlaces.For(keys);
        var (rows, start) = AlignedBytes.Of((long)places.Places * width);
        var place = -1;
        for (var k = 0; k < keys.Length; k++)
        {
            place = places.Next(place, keys[k]);
            var row = rows.AsSpan(start + (place * width), width);
            MemoryMarshal.AsBytes(weights.Slice(k * classes, classes)).CopyTo(row);
            MemoryMarshal.Write(row[^KeySize..], keys[k]);
        }

        return new WeightTable(rows, start, places, classes, scale);
    }

    /// <summary>Adds the weights of several features, <see cref="MostFeatures"/> at most, to the scores.</summary>
    /// <param name="features">From <see cref="FeatureHash"/>.</param>
    /// <param name="scores">At least <see cref="Stride"/> long.</param>
    public void Add(ReadOnlySpan<uint> features, Span<short> scores)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(features.Length, MostFeatures);
        ArgumentOutOfRangeException.ThrowIfLessThan(scores.Length, Stride);

        // Looking at all homes before judging any lets the memory answer them together.
        Span<int> homes = stackalloc int[features.Length];
        var seen = 0u;
        for (var f = 0; f < features.Length; f++)
        {
            homes[f] = RowPlaces.HomeOf(features[f], _homes) * _width;
            seen |= KeyAt(homes[f]);
        }

        if (seen == 0)
            return;
        if (_width <= Narrow)
            AddNarrow(features, homes, scores);
        else if (_width == Block)
            AddBlock(features, homes, scores);
        else
            AddWide(features, homes, scores);
    }

    /// <summary>The weight of one class for a feature, 0 where it has none.</summary>
    public int Weight(uint feature, int @class)
    {
        var row = Find(feature, RowPlaces.HomeOf(feature, _homes) * _width);
        return row < 0 ? 0 : (sbyte)_rows[_start + row + @class];
    }

    /// <summary>Writes out the features, rising, with their weights.</summary>
    public void CopyTo(Span<uint> keys, Span<sbyte> weights)
    {
        var next = 0;
        for (var place = 0; place < Places; place++)
        {
            var row = _rows.AsSpan(_start + (place * _width), _width);
            var key = MemoryMarshal.Read<uint>(row[^KeySize..]);
            if (key == 0)
                continue;
            keys[next] = key;
            MemoryMarshal.Cast<byte, sbyte>(row[..Classes]).CopyTo(weights[(next++ * Classes)..]);
        }
    }

    /// <summary>Where the row of a feature begins, or -1. The last place is always empty: the walk ends within the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Find(uint feature, int row)
    {
        for (; ; row += _width)
        {
            var key = KeyAt(row);
            if (key == feature)
                return row;
            if (key == 0)
                return -1;
        }
    }

    private void AddNarrow(ReadOnlySpan<uint> features, ReadOnlySpan<int> homes, Span<short> scores)
    {
        var sum = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(scores));
        for (var f = 0; f < homes.Length; f++)
        {
            if (Find(features[f], homes[f]) is >= 0 and var row)
                sum += Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref At(row))).AsSByte());
        }

        sum.StoreUnsafe(ref MemoryMarshal.GetReference(scores));
    }

    private void AddBlock(ReadOnlySpan<uint> features, ReadOnlySpan<int> homes, Span<short> scores)
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        var (low, high) = (Vector128.LoadUnsafe(ref score), Vector128.LoadUnsafe(ref score, 8));
        for (var f = 0; f < homes.Length; f++)
        {
            if (Find(features[f], homes[f]) is not (>= 0 and var row))
                continue;
            var weights = Vector128.LoadUnsafe(ref At(row)).AsSByte();
            low += Vector128.WidenLower(weights);
            high += Vector128.WidenUpper(weights);
        }

        low.StoreUnsafe(ref score);
        high.StoreUnsafe(ref score, 8);
    }

    private void AddWide(ReadOnlySpan<uint> features, ReadOnlySpan<int> homes, Span<short> scores)
    {
        ref var score = ref MemoryMarshal.GetReference(scores);
        for (var f = 0; f < homes.Length; f++)
        {
            if (Find(features[f], homes[f]) is not (>= 0 and var row))
                continue;
            for (var c = 0; c < _width; c += Block)
            {
                var weights = Vector128.LoadUnsafe(ref At(row + c)).AsSByte();
                (Vector128.LoadUnsafe(ref score, (nuint)c) + Vector128.WidenLower(weights)).StoreUnsafe(ref score, (nuint)c);
                (Vector128.LoadUnsafe(ref score, (nuint)c + 8) + Vector128.WidenUpper(weights)).StoreUnsafe(ref score, (nuint)c + 8);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte At(int offset) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_rows), _start + offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint KeyAt(int row) => Unsafe.ReadUnaligned<uint>(ref At(row + _width - KeySize));

    private static int WidthOf(int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classes, 256);
        return classes <= Narrowest - KeySize ? Narrowest
            : classes <= Narrow - KeySize ? Narrow
            : (classes + KeySize + Block - 1) / Block * Block;
    }
}
