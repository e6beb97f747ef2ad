using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Sourceline.Attribution.Learning;

/// <summary>Reads the values of one section of a model.</summary>
/// <exception cref="InvalidDataException">From every method: the section does not hold what is asked for.</exception>
internal ref struct SectionReader(ReadOnlySpan<byte> section)
{
    private ReadOnlySpan<byte> _rest = section;

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public float ReadSingle() => BinaryPrimitives.ReadSingleLittleEndian(Take(4));

    public float[] ReadSingles()
    {
        var values = new float[ReadCount(4)];
        for (var i = 0; i < values.Length; i++)
            values[i] = ReadSingle();
        return values;
    }

    public string[] ReadStrings()
    {
        var values = new string[ReadCount(1)];
        for (var i = 0; i < values.Length; i++)
        {
            var at = 0;
            var length = Read7Bits(ref at);
            _rest = _rest[at..];
            values[i] = Encoding.UTF8.GetString(Take((int)Math.Min(length, int.MaxValue)));
        }

        return values;
    }

    public WordClasses ReadWordClasses()
    {
        var keys = ReadKeys();
        return WordClasses.Of(keys, Take(keys.Length));
    }

    public WeightTable ReadTable()
    {
        var classes = ReadInt32();
        if (classes is < 1 or > 256)
            throw Damaged();
        var scale = ReadSingle();
        var keys = ReadKeys();
        var width = (classes + 7) / 8;
        var masks = Take(checked(keys.Length * width));
        var weights = new sbyte[checked(keys.Length * classes)];
        var at = 0;
        for (var m = 0; m < masks.Length; m++)
        {
            var row = weights.AsSpan(m / width * classes, classes)[(m % width * 8)..];
            for (var bits = (uint)masks[m]; bits != 0; bits &= bits - 1)
                row[Below(BitOperations.TrailingZeroCount(bits), row.Length)] = (sbyte)_rest[Below(at++, _rest.Length)];
        }

        _rest = _rest[at..];
        return WeightTable.Of(keys, weights, classes, scale);
    }

    private uint[] ReadKeys()
    {
        var keys = new uint[ReadCount(1)];
        var (key, at) = (0u, 0);
        for (var i = 0; i < keys.Length; i++)
            keys[i] = key = unchecked(key + Read7Bits(ref at));
        _rest = _rest[at..];
        return keys;
    }

    /// <summary>A count of things of at least so many bytes each, all of which are there: a damaged count never asks for much memory.</summary>
    private int ReadCount(int size)
    {
        var count = ReadInt32();
        return count >= 0 && (long)count * size <= _rest.Length ? count : throw Damaged();
    }

    private readonly uint Read7Bits(ref int at)
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            uint next = _rest[Below(at++, _rest.Length)];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }

        throw Damaged();
    }

    private static int Below(int index, int count) => (uint)index < (uint)count ? index : throw Damaged();

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
            throw Damaged();
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private static InvalidDataException Damaged() => new("A section of the attribution model is damaged.");
}
