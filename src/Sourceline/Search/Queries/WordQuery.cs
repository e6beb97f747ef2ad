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
    /// <summary>Words that a beginning stands for: the commonest of those looked through.</summary>
    private const int MostEndings = 40;

    private const int MostLookedThrough = 2000;

    /// <summary>Places that may lie between the words of a search where they are found side by side.</summary>
    private const int Nearby = 4;

    /// <summary>All parts, as they are asked for; null where none has a word that can be looked for.</summary>
    /// <param name="rewardNearness">Weigh more where the words stand together.</param>
    public Query? All(IReadOnlyList<WordPart> parts, bool rewardNearness) =>
        InEachLanguage(language => InLanguage(parts, language, rewardNearness));

    /// <summary>Stories with some of the parts, half of them at least; for what is shown under a story that was found by its text.</summary>
    public Query? Some(IReadOnlyList<WordPart> parts) => InEachLanguage(language =>
    {
        var some = new BooleanQuery();
        foreach (var part in parts.Where(part => !part.IsExcluded && !SearchLanguages.IsCommon(language, part.Text)))
            if (Part(part, language) is { } query) some.Add(query, Occur.SHOULD);
        some.MinimumNumberShouldMatch = (some.Clauses.Count + 1) / 2;
        return some.Clauses.Count == 0 ? null : some;
    });

    private DisjunctionMaxQuery? InEachLanguage(Func<string, Query?> make)
    {
        var any = new DisjunctionMaxQuery(0);
        foreach (var language in SearchLanguages.All.Where(IsHeld))
            if (make(language) is { } query) any.Add(query);
        return any.Disjuncts.Count == 0 ? null : any;
    }

    private bool IsHeld(string language) => fields.Any(field => MultiFields.GetTerms(reader, field.Name(language)) is not null);

    private BooleanQuery? InLanguage(IReadOnlyList<WordPart> parts, string language, bool rewardNearness)
    {
        var all = new BooleanQuery();
        var insisted = parts.Where(part => part.IsPhrase || part.IsExcluded || !SearchLanguages.IsCommon(language, part.Text)).ToList();
        if (insisted.TrueForAll(part => part.IsExcluded)) insisted = [.. parts];
        foreach (var group in Groups(insisted))
        {
            var either = new DisjunctionMaxQuery(0);
            foreach (var query in group.Select(part => Part(part, language)).OfType<Query>()) either.Add(query);
            if (either.Disjuncts.Count > 0) all.Add(either, group[0].IsExcluded ? Occur.MUST_NOT : Occur.MUST);
        }
        if (!all.Clauses.Any(clause => clause.Occur == Occur.MUST)) return null;
        if (rewardNearness && Together(parts, language) is { } together) all.Add(together, Occur.SHOULD);
        return all;
    }

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
        if (group.Count > 0) yield return group;
    }

    private DisjunctionMaxQuery? Part(WordPart part, string language)
    {
        var any = new DisjunctionMaxQuery(0.1f);
        foreach (var field in fields)
        {
            var name = field.Name(language);
            if (Words(part, name, language) is not { } query) continue;
            query.Boost = field.Weight;
            any.Add(query);
        }
        return any.Disjuncts.Count == 0 ? null : any;
    }

    private Query? Words(WordPart part, string field, string language)
    {
        var tokens = Tokens(SearchLanguages.Analyzer(language), part.Text);
        var whole = Exact(field, tokens, 0);
        if (!part.IsBeginning) return whole;
        // What is being typed may be a whole word already, which its stem finds, or the beginning of one.
        var typed = Tokens(SearchLanguages.Analyzer(SearchLanguages.Names), part.Text);
        if (typed.Count != 1) return whole;
        var endings = new BooleanQuery(disableCoord: true);
        if (whole is not null) endings.Add(whole, Occur.SHOULD);
        foreach (var term in Endings(field, typed[0].Term)) endings.Add(new TermQuery(new Term(field, term)), Occur.SHOULD);
        return endings.Clauses.Count == 0 ? null : endings;
    }

    private static Query? Exact(string field, List<(string Term, int Place)> tokens, int slop)
    {
        if (tokens.Count == 0) return null;
        if (tokens.Count == 1) return new TermQuery(new Term(field, tokens[0].Term));
        var phrase = new PhraseQuery { Slop = slop };
        foreach (var (term, place) in tokens) phrase.Add(new Term(field, term), place);
        return phrase;
    }

    private DisjunctionMaxQuery? Together(IReadOnlyList<WordPart> parts, string language)
    {
        var words = string.Join(' ', parts.Where(part => !part.IsExcluded && !part.IsAlternative && !part.IsBeginning).Select(part => part.Text));
        var tokens = Tokens(SearchLanguages.Analyzer(language), words);
        if (tokens.Count is < 2 or > 8) return null;
        var any = new DisjunctionMaxQuery(0);
        foreach (var field in fields)
        {
            var near = Exact(field.Name(language), tokens, Nearby)!;
            near.Boost = field.Weight;
            any.Add(near);
        }
        return any;
    }

    private List<string> Endings(string field, string beginning)
    {
        if (MultiFields.GetTerms(reader, field)?.GetEnumerator() is not { } terms) return [];
        var first = new BytesRef(beginning);
        var found = new List<(string Term, int Stories)>();
        if (terms.SeekCeil(first) == TermsEnum.SeekStatus.END) return [];
        for (var looked = 0; looked < MostLookedThrough && StringHelper.StartsWith(terms.Term, first); looked++)
        {
            found.Add((terms.Term.Utf8ToString(), terms.DocFreq));
            if (!terms.MoveNext()) break;
        }
        return [.. found.OrderByDescending(term => term.Stories).Take(MostEndings).Select(term => term.Term)];
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
