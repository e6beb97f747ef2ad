using System.Text;
using Sourceline.Attribution.Pipeline.Lexicons;

namespace Sourceline.Attribution.Pipeline.Text;

/// <summary>Cuts a text into tokens, in one pass from left to right. A text without a word has none.</summary>
internal static class Tokenizer
{
    private const string QuoteMarks = "\"“”„‟«»‘‚";

    public static List<Token> Read(string text, CancellationToken cancellationToken)
    {
        var tokens = new List<Token>(text.Length / 5 + 4);
        var pool = new WordPool();
        var at = 0;
        while (at < text.Length)
        {
            if ((tokens.Count & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            at = char.IsWhiteSpace(text[at]) ? at + 1 : Next(text, at, tokens, pool);
        }

        if (!tokens.Exists(t => t.Kind == TokenKind.Word))
            tokens.Clear();
        return tokens;
    }

    private static int Next(string text, int at, List<Token> tokens, WordPool pool)
    {
        var size = LetterSize(text, at);
        if (size > 0)
            return Word(text, at, tokens, pool);
        if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            return Sign(text, at, tokens, pool);
        if (text[at] == '\'' && at + 1 < text.Length && text[at + 1] == '\'')
            return Mark(text, at, 2, TokenKind.Quote, tokens, pool);
        if (text[at] == '’' && !IsLetterOrDigit(text, at + 1))
            return Mark(text, at, 1, TokenKind.Quote, tokens, pool);
        return Mark(text, at, 1, QuoteMarks.Contains(text[at], StringComparison.Ordinal) ? TokenKind.Quote : TokenKind.Mark, tokens, pool);
    }

    /// <summary>A sign of two code units, such as an emoji.</summary>
    private static int Sign(string text, int at, List<Token> tokens, WordPool pool)
    {
        tokens.Add(new Token(at, at + 2, TokenKind.Mark, false, pool.Lower(text.AsSpan(at, 2))));
        return at + 2;
    }

    /// <summary>A run of the same mark is one token, and three or more quotation marks in a row quote nothing.</summary>
    private static int Mark(string text, int at, int size, TokenKind kind, List<Token> tokens, WordPool pool)
    {
        var end = at + size;
        var repeats = 1;
        while (end < text.Length && text[end] == text[at])
        {
            end++;
            repeats++;
        }

        if (repeats > 1 && text[at] is '.')
            tokens.Add(new Token(at, end, TokenKind.Mark, false, "…"));
        else if (text[at] == '\'' && end - at == 3)
            tokens.Add(new Token(at, end, kind, false, "''"));
        else if (repeats > 2 || (repeats > 1 && kind == TokenKind.Quote))
            tokens.Add(new Token(at, end, TokenKind.Mark, false, "*"));
        else if (text[at] == '―')
            tokens.Add(new Token(at, end, TokenKind.Mark, false, "—"));
        else
            tokens.Add(new Token(at, end, kind, false, pool.Lower(text.AsSpan(at, size))));
        return end;
    }

    private static int Word(string text, int start, List<Token> tokens, WordPool pool)
    {
        var at = start;
        var number = char.IsDigit(text[start]);
        while (at < text.Length)
        {
            var size = LetterSize(text, at);
            if (size == 0 && IsInner(text, at, number))
                size = 1;
            if (size == 0)
                break;
            at += size;
        }

        var lower = pool.Lower(text.AsSpan(start, at - start));
        if (at < text.Length && text[at] == '.' && KeepsDot(text, start, at, lower))
            lower = pool.Lower(text.AsSpan(start, ++at - start));
        tokens.Add(new Token(start, at, number ? TokenKind.Number : TokenKind.Word, char.IsUpper(text[start]), lower));
        return at;
    }

    private static bool IsInner(string text, int at, bool number) =>
        text[at] switch
        {
            '\'' or '’' or '-' or '‑' or '&' or '_' or '/' => IsLetterOrDigit(text, at + 1),
            '.' => IsLetterOrDigit(text, at + 1) && (number ? char.IsDigit(text[at + 1]) : IsInitials(text, at) || IsTicker(text, at)),
            ',' or ':' => number && at + 1 < text.Length && char.IsDigit(text[at + 1]),
            '\u200c' => true,
            _ => false,
        };

    /// <summary>In "U.S." and "a.m." every dot follows a single letter.</summary>
    private static bool IsInitials(string text, int dot) =>
        dot > 0 && char.IsLetter(text[dot - 1]) && (dot < 2 || !char.IsLetterOrDigit(text[dot - 2]));

    /// <summary>"MRLO.N": a stock's sign and its exchange, all in capitals, closed by a bracket.</summary>
    private static bool IsTicker(string text, int dot)
    {
        const int LongestSign = 6,
            LongestExchange = 3;
        var first = dot;
        while (first > 0 && dot - first <= LongestSign && (char.IsAsciiLetterUpper(text[first - 1]) || char.IsAsciiDigit(text[first - 1])))
            first--;
        var end = dot + 1;
        while (end < text.Length && end - dot <= LongestExchange + 1 && char.IsAsciiLetterUpper(text[end]))
            end++;
        if (
            dot == first
            || dot - first > LongestSign
            || end == dot + 1
            || end - dot > LongestExchange + 1
            || end >= text.Length
            || first == 0
        )
            return false;
        var (before, after) = (
            text[first - 1] == ' ' && first > 1 ? text[first - 2] : text[first - 1],
            text[end] == ' ' && end + 1 < text.Length ? text[end + 1] : text[end]
        );
        return before is '(' or '<' or ',' && after is ')' or '>' or ',';
    }

    private static bool KeepsDot(string text, int start, int end, string lower) =>
        lower.Contains('.', StringComparison.Ordinal) && char.IsLetter(text[start])
        || (end - start == 1 && char.IsUpper(text[start]) && end + 1 < text.Length && text[end + 1] == ' ' && lower != "i")
        || Abbreviations.All.Contains(lower);

    private static bool IsLetterOrDigit(string text, int at) => at < text.Length && LetterSize(text, at) > 0;

    private static int LetterSize(string text, int at)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c) || IsMarkOfLetter(c))
            return 1;
        if (!char.IsHighSurrogate(c) || at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1]))
            return 0;
        return Rune.IsLetterOrDigit(new Rune(c, text[at + 1])) ? 2 : 0;
    }

    private static bool IsMarkOfLetter(char c) =>
        c > 0x2FF
        && char.GetUnicodeCategory(c)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
