using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Sourceline.Search.Languages;

namespace Sourceline.Search.Queries;

/// <summary>A field to look in, and what a word there weighs.</summary>
internal sealed record WeighedField(Func<string, string> Name, float Weight);

/// <summary>
/// Makes a query of words. A story is in one language, so the words are read in each language that the index holds, and a story is
/// found where its own reading of them is.
/// </summary>
internal sealed class WordQuery(IndexReader reader, IReadOnlyList<WeighedField> fields)
{
    /// <summary>Places that may lie between the words of a search where they are found side by side.</summary>
    private const int Nearby = 4;

    /// <summary>All parts, as they are asked for; null where none has a word that can be looked for.</summary>
    public Query? All(IReadOnlyList<WordPart> parts) => InEachLanguage(language => InLanguage(parts, language));

    /// <summary>The words near each other; null where there are too few, or so many that they are a sentence.</summary>
    public Query? Near(IReadOnlyList<WordPart> parts)
    {
        var words = string.Join(
            ' ',
            parts.Where(part => !part.IsExcluded && !part.IsAlternative && !part.IsBeginning).Select(part => part.Text)
        );
        return words.Contains(' ', StringComparison.Ordinal) ? InEachLanguage(language => Near(words, language)) : null;
    }

    /// <summary>Stories with some of the parts, half of them at least; for what is shown under a story that was found by its text.</summary>
    public Query? Some(IReadOnlyList<WordPart> parts) =>
        InEachLanguage(language =>
        {
            var some = new BooleanQuery();
            foreach (var part in parts.Where(part => !part.IsExcluded && !SearchLanguages.IsCommon(language, part.Text)))
                if (Part(part, language) is { } query)
                    some.Add(query, Occur.SHOULD);
            some.MinimumNumberShouldMatch = (some.Clauses.Count + 1) / 2;
            return some.Clauses.Count == 0 ? null : some;
        });

    private Query? InEachLanguage(Func<string, Query?> make) =>
        DisjunctionQuery.Of([.. SearchLanguages.All.Where(IsHeld).Select(make).OfType<Query>()], 0);

    private bool IsHeld(string language) => fields.Any(field => MultiFields.GetTerms(reader, field.Name(language)) is not null);

    private BooleanQuery? InLanguage(IReadOnlyList<WordPart> parts, string language)
    {
        var all = new BooleanQuery();
        var groups = Groups(parts).ToList();
        // Whole groups: a common word that was left out of its own would make alternatives of what stands to both sides of it.
        var insisted = groups.FindAll(group => !group.TrueForAll(part => IsPassedOver(part, language)));
        if (insisted.TrueForAll(group => group[0].IsExcluded))
            insisted = groups;
        foreach (var group in insisted)
        {
            if (DisjunctionQuery.Of([.. group.Select(part => Part(part, language)).OfType<Query>()], 0) is { } either)
                all.Add(either, group[0].IsExcluded ? Occur.MUST_NOT : Occur.MUST);
        }
        return all.Clauses.Any(clause => clause.Occur == Occur.MUST) ? all : null;
    }

    private static bool IsPassedOver(WordPart part, string language) =>
        !part.IsPhrase && !part.IsExcluded && SearchLanguages.IsCommon(language, part.Text);

    /// <summary>Parts of which one suffices stand together; any other stands alone.</summary>
    private static IEnumerable<List<WordPart>> Groups(IEnumerable<WordPart> parts)
    {
        List<WordPart> group = [];
        foreach (var part in parts)
        {
            if (group.Count > 0 && !(part.IsAlternative && !group[^1].IsExcluded))
            {
                yield return group;
                group = [];
            }
            group.Add(part);
        }
        if (group.Count > 0)
            yield return group;
    }

    private Query? Part(WordPart part, string language) =>
        DisjunctionQuery.Of([.. fields.Select(field => Words(part, field, language)).OfType<Query>()], 0.1f);

    private static Query? Words(WordPart part, WeighedField field, string language)
    {
        var name = field.Name(language);
        var whole = Exact(name, Tokens(SearchLanguages.Analyzer(language), part.Text), 0, field.Weight);
        if (!part.IsBeginning)
            return whole;
        // What is being typed may be a whole word already, which its stem finds, or the beginning of one.
        var typed = Tokens(SearchLanguages.Analyzer(SearchLanguages.Names), part.Text);
        if (typed.Count != 1)
            return whole;
        var begun = new PrefixQuery(new Term(name, typed[0].Term))
        {
            Boost = field.Weight,
            MultiTermRewriteMethod = MultiTermQuery.CONSTANT_SCORE_FILTER_REWRITE,
        };
        return whole is null ? begun : new DisjunctionQuery([whole, begun], 1);
    }

    private static Query? Exact(string field, List<(string Term, int Place)> tokens, int slop, float weight)
    {
        if (tokens.Count == 0)
            return null;
        if (tokens.Count == 1)
            return new TermQuery(new Term(field, tokens[0].Term)) { Boost = weight };
        var phrase = new PhraseQuery { Slop = slop, Boost = weight };
        foreach (var (term, place) in tokens)
            phrase.Add(new Term(field, term), place);
        return phrase;
    }

    private Query? Near(string words, string language)
    {
        var tokens = Tokens(SearchLanguages.Analyzer(language), words);
        if (tokens.Count is < 2 or > 8)
            return null;
        return DisjunctionQuery.Of([.. fields.Select(field => Exact(field.Name(language), tokens, Nearby, field.Weight)!)], 0);
    }

    /// <summary>The terms of words, with their places.</summary>
    public static List<(string Term, int Place)> Tokens(Analyzer analyzer, string words)
    {
        var tokens = new List<(string, int)>();
        using var stream = analyzer.GetTokenStream("", words);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var step = stream.GetAttribute<IPositionIncrementAttribute>();
        stream.Reset();
        var place = -1;
        while (stream.IncrementToken())
        {
            place += step.PositionIncrement;
            tokens.Add((term.ToString()!, Math.Max(0, place)));
        }
        stream.End();
        return tokens;
    }
}
