using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Sourceline.Search.Languages;

/// <summary>
/// Cuts text of one language into the terms that are looked for. No word is dropped as too common: a phrase is found as it stands.
/// Whatever folds letters keeps the places of words in the text, which is what is marked in answers.
/// </summary>
internal sealed class TextAnalyzer(string language) : Analyzer
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private static readonly CharArraySet Elided = new(
        Version,
        ["l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu"],
        ignoreCase: true
    );

    /// <summary>Between two names of one field, so that no phrase runs from one into the next.</summary>
    public override int GetPositionIncrementGap(string fieldName) => 100;

    protected override TextReader InitReader(string fieldName, TextReader reader) => new LetterFilter(reader);

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(words, Filtered(new StandardFilter(Version, words)));
    }

    private TokenStream Filtered(TokenStream words) =>
        language switch
        {
            // Kstem makes "Asia" of "Asian", and leaves words that can be read and begun.
            "en" => new KStemFilter(Folded(new LowerCaseFilter(Version, new EnglishPossessiveFilter(Version, words)))),
            "ru" => new RussianLightStemFilter(Folded(new LowerCaseFilter(Version, words))),
            "fa" => Persian(new LowerCaseFilter(Version, words)),
            "ar" => new ArabicStemFilter(Persian(new LowerCaseFilter(Version, words))),
            "fr" => Folded(new FrenchLightStemFilter(new LowerCaseFilter(Version, new ElisionFilter(words, Elided)))),
            "de" => Folded(new GermanLightStemFilter(new GermanNormalizationFilter(new LowerCaseFilter(Version, words)))),
            "es" => Folded(new SpanishLightStemFilter(new LowerCaseFilter(Version, words))),
            "it" => Folded(new ItalianLightStemFilter(new LowerCaseFilter(Version, words))),
            "pt" => Folded(new PortugueseLightStemFilter(new LowerCaseFilter(Version, words))),
            "zh" => new CJKBigramFilter(new LowerCaseFilter(Version, new CJKWidthFilter(words))),
            _ => Folded(Persian(new LowerCaseFilter(Version, words))),
        };

    private static ASCIIFoldingFilter Folded(TokenStream words) => new(words);

    /// <summary>One form for ی and ي, ک and ك, ة and ه; no vowel marks.</summary>
    private static PersianNormalizationFilter Persian(TokenStream words) => new(new ArabicNormalizationFilter(words));
}
