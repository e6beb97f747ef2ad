using System.Buffers;
using System.Globalization;

namespace Sourceline.Localization;

/// <summary>Which way languages and texts are written.</summary>
public static class TextDirection
{
    public const string LeftToRight = "ltr";

    public const string RightToLeft = "rtl";

    /// <summary>ISO 15924 codes.</summary>
    private static readonly HashSet<string> Scripts = new(StringComparer.OrdinalIgnoreCase)
    {
        "Adlm",
        "Arab",
        "Aran",
        "Hebr",
        "Mand",
        "Mend",
        "Nkoo",
        "Rohg",
        "Samr",
        "Syrc",
        "Thaa",
        "Yezi",
    };

    /// <summary>Languages that ICU has no data for.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase) { "arc", "bal", "dv", "nqo", "prs", "syr" };

    /// <summary>Letters of scripts that are written from right to left: Hebrew to Arabic Extended-A, and the presentation forms.</summary>
    private static readonly SearchValues<char> RightToLeftLetters = SearchValues.Create([
        .. Range('\u0590', '\u065F'),
        .. Range('\u066A', '\u06EF'),
        .. Range('\u06FA', '\u08FF'),
        .. Range('\uFB1D', '\uFDFF'),
        .. Range('\uFE70', '\uFEFC'),
    ]);

    /// <summary><c>rtl</c> or <c>ltr</c>, as the <c>dir</c> attribute has it, for a BCP 47 tag.</summary>
    public static string Of(string language) => IsRightToLeft(language) ? RightToLeft : LeftToRight;

    public static bool IsRightToLeft(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var parts = language.Split('-');
        // A script subtag wins over what the language is mostly written in: Azerbaijani in Arabic letters, Urdu in Latin ones.
        if (parts.Skip(1).FirstOrDefault(part => part.Length == 4 && part.All(char.IsAsciiLetter)) is { } script)
            return Scripts.Contains(script);
        if (Others.Contains(parts[0]))
            return true;
        try
        {
            return CultureInfo.GetCultureInfo(language).TextInfo.IsRightToLeft;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    /// <summary>The tag of Open Graph, such as <c>en_GB</c>; null where the tag names no region.</summary>
    public static string? OpenGraphLocale(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.Split('-') is [{ Length: 2 } tongue, { Length: 2 } region]
            ? $"{tongue.ToLowerInvariant()}_{region.ToUpper(CultureInfo.InvariantCulture)}"
            : null;
    }

    /// <summary>Whether a text has letters that run against the words around it, so that it must be isolated from them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isRightToLeft">Which way the words around it run.</param>
    internal static bool RunsAgainst(ReadOnlySpan<char> text, bool isRightToLeft)
    {
        if (!isRightToLeft)
            return text.ContainsAny(RightToLeftLetters);
        foreach (var letter in text)
            if (char.IsLetter(letter) && !RightToLeftLetters.Contains(letter))
                return true;
        return false;
    }

    private static IEnumerable<char> Range(char first, char last)
    {
        for (int letter = first; letter <= last; letter++)
            yield return (char)letter;
    }
}
