using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>Says how far the content of a clause may reach before the clauses beside it in the sentence take over.</summary>
internal sealed class ClauseBounds(Reader reader)
{
    /// <summary>Where the next clause takes over: at the comma, dash or conjunction before its source.</summary>
    public int Barrier(Sentence sentence, List<CueClause> clauses, int index)
    {
        for (var i = index + 1; i < clauses.Count; i++)
        {
            var start = clauses[i].Start;
            var at = start - 1;
            if (at > sentence.First && reader[at].Lower is "and" or "but" or "while" or "though" or "although" or "as")
                at--;
            if (at + 1 < start && !reader[at].Is(",") && clauses[i].SameSpeaker)
                return at + 1;
            if (
                at >= clauses[index].Cue.End
                && (reader[at].Lower is "," or "—" or "–" or ";" || clauses[i].Verb is null || reader.InQuote(at))
            )
                return reader[at].Lower is "," or "—" or "–" or ";" ? at : at + 1;
        }

        return sentence.End;
    }

    /// <summary>What a clause before this one says is not said again; a weak one is part of what this one says.</summary>
    public int AfterClause(List<CueClause> clauses, int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (clauses[i].Verb is { Strong: false } || clauses[i].Content.Count == 0)
                continue;
            return clauses[i].Placement == Placement.Before ? clauses[i].Content[^1].End : AddresseeEnd(clauses[i], clauses[index].Start);
        }

        return 0;
    }

    /// <summary>To whom or where a clause spoke is no content of the next: "his doctors told the palace, a spokesman said".</summary>
    private int AddresseeEnd(CueClause clause, int limit)
    {
        var end = clause.Cue.End;
        if (end >= limit || clause.Zone.First != end || clause.Zone.End > limit || clause.Zone.IsEmpty)
            return end;
        var told = clause.Verb?.Takes.HasFlag(Complement.Addressee) == true || FunctionWords.Prepositions.Contains(reader[end].Lower);
        for (var at = end; at < clause.Zone.End && told; at++)
            told = !reader[at].Is(",") && !reader.InQuote(at);
        return told ? clause.Zone.End : end;
    }
}
