using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Sourceline.Search.Languages;

namespace Sourceline.Search.Queries;

/// <summary>Finds statements by somebody in their chains: by words of a name as it was then, or by who has the whole name as an alias now.</summary>
internal static class NameQuery
{
    /// <summary>Words that may stand between those that were typed: "Sergei Alekseyevich Ryabkov".</summary>
    private const int Between = 2;

    /// <summary>Null where the name has no word to look for.</summary>
    /// <param name="nameField">Names.</param>
    /// <param name="idField">Rows of sources.</param>
    /// <param name="known">The row of the source that has this very name, where one has.</param>
    public static Query? Of(string name, string nameField, string idField, long? known)
    {
        var tokens = WordQuery.Tokens(SearchLanguages.Analyzer(SearchLanguages.Names), name);
        var any = new DisjunctionMaxQuery(0);
        if (known is { } id)
            any.Add(new ConstantScoreQuery(new TermQuery(new Term(idField, id.ToString(CultureInfo.InvariantCulture)))));
        if (tokens.Count == 1)
            any.Add(new ConstantScoreQuery(new TermQuery(new Term(nameField, tokens[0].Term))));
        if (tokens.Count > 1)
        {
            var phrase = new PhraseQuery { Slop = Between };
            foreach (var (term, place) in tokens)
                phrase.Add(new Term(nameField, term), place);
            any.Add(new ConstantScoreQuery(phrase));
        }
        return any.Disjuncts.Count == 0 ? null : any;
    }
}
