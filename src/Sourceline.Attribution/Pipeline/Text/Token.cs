using Sourceline.Attribution.Model;

namespace Sourceline.Attribution.Pipeline.Text;

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    Word,
    Number,
    Mark,
    Quote,
}

/// <summary>A word, a number or a mark. <c>Lower</c> is lower case with straight apostrophes, for looking up only.</summary>
internal readonly record struct Token(int Start, int End, TokenKind Kind, bool Capital, string Lower)
{
    public TextSpan Span => new(Start, End);

    public bool Is(string lower) => Lower == lower;

    /// <summary>Whether it ends a sentence wherever it stands outside abbreviations.</summary>
    public bool IsTerminal => Kind == TokenKind.Mark && Lower is "." or "!" or "?" or "…" or "؟" or "۔" or "。";

    public bool IsPossessive =>
        Kind == TokenKind.Word && (Lower.EndsWith("'s", StringComparison.Ordinal) || Lower.EndsWith("s'", StringComparison.Ordinal));
}
