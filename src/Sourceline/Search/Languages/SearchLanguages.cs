using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Util;

namespace Sourceline.Search.Languages;

/// <summary>Which languages have an analyzer of their own. Any other is read by the standard one, which folds letters and stems nothing.</summary>
internal static class SearchLanguages
{
    /// <summary>The language of whatever is none of the others.</summary>
    public const string Any = "any";

    /// <summary>Names of people and outlets: no stems, so that "Powers" is not "Power".</summary>
    public const string Names = "names";

    /// <summary>Words that a search with others beside them does not insist on.</summary>
    private static readonly Dictionary<string, CharArraySet?> Common = new(StringComparer.Ordinal)
    {
        ["en"] = EnglishAnalyzer.DefaultStopSet,
        ["ru"] = RussianAnalyzer.DefaultStopSet,
        ["fa"] = PersianAnalyzer.DefaultStopSet,
        ["ar"] = ArabicAnalyzer.DefaultStopSet,
        ["fr"] = FrenchAnalyzer.DefaultStopSet,
        ["de"] = GermanAnalyzer.DefaultStopSet,
        ["es"] = SpanishAnalyzer.DefaultStopSet,
        ["it"] = ItalianAnalyzer.DefaultStopSet,
        ["pt"] = PortugueseAnalyzer.DefaultStopSet,
        ["zh"] = null,
        [Any] = null,
    };

    private static readonly Dictionary<string, TextAnalyzer> Analyzers = Common
        .Keys.Append(Names)
        .ToDictionary(name => name, name => new TextAnalyzer(name), StringComparer.Ordinal);

    /// <summary>Every language that text may be indexed in.</summary>
    public static IReadOnlyCollection<string> All => Common.Keys;

    /// <summary>The analyzed language of a BCP 47 tag.</summary>
    public static string Of(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var primary = tag.Split('-', 2)[0].ToLowerInvariant();
        return primary switch
        {
            // Dari is Persian; Pashto and Urdu are written with the same letters.
            "prs" or "ps" or "ur" => "fa",
            "ja" or "ko" => "zh",
            _ => Common.ContainsKey(primary) ? primary : Any,
        };
    }

    public static Analyzer Analyzer(string language) => Analyzers[language];

    public static bool IsCommon(string language, string word) => Common[language]?.Contains(word) == true;
}
