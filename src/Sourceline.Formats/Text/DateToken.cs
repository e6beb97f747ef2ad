using System.Globalization;

namespace Sourceline.Formats.Text;

/// <summary>A number, a word or a mark in a written date.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Start">Where they begin.</param>
internal readonly record struct DateToken(string Text, int Start)
{
    public int End => Start + Text.Length;

    public bool IsNumber => char.IsAsciiDigit(Text[0]);

    public bool IsWord => !IsNumber && IsPartOfWord(Text[0]);

    /// <summary>The number's value; -1 for words, marks, and numbers of more than four digits.</summary>
    public int Value => IsNumber && Text.Length <= 4 ? int.Parse(Text, CultureInfo.InvariantCulture) : -1;

    public bool Is(string text) => Text.Equals(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the other stands directly behind this one.</summary>
    public bool Touches(DateToken next) => End == next.Start;

    /// <summary>The tokens of a text whose digits are ASCII; white space is left out.</summary>
    public static List<DateToken> Of(string text)
    {
        var tokens = new List<DateToken>();
        for (var at = 0; at < text.Length; )
        {
            var start = at++;
            if (char.IsWhiteSpace(text[start]))
                continue;
            if (char.IsAsciiDigit(text[start]))
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                    at++;
            else if (IsPartOfWord(text[start]))
                while (at < text.Length && IsPartOfWord(text[at]))
                    at++;
            tokens.Add(new DateToken(text[start..at], start));
        }

        return tokens;
    }

    private static bool IsPartOfWord(char c) =>
        char.IsLetter(c)
        || c == '\u200c'
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
