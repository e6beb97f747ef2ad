using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>Phrases behind "according to" and "citing", which run on to the next mark: "a person briefed on the talks in Brask".</summary>
internal static class LoosePhrases
{
    private const int Longest = 25;

    public static TokenRange Right(Reader reader, int first, int limit)
    {
        var at = first;
        while (at < Math.Min(limit, first + Longest) && Continues(reader, first, at))
            at++;
        return new TokenRange(first, at);
    }

    private static bool Continues(Reader reader, int first, int at)
    {
        var word = reader[at];
        if (
            reader.InQuote(at)
            || (
                at > first
                && reader.DateAt(at) is not null
                && reader[at].Lower is not ("in" or "by")
                && !FunctionWords.Articles.Contains(reader[at - 1].Lower)
            )
        )
            return false;
        if (word.Kind == TokenKind.Mark)
            return word.Lower is "(" or ")" or "%" or "$" || reader.Names.At(at) is { } run && run.Whole.First < at && run.Core.End > at;
        return word.Lower is not ("that" or "which" or "who" or "as" or "while" or "but")
            && CueVerbs.Find(word.Lower) is not { Strong: true, Form: VerbForm.Past or VerbForm.Third };
    }
}
