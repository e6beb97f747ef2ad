using System.Text;

namespace Sourceline.Attribution.Learning;

/// <summary>Writes the values of one section of a model, in an order that its reader knows.</summary>
internal sealed class SectionWriter : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly BinaryWriter _writer;

    public SectionWriter() => _writer = new BinaryWriter(_bytes, Encoding.UTF8);

    public byte[] ToArray()
    {
        _writer.Flush();
        return _bytes.ToArray();
    }

    public void Dispose() => _writer.Dispose();

    public SectionWriter Write(int value)
    {
        _writer.Write(value);
        return this;
    }

    public SectionWriter Write(float value)
    {
        _writer.Write(value);
        return this;
    }

    public SectionWriter Write(ReadOnlySpan<float> values)
    {
        _writer.Write(values.Length);
        foreach (var value in values)
            _writer.Write(value);
        return this;
    }

    public SectionWriter Write(IReadOnlyCollection<string> values)
    {
        _writer.Write(values.Count);
        foreach (var value in values)
            _writer.Write(value);
        return this;
    }

    public SectionWriter Write(WordClasses words)
    {
        var keys = new uint[words.Count];
        var classes = new byte[words.Count];
        words.CopyTo(keys, classes);
        WriteKeys(keys);
        _writer.Write(classes);
        return this;
    }

    /// <summary>Keys as differences, then which weights are not 0, then those: alike beside alike, which packs best.</summary>
    public SectionWriter Write(WeightTable table)
    {
        var keys = new uint[table.Count];
        var weights = new sbyte[table.Count * table.Classes];
        table.CopyTo(keys, weights);
        _writer.Write(table.Classes);
        _writer.Write(table.Scale);
        WriteKeys(keys);
        var masks = new byte[(table.Classes + 7) / 8];
        for (var row = 0; row < keys.Length; row++)
        {
            Array.Clear(masks);
            for (var c = 0; c < table.Classes; c++)
                masks[c / 8] |= (byte)(weights[(row * table.Classes) + c] != 0 ? 1 << (c % 8) : 0);
            _writer.Write(masks);
        }

        foreach (var weight in weights)
        {
            if (weight != 0)
                _writer.Write(weight);
        }

        return this;
    }

    private void WriteKeys(ReadOnlySpan<uint> keys)
    {
        _writer.Write(keys.Length);
        var before = 0u;
        foreach (var key in keys)
        {
            _writer.Write7BitEncodedInt((int)(key - before));
            before = key;
        }
    }
}
