using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>Gives each clause of a sentence its content, and joins the clauses that speak of the same words.</summary>
internal sealed class Complements(Reader reader)
{
    private readonly Modifiers _modifiers = new(reader);
    private readonly ContentEnds _ends = new(reader);
    private readonly ClauseBounds _bounds = new(reader);
    private readonly FollowingContent _following = new(reader);

    private const int ShortestLaterQuote = 4;

    public void Fill(Sentence sentence, List<CueClause> clauses)
    {
        WithinTrailing(sentence, clauses);
        for (var i = 0; i < clauses.Count; i++)
            FillOne(sentence, clauses, i);
        foreach (var clause in clauses)
            Surroundings(sentence, clause);
        clauses.RemoveAll(c => c.Content.Count == 0 && !IsApart(sentence, c));
        Nesting.Join(reader, clauses);
        clauses.RemoveAll(c => c.Content.Count == 0);
    }

    /// <summary>"The firm was not charged, suggesting a change, an expert said": who says all of it closes the sentence, and nobody else suggests.</summary>
    private void WithinTrailing(Sentence sentence, List<CueClause> clauses)
    {
        if (
            clauses.Count < 2
            || clauses[^1]
                is not {
                    Verb: { Strong: true, Form: VerbForm.Past or VerbForm.Third },
                    SameSpeaker: false,
                    Source: { Pronoun: null } source
                } last
        )
            return;
        var closes = last.Cue.End >= sentence.End - 1 || reader.DateAt(last.Cue.End) is { } date && date.Tokens.End >= sentence.End - 1;
        if (!closes || source.Range.First > last.Cue.First || last.Start <= sentence.First + 1 || !reader[last.Start - 1].Is(","))
            return;
        clauses.RemoveAll(c => c != last && c is { SameSpeaker: true, Verb.Form: VerbForm.Gerund } && !HasQuote(c.Cue.End, last.Start));
    }

    private bool HasQuote(int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            if (reader.InQuote(at))
                return true;
        }

        return false;
    }

    private void FillOne(Sentence sentence, List<CueClause> clauses, int index)
    {
        var clause = clauses[index];
        if (clause.Content.Count > 0)
            return;
        var limit = _bounds.Barrier(sentence, clauses, index);
        if (clause.Verb is null)
        {
            Around(sentence, clauses, index, clause.Zone.First, limit, leadingAllowed: true);
            return;
        }

        var from = clause.Source is { } source && source.Range.First == clause.Cue.End ? source.Range.End : clause.Cue.End;
        var at = clause.Cue.End < from && limit < from ? from : _modifiers.Skip(clause, clause.Verb, from, Math.Max(from, limit));
        if (
            clause.Verb.Lemma == "urge"
            && clause.Placement == Placement.Before
            && from < at
            && (at >= limit || reader[at].IsTerminal)
            && reader[from].Kind == TokenKind.Word
        )
        {
            Contents.Add(reader, clause, new TokenRange(from, at));
            clause.Zone = default;
            return;
        }

        at = SkipCitation(clause, at, limit);
        var inverted = from > clause.Cue.End;
        if (!inverted && !FollowsQuote(sentence, clause) && _following.Find(clause, at, limit) is { } content)
        {
            clause.Placement = Placement.Before;
            Contents.Add(reader, clause, content);
        }
        else if (
            clause.Verb.Strong
            || clause.Verb.Takes == Complement.None
            || FollowsQuote(sentence, clause)
            || Trails(sentence, clause, at)
        )
        {
            Around(sentence, clauses, index, at, limit, leadingAllowed: false);
        }
    }

    /// <summary>", a court filing shows.": a weak verb that closes the sentence behind a comma.</summary>
    private bool Trails(Sentence sentence, CueClause clause, int at) =>
        clause.Verb!.Takes.HasFlag(Complement.Clause)
        && clause.Verb.Form != VerbForm.Gerund
        && clause.Source is { Pronoun: null }
        && clause.Start > sentence.First
        && reader[clause.Start - 1].Is(",")
        && (at >= sentence.End || reader[at].IsTerminal);

    /// <summary>", citing two officials," between a verb and its content.</summary>
    private int SkipCitation(CueClause clause, int at, int limit)
    {
        var mark = at < limit && reader[at].Is(",") ? at + 1 : at;
        if (mark >= limit || reader[mark].Lower is not ("citing" or "quoting"))
            return at;
        clause.Cited = Citations.Find(reader, mark, limit, out var found);
        if (clause.Cited is null)
            return at;
        var end = clause.Cited.Range.End;
        return end + 1 < limit && reader[end].Is(",") && found == mark ? end + 1 : end;
    }

    /// <summary>The quotation right before the clause is what it says, whatever follows.</summary>
    private bool FollowsQuote(Sentence sentence, CueClause clause)
    {
        var at = clause.Start - 1;
        if (at > sentence.First && reader[at].Is(",") && !reader.InQuote(at))
            at--;
        return at >= sentence.First
            && !clause.SameSpeaker
            && reader.Document.QuoteAt[at] is { } quote
            && quote.Last == at
            && (quote.Last == clause.Start - 2 || reader[at - 1].IsTerminal || reader[at - 1].Lower is "," or "—" or "–" or "-");
    }

    /// <summary>Content before the clause and, where a comma or a quotation follows it, behind it as well.</summary>
    private void Around(Sentence sentence, List<CueClause> clauses, int index, int at, int limit, bool leadingAllowed)
    {
        var clause = clauses[index];
        var first = Math.Max(_bounds.AfterClause(clauses, index), reader.AfterLead(sentence));
        var left = BehindColon(new TokenRange(first, Math.Max(first, clause.Start)));
        var parted = clause.Verb is null || IsParted(left);
        clause.Placement = Placement.After;
        if (
            !left.IsEmpty
            && parted
            && (IsLongEnough(clause, left) || IsSplit(clause, left, at, limit))
            && Contents.Add(reader, clause, left)
        )
        {
            if (Goes(clause, at, limit))
            {
                clause.Placement = Placement.Between;
                Contents.Add(reader, clause, new TokenRange(at, _ends.Find(clause, at, limit)));
            }
            else if (IsWholeQuote(left) && LaterQuote(at, limit) is { } later)
            {
                clause.Placement = Placement.Between;
                Contents.Add(reader, clause, later);
            }
            else
            {
                clause.Cited ??= Citations.Find(reader, at, limit, out _);
                clause.Zone = clause.Zone with { First = Math.Min(clause.Zone.First, limit), End = Math.Max(clause.Zone.End, limit) };
            }
        }
        else if (leadingAllowed && left.IsEmpty && at < limit)
        {
            clause.Placement = Placement.Before;
            clause.Cited = CitedBeforeComma(at, limit, ref at);
            Contents.Add(reader, clause, new TokenRange(at, _ends.Find(clause, at, limit)));
        }
    }

    /// <summary>"The mayor scolded him: “Go,” she said": what stands before the colon is none of it.</summary>
    private TokenRange BehindColon(TokenRange left)
    {
        var at = !left.IsEmpty && reader[left.End - 1].Is(",") ? left.End - 2 : left.End - 1;
        return
            at > left.First
            && reader.Document.QuoteAt[at] is { } quote
            && quote.Last == at
            && quote.First - 1 > left.First
            && reader[quote.First - 1].Is(":")
            ? left with
            {
                First = quote.First,
            }
            : left;
    }

    /// <summary>"“If you say so,” Brand said, referring to the plan, “you harm us.”"</summary>
    private TokenRange? LaterQuote(int from, int limit)
    {
        for (var at = from + 1; at < limit; at++)
        {
            if (reader.Document.QuoteAt[at] is { } quote)
                return quote.First == at && quote.Words >= ShortestLaterQuote && reader[at - 1].Is(",")
                    ? new TokenRange(at, quote.Last + 1)
                    : null;
        }

        return null;
    }

    /// <summary>Whether a range is one quotation whose last mark says that a sentence ends or pauses there.</summary>
    private bool IsWholeQuote(TokenRange range)
    {
        var content = Contents.Trim(reader, range);
        return !content.IsEmpty
            && reader.Document.QuoteAt[content.First] is { } quote
            && quote.First == content.First
            && quote.Last == content.End - 1
            && (reader[quote.Last - 1].IsTerminal || reader[quote.Last - 1].Lower is "," or "—");
    }

    /// <summary>"According to Reuters, which quoted two officials, ..."</summary>
    private SourcePhrase? CitedBeforeComma(int from, int limit, ref int at)
    {
        if (from + 2 >= limit || !reader[from].Is(",") || reader[from + 1].Lower is not ("which" or "who" or "citing" or "quoting"))
            return null;
        var cited = Citations.Find(reader, from + 1, limit, out var found);
        if (found > from + 2)
            return null;
        at = cited?.Range.End ?? at;
        return cited;
    }

    private bool IsParted(TokenRange left) =>
        !left.IsEmpty && (reader[left.End - 1].Lower is "," or "—" or "–" or "?" or "!" || reader.InQuote(left.End - 1));

    /// <summary>"On Monday, Brand said" has no content before it.</summary>
    private bool IsLongEnough(CueClause clause, TokenRange left) =>
        reader.InQuote(left.End - 1) || left.Count > 4 || (left.Count > 2 && reader.DateAt(left.First) is null && clause.Verb is not null);

    /// <summary>"Loyalty, he said, has its price": a comma on both sides.</summary>
    private bool IsSplit(CueClause clause, TokenRange left, int at, int limit) =>
        clause.Verb is { Strong: true }
        && at + 1 < limit
        && reader[at].Is(",")
        && reader.DateAt(left.First) is null
        && reader[at + 1].Kind == TokenKind.Word
        && CueVerbs.Find(reader[at + 1].Lower) is not { Form: VerbForm.Gerund };

    private bool Goes(CueClause clause, int at, int limit)
    {
        if (at >= limit)
            return false;
        if (reader.InQuote(at))
            return true;
        if (reader[at].Lower is not ("," or "—" or "–" or ":" or ";") || at + 1 >= limit)
            return false;
        if (reader.InQuote(at + 1))
            return true;
        return reader[at + 1].Lower
                is not (
                    "citing"
                    or "quoting"
                    or "which"
                    or "who"
                    or "a"
                    or "in"
                    or "on"
                    or "during"
                    or "at"
                    or "after"
                    or "speaking"
                    or "while"
                    or "as"
                    or "without"
                    or "with"
                )
            && (
                clause.Content.Count == 0
                || !reader.InQuote(clause.Content[^1].End - 1)
                || (reader[at + 1].Lower is "and" or "but" && !IsWholeQuote(clause.Content[^1]))
            )
            && reader[at + 1].Kind == TokenKind.Word;
    }

    /// <summary>A clause without content of its own is one only where a mark sets it apart: ", a diplomat said".</summary>
    private bool IsApart(Sentence sentence, CueClause clause)
    {
        var before = clause.Start - 1;
        return before > sentence.First && (reader[before].Lower is "," or "—" or "–" || clause.Verb is null);
    }

    private void Surroundings(Sentence sentence, CueClause clause)
    {
        _modifiers.ReadRoute(clause, clause.Venue.IsEmpty ? clause.Zone : clause.Venue, leading: false);
        var lead = new TokenRange(sentence.First, clause.Start);
        if (
            clause.Placement == Placement.Before
            && lead.Count > 1
            && reader[lead.First].Lower is "in" or "speaking" or "writing" or "appearing" or "asked" or "on" or "at" or "during"
        )
            _modifiers.ReadRoute(clause, lead, leading: true);
        if (clause.Placement == Placement.Before && lead.Count > 2 && reader[lead.First].Lower is "citing" or "quoting")
            clause.Cited ??= Citations.Find(reader, lead.First, lead.End, out _);
        if (clause.Source is { } source && source.Range.End < clause.Cue.First)
        {
            clause.Cited ??= Citations.Find(reader, source.Range.End, clause.Cue.First, out _);
            _modifiers.ReadQuoter(clause, new TokenRange(source.Range.End, clause.Cue.First));
        }
    }
}
