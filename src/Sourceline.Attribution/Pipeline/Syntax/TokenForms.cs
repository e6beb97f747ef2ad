using System.Buffers;
using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>
/// What features are made of, worked out once for each token: hashes of the word and its ends, and its shape. Two empty places lie before
/// the first token and behind the last. The arrays are rented: dispose of it once the document is read.
/// </summary>
internal sealed class TokenForms : IDisposable
{
    /// <summary>How far a feature may look to either side of a token.</summary>
    public const int Margin = 2;

    private readonly uint[] _words;
    private readonly uint[] _endings;
    private readonly uint[] _shapes;

    public TokenForms(Document document)
    {
        Count = document.Tokens.Count;
        var size = Count + (2 * Margin);
        _words = ArrayPool<uint>.Shared.Rent(size);
        _endings = ArrayPool<uint>.Shared.Rent(size);
        _shapes = ArrayPool<uint>.Shared.Rent(size);
        foreach (var array in (ReadOnlySpan<uint[]>)[_words, _endings, _shapes])
        {
            array.AsSpan(0, Margin).Clear();
            array.AsSpan(Count + Margin, Margin).Clear();
        }

        for (var i = 0; i < Count; i++)
            Read(document, i);
    }

    /// <summary>How many tokens there are.</summary>
    public int Count { get; }

    /// <summary>The hash of a word in lower case, without a possessive ending and with every digit alike.</summary>
    public uint Word(int token) => _words[token + Margin];

    /// <summary>The hash of its last three letters, the possessive ending included.</summary>
    public uint Ending(int token) => _endings[token + Margin];

    /// <summary>Its capitals, digits and inner marks; from 1 to 255 and 0 outside the text.</summary>
    public uint Shape(int token) => _shapes[token + Margin];

    /// <summary>Whether it ends in a possessive "'s" or "s'".</summary>
    public bool IsPossessive(int token) => (_shapes[token + Margin] & WordShape.Possessive) != 0;

    public void Dispose()
    {
        ArrayPool<uint>.Shared.Return(_words);
        ArrayPool<uint>.Shared.Return(_endings);
        ArrayPool<uint>.Shared.Return(_shapes);
    }

    private void Read(Document document, int token)
    {
        var lower = document[token].Lower.AsSpan();
        var shape = WordShape.Of(
            document.Text.AsSpan(document[token].Start, document[token].End - document[token].Start),
            document[token].Kind
        );
        var word = lower;
        if (document[token].Kind == TokenKind.Word && WordShape.PossessiveLength(lower) is > 0 and var length)
        {
            word = lower[..^length];
            shape |= WordShape.Possessive;
        }

        var at = token + Margin;
        _words[at] = (shape & WordShape.Digits) != 0 ? WithoutDigits(word) : FeatureHash.Of(word);
        _endings[at] = FeatureHash.Of(lower.Length > 3 ? lower[^3..] : lower);
        _shapes[at] = shape;
    }

    /// <summary>"1,250" and "3,999" are one word; so are the years of a century.</summary>
    private static uint WithoutDigits(ReadOnlySpan<char> word)
    {
        Span<char> masked = stackalloc char[Math.Min(word.Length, 24)];
        for (var i = 0; i < masked.Length; i++)
            masked[i] = char.IsDigit(word[i]) ? '0' : word[i];
        if (word.Length == 4 && (word.StartsWith("19") || word.StartsWith("20")) && masked.SequenceEqual("0000"))
            masked[0] = word[0];
        return FeatureHash.Of(masked);
    }
}
