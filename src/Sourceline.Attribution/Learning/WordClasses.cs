namespace Sourceline.Attribution.Learning;

/// <summary>A small number for each of many words: what is known of a word without looking around it.</summary>
internal sealed class WordClasses
{
    public const byte Unknown = byte.MaxValue;

    private readonly FeatureIndex _index;
    private readonly byte[] _classes;

    private WordClasses(FeatureIndex index, byte[] classes) => (_index, _classes) = (index, classes);

    /// <summary>How many words are known.</summary>
    public int Count => _index.Count;

    /// <summary>The class of a word by its hash, or <see cref="Unknown"/>.</summary>
    public byte this[uint word] => _index.Find(word) is >= 0 and var place ? _classes[place] : Unknown;

    /// <param name="words">The hashes of the words, rising.</param>
    /// <param name="classes">The class of each, in the same order.</param>
    public static WordClasses Of(ReadOnlySpan<uint> words, ReadOnlySpan<byte> classes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(classes.Length, words.Length);
        var index = new FeatureIndex(words);
        var placed = new byte[index.Places];
        var next = 0;
        for (var place = 0; next < words.Length; place++)
        {
            if (index[place] != 0)
                placed[place] = classes[next++];
        }

        return new WordClasses(index, placed);
    }

    /// <summary>Writes out the words, rising, with their classes.</summary>
    public void CopyTo(Span<uint> words, Span<byte> classes)
    {
        var next = 0;
        for (var place = 0; place < _index.Places; place++)
        {
            if (_index[place] == 0)
                continue;
            words[next] = _index[place];
            classes[next++] = _classes[place];
        }
    }
}
