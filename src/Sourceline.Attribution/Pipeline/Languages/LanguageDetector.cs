using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Languages;

/// <summary>
/// Says which language a text is to be read in: the stated one, unless the text is plainly in another; without one what its script, its letters
/// and its commonest words say. What is not known is <c>und</c>.
/// </summary>
internal static class LanguageDetector
{
    public const string English = "en";
    public const string Unknown = "und";

    /// <summary>So many common words of another language, and so many times those of the stated one, show that the latter is a mistake.</summary>
    private const int Plain = 8;

    private const int TimesOfStated = 4;

    public static string Of(string? stated, Document document)
    {
        var letters = Letters.Of(document);
        if (!LanguageTags.NameOne(stated))
            return letters.Script == Script.Latin ? ByWords(CommonWords.Count(document), document) : letters.Language;
        return PlainlyOther(LanguageTags.Primary(stated.Trim()), letters, document) ?? stated.Trim();
    }

    public static bool IsEnglish(string language) => LanguageTags.Primary(language) == English;

    private static string? PlainlyOther(string stated, Letters letters, Document document)
    {
        if (letters.Count < Plain * 4 || letters.Script == Script.Other)
            return null;
        var script = Letters.ScriptOf(stated);
        if (letters.Script != Script.Latin)
            return script is not null && script != letters.Script ? letters.Language : null;
        if (script is not null && script != Script.Latin)
            return ByWords(CommonWords.Count(document), document);
        var counts = CommonWords.Count(document);
        var found = ByWords(counts, document);
        if (found == stated || found == Unknown || !CommonWords.Knows(stated))
            return null;
        return CommonWords.Of(found, counts) is var most && most >= Plain && most >= TimesOfStated * CommonWords.Of(stated, counts)
            ? found
            : null;
    }

    /// <summary>The language with the most common words; of several the one in which the text attributes.</summary>
    private static string ByWords(int[] counts, Document document)
    {
        var level = CommonWords.Most(counts);
        if (level.Count > 1)
            level = level.FindAll(language => Attributes(language, document));
        return level is [{ } one] && (one == English || ForeignCues.Of(one) is not null) ? one : Unknown;
    }

    private static bool Attributes(string language, Document document)
    {
        var cues = ForeignCues.Of(language);
        for (var i = 0; i < Math.Min(CommonWords.Sample, document.Tokens.Count); i++)
        {
            if (
                language == English
                    ? CueVerbs.Find(document[i].Lower) is not null
                    : cues is not null && (cues.IsVerb(document[i].Lower) || cues.According.Contains(document[i].Lower))
            )
                return true;
        }

        return false;
    }
}
