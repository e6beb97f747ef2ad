using System.Text;
using Sourceline.Localization;

namespace Sourceline.Search.Queries;

/// <summary>A part of what was typed.</summary>
/// <param name="Text">A word, or the words of a phrase.</param>
/// <param name="IsPhrase">The words stand together, in this order.</param>
/// <param name="IsBeginning">The last word goes on.</param>
/// <param name="IsExcluded">Stories with it are left out.</param>
/// <param name="IsAlternative">It, or the part before it, suffices.</param>
internal sealed record WordPart(string Text, bool IsPhrase, bool IsBeginning, bool IsExcluded, bool IsAlternative);

/// <summary>
/// Takes typed words apart: words, "phrases", begin*, -without, one OR other. There are no brackets and no fields, so nothing can be
/// nested, and nothing that is typed is an error of syntax.
/// </summary>
internal static class WordList
{
    /// <summary>Parts of one search.</summary>
    public const int Most = 24;

    /// <summary>Letters that a beginning has at least; with one, half of all words would be looked for.</summary>
    public const int ShortestBeginning = 2;

    /// <summary>The parts; a sentence about what is wrong with them, or null; in English where no language is given.</summary>
    public static (IReadOnlyList<WordPart> Parts, string? Problem) Read(string typed, bool isTyping, Localizer? language = null)
    {
        var words = language ?? Localizer.English;
        var parts = new List<WordPart>();
        var (at, alternative) = (0, false);
        while (at < typed.Length)
        {
            if (char.IsWhiteSpace(typed[at]))
            {
                at++;
                continue;
            }
            var excluded =
                typed[at] is '-' or '−'
                && at + 1 < typed.Length
                && !char.IsWhiteSpace(typed[at + 1])
                && (at == 0 || char.IsWhiteSpace(typed[at - 1]));
            if (excluded)
                at++;
            var (word, isPhrase) = Next(typed, ref at);
            if (word == "OR" && !isPhrase && parts.Count > 0)
            {
                alternative = true;
                continue;
            }
            var beginning = !isPhrase && word.EndsWith('*');
            var text = isPhrase ? word : word.Trim('*');
            if (Letters(text) == 0)
                continue;
            if (beginning && Letters(text) < ShortestBeginning)
                return ([], words["search.beginning-too-short", word, ShortestBeginning]);
            parts.Add(new WordPart(text, isPhrase, beginning, excluded, alternative && !excluded));
            alternative = false;
            if (parts.Count > Most)
                return ([], words["search.too-many-words", Most]);
        }
        if (
            isTyping
            && parts is [.., { IsPhrase: false, IsExcluded: false } last]
            && !char.IsWhiteSpace(typed[^1])
            && Letters(last.Text) >= ShortestBeginning
        )
            parts[^1] = last with { IsBeginning = true };
        return parts.Count > 0 && parts.TrueForAll(part => part.IsExcluded) ? ([], words["search.only-excluded"]) : (parts, null);
    }

    private static (string Word, bool IsPhrase) Next(string typed, ref int at)
    {
        var start = at;
        if (IsMark(typed[at]))
        {
            var close = at + 1;
            while (close < typed.Length && !IsMark(typed[close]))
                close++;
            at = Math.Min(close + 1, typed.Length);
            return (typed[(start + 1)..close], true);
        }
        while (at < typed.Length && !char.IsWhiteSpace(typed[at]) && !IsMark(typed[at]))
            at++;
        return (typed[start..at], false);
    }

    /// <summary>Letters and digits, those outside the basic plane too, which are two characters each.</summary>
    private static int Letters(string text) => text.EnumerateRunes().Count(Rune.IsLetterOrDigit);

    private static bool IsMark(char letter) => letter is '"' or '“' or '”' or '„' or '«' or '»';
}
