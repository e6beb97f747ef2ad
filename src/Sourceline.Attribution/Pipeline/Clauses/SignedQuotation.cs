using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>A quotation, a dash and the name of whoever said it, on the same line or the next: <c>“We stay.” — Ole Brand, miner</c></summary>
internal static class SignedQuotation
{
    private const double Weight = .8;
    private const int LongestRole = 10;

    public static CueClause? Read(Reader reader, Sentence sentence, int dash)
    {
        if (
            reader[dash].Lower is not ("—" or "–" or "-")
            || Before(reader, sentence, dash) is not { } quote
            || Name(reader, sentence, dash + 1) is not { } name
        )
            return null;
        var clause = new CueClause
        {
            Sentence = sentence,
            Cue = new TokenRange(dash, dash + 1),
            Verb = CueVerbs.Find("said"),
            Weight = Weight,
            Source = reader.Source(name),
            Placement = Placement.After,
        };
        return Contents.Add(reader, clause, new TokenRange(quote.First, quote.Last + 1)) ? clause : null;
    }

    /// <summary>A quotation of whole sentences that begins its line; a title ends without a full stop.</summary>
    private static Quotation? Before(Reader reader, Sentence sentence, int dash)
    {
        if (
            dash == 0
            || reader.Document.QuoteAt[dash - 1] is not { Closed: true } quote
            || quote.Last != dash - 1
            || !reader[quote.Last - 1].IsTerminal
        )
            return null;
        var opens = dash > sentence.First ? quote.First == sentence.First : reader.SentenceStarts.Contains(quote.First);
        return opens ? quote : null;
    }

    /// <summary>A name, and behind a comma or in brackets who that is, up to the end.</summary>
    private static TokenRange? Name(Reader reader, Sentence sentence, int at)
    {
        if (
            at >= sentence.End
            || reader.Names.At(at) is not { Entity.Kind: not SourceKind.Outlet } run
            || run.Whole.First != at
            || reader[run.Whole.End - 1].IsPossessive
        )
            return null;
        var end = run.Whole.End;
        return end >= sentence.End || reader[end].IsTerminal || (reader[end].Lower is "," or "(" && sentence.End - end <= LongestRole)
            ? run.Whole
            : null;
    }
}
