using System.Numerics;

namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>What each capitalised word of a text named last: who was a person once is one again.</summary>
internal sealed class EarlierNames
{
    /// <summary>The word has not stood in the text yet.</summary>
    public const uint Unseen = 15;

    private const int MostWords = 1 << 14;
    private uint[] _words = new uint[1024];
    private EntityType[] _types = new EntityType[1024];
    private int _count;

    /// <summary>What a word named last, or <see cref="Unseen"/>.</summary>
    public uint this[uint word] => Place(word) is var at && _words[at] == word && word != 0 ? (uint)_types[at] : Unseen;

    public void Clear()
    {
        if (_count > 0)
            Array.Clear(_words);
        _count = 0;
    }

    public void Set(uint word, EntityType type)
    {
        if (word == 0)
            return;
        var at = Place(word);
        if (_words[at] == 0)
        {
            if (_count == MostWords)
                return;
            if (++_count * 2 > _words.Length)
            {
                Grow();
                at = Place(word);
            }
        }

        (_words[at], _types[at]) = (word, type);
    }

    private int Place(uint word)
    {
        var at = (int)(word >> (32 - BitOperations.Log2((uint)_words.Length)));
        while (_words[at] != word && _words[at] != 0)
            at = (at + 1) & (_words.Length - 1);
        return at;
    }

    private void Grow()
    {
        var (words, types) = (_words, _types);
        _words = new uint[words.Length * 2];
        _types = new EntityType[words.Length * 2];
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == 0)
                continue;
            var at = Place(words[i]);
            (_words[at], _types[at]) = (words[i], types[i]);
        }
    }
}
