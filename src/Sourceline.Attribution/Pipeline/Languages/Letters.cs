using System.Buffers;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Languages;

/// <summary>The scripts that matter here.</summary>
internal enum Script : byte
{
    /// <summary>None of the others, or no letters at all.</summary>
    Other,
    Latin,
    Cyrillic,
    Arabic,
}

/// <summary>What the letters of a text say.</summary>
/// <param name="Script">The script of most of them.</param>
/// <param name="Language">The language of a text in Cyrillic or Arabic letters, <c>und</c> where its letters or words are those of a neighbour.</param>
/// <param name="Count">How many letters were looked at.</param>
internal readonly record struct Letters(Script Script, string Language, int Count)
{
    private const int Sample = 200;
    private const int LongestWord = 12;

    /// <summary>Letters that Russian does not have, of Ukrainian, Belarusian, Serbian, Macedonian, Kazakh, Tajik, Mongolian and others.</summary>
    private static readonly SearchValues<char> NotRussian = SearchValues.Create("іїєґўђјљњћџѓѕќәғқңөұүһӣҳҷӯҗҙҫҡ");

    /// <summary>Letters that neither Persian nor Arabic has, of Urdu, Pashto, Kurdish, Sindhi and Uyghur.</summary>
    private static readonly SearchValues<char> NotPersian = SearchValues.Create("ٹڈڑںےہھځڅډړږښګڼېۍەێۆڕڵڤڭۇۈۋڄٻڀٺ");

    private static readonly SearchValues<char> Persian = SearchValues.Create("پچژگکی");

    public static Letters Of(Document document)
    {
        int latin = 0,
            cyrillic = 0,
            arabic = 0,
            notRussian = 0,
            notPersian = 0,
            persian = 0,
            other = 0;
        var tokens = document.Tokens;
        for (var i = 0; i < Math.Min(tokens.Count, Sample); i++)
        {
            foreach (var c in tokens[i].Lower.AsSpan(0, Math.Min(tokens[i].Lower.Length, LongestWord)))
            {
                if (c is >= 'a' and <= 'z' or >= 'à' and <= '\u024f' or >= '\u1e00' and <= '\u1eff')
                    latin++;
                else if (c is >= '\u0400' and <= '\u04ff')
                    (cyrillic, notRussian) = (cyrillic + 1, notRussian + (NotRussian.Contains(c) ? 1 : 0));
                else if (c is >= '\u0620' and <= '\u06ff')
                    (arabic, notPersian, persian) = (
                        arabic + 1,
                        notPersian + (NotPersian.Contains(c) ? 1 : 0),
                        persian + (Persian.Contains(c) ? 1 : 0)
                    );
                else if (char.IsLetter(c))
                    other++;
            }
        }

        var count = latin + cyrillic + arabic + other;
        if (arabic > latin && arabic > cyrillic && arabic >= other)
            return new Letters(
                Script.Arabic,
                notPersian > 0 ? LanguageDetector.Unknown
                    : persian > 0 ? "fa"
                    : "ar",
                count
            );
        if (cyrillic > latin && cyrillic >= other)
            return new Letters(
                Script.Cyrillic,
                notRussian > 0 || !CommonWords.IsRussian(document) ? LanguageDetector.Unknown : "ru",
                count
            );
        return latin > 0 && latin >= other
            ? new Letters(Script.Latin, LanguageDetector.Unknown, count)
            : new Letters(Script.Other, LanguageDetector.Unknown, count);
    }

    /// <summary>The script that a language is written in; null where that is not known here.</summary>
    public static Script? ScriptOf(string language) =>
        language switch
        {
            "en"
            or "fr"
            or "de"
            or "es"
            or "it"
            or "pt"
            or "nl"
            or "sv"
            or "da"
            or "no"
            or "nb"
            or "pl"
            or "ro"
            or "ca"
            or "fi"
            or "hu"
            or "cs"
            or "id" => Script.Latin,
            "ru" or "uk" or "bg" or "be" or "mk" => Script.Cyrillic,
            "fa" or "prs" or "ar" or "ps" or "ur" => Script.Arabic,
            _ => null,
        };
}
