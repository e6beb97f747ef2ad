using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>How a word is written, as bits.</summary>
internal static class WordShape
{
    public const uint Known = 1;
    public const uint Capital = 2;
    public const uint InnerCapital = 4;
    public const uint InnerLower = 8;
    public const uint Digits = 16;
    public const uint Hyphen = 32;
    public const uint Dot = 64;
    public const uint Possessive = 128;
    public const uint Single = 256;
    public const uint Mark = 512;

    public static uint Of(ReadOnlySpan<char> word, TokenKind kind)
    {
        var shape = Known | (kind is TokenKind.Mark or TokenKind.Quote ? Mark : 0) | (word.Length == 1 ? Single : 0);
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (c is >= 'a' and <= 'z')
                shape |= i > 0 ? InnerLower : 0;
            else if (c is >= '0' and <= '9')
                shape |= Digits;
            else if (c is '-' or '‑')
                shape |= Hyphen;
            else if (c == '.')
                shape |= Dot;
            else if (char.IsUpper(c))
                shape |= i == 0 ? Capital : InnerCapital;
            else if (char.IsDigit(c))
                shape |= Digits;
        }

        return shape;
    }

    /// <summary>How many characters at the end of a lower-case word say that it possesses; in "it's" and its like they are a verb.</summary>
    public static int PossessiveLength(ReadOnlySpan<char> lower)
    {
        if (lower.Length < 3 || lower[^1] is not ('s' or '\''))
            return 0;
        if (lower.EndsWith("s'", StringComparison.Ordinal))
            return 1;
        if (!lower.EndsWith("'s", StringComparison.Ordinal))
            return 0;
        return
            lower[..^2]
                is "it"
                    or "he"
                    or "she"
                    or "that"
                    or "there"
                    or "here"
                    or "what"
                    or "who"
                    or "where"
                    or "how"
                    or "let"
                    or "this"
                    or "when"
                    or "why"
            ? 0
            : 2;
    }
}
