using System.Collections.Frozen;

namespace Sourceline.Attribution;

/// <summary>Says which language a text is in: by its script, its letters and its commonest words. What is not known is <c>und</c>.</summary>
internal static class Languages
{
    public const string English = "en";
    public const string Unknown = "und";

    private const int Sample = 600;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Common = new Dictionary<string, FrozenSet<string>>
    {
        [English] = WordSet.Of("the of and to a an said says was were has have with for is are had by that he she reported according told on at would we you they this not his her but it be no"),
        ["fr"] = WordSet.Of("le la les des une un et est dans que qui du au aux pour par sur avec il elle ce cette déclaré été"),
        ["de"] = WordSet.Of("der die das und ist nicht ein eine mit von dem den im zu auf für sagte wird werde sich hat"),
        ["es"] = WordSet.Of("el la los las una un y es en que del para por con se su dijo al fue ha lo"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string? given, Document document)
    {
        if (!string.IsNullOrWhiteSpace(given))
            return given;
        int latin = 0, cyrillic = 0, arabic = 0, persian = 0, ukrainian = 0;
        var tokens = document.Tokens;
        for (var i = 0; i < Math.Min(tokens.Count, Sample); i++)
        {
            foreach (var c in tokens[i].Lower.AsSpan(0, Math.Min(tokens[i].Lower.Length, 12)))
            {
                latin += c is >= 'a' and <= 'z' or >= 'à' and <= 'ÿ' ? 1 : 0;
                cyrillic += c is >= 'а' and <= 'я' or 'ё' ? 1 : 0;
                ukrainian += c is 'і' or 'ї' or 'є' or 'ґ' or 'ў' ? 1 : 0;
                arabic += c is >= '\u0620' and <= '\u06ff' ? 1 : 0;
                persian += c is 'پ' or 'چ' or 'ژ' or 'گ' or 'ک' or 'ی' ? 1 : 0;
            }
        }

        if (arabic > latin && arabic > cyrillic)
            return persian > 0 ? "fa" : "ar";
        if (cyrillic > latin)
            return ukrainian > 0 ? Unknown : "ru";
        return latin == 0 ? Unknown : ByWords(tokens);
    }

    private static string ByWords(List<Token> tokens)
    {
        var best = Unknown;
        var most = 0;
        foreach (var (language, words) in Common.OrderBy(c => c.Key == English ? 0 : 1).ThenBy(c => c.Key, StringComparer.Ordinal))
        {
            var count = 0;
            for (var i = 0; i < Math.Min(tokens.Count, Sample); i++)
                count += words.Contains(tokens[i].Lower) ? 1 : 0;
            if (count > most)
                (best, most) = (language, count);
        }

        return best == Unknown && tokens.Take(Sample).Any(t => CueVerbs.Find(t.Lower) is { Strong: true }) ? English : best;
    }
}
