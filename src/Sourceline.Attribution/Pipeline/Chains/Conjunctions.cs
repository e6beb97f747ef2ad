using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Chains;

/// <summary>Parts "Interfax and TASS" into two sources: each makes a chain of its own.</summary>
internal static class Conjunctions
{
    public static List<SourcePhrase> Split(Reader reader, SourcePhrase phrase)
    {
        var parts = new List<SourcePhrase>();
        var first = phrase.Range.First;
        for (var at = first; at < phrase.Range.End; at++)
        {
            if (reader[at].Lower is not ("and" or ",") || !CanPart(reader, phrase.Range, first, at))
                continue;
            Add(reader, parts, new TokenRange(first, at));
            first = at + 1;
        }

        if (parts.Count == 0)
            return [phrase];
        Add(reader, parts, phrase.Range with { First = first });
        return parts;
    }

    private static bool CanPart(Reader reader, TokenRange range, int first, int at)
    {
        if (at <= first || at + 1 >= range.End || reader.Names.At(at) is { } inside && inside.Whole.Has(at))
            return false;
        if (reader[at].Is(","))
            return IsList(reader, range, at);
        return IsSource(reader, at - 1)
            && (reader.Names.At(at + 1) is not null || FunctionWords.Determiners.Contains(reader[at + 1].Lower));
    }

    /// <summary>A comma parts only names of outlets in a row that ends in "and".</summary>
    private static bool IsList(Reader reader, TokenRange range, int comma)
    {
        var next = reader[comma + 1].Is("the") ? comma + 2 : comma + 1;
        if (
            reader.Names.At(comma - 1)?.Entity is not { Kind: SourceKind.Outlet or SourceKind.Person } one
            || reader.Names.At(next)?.Entity?.Kind != one.Kind
        )
            return false;
        for (var i = comma; i < range.End; i++)
        {
            if (reader[i].Is("and"))
                return true;
        }

        return false;
    }

    private static bool IsSource(Reader reader, int at) => reader.Names.At(at) is not null || NounPhrases.IsSourceNoun(reader[at].Lower);

    private static void Add(Reader reader, List<SourcePhrase> parts, TokenRange range)
    {
        if (reader[range.First].Is("both") && range.Count > 1)
            range = range with { First = range.First + 1 };
        parts.Add(reader.Source(range));
    }
}
