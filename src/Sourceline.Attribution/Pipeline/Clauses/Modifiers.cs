using System.Collections.Frozen;
using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Clauses;

/// <summary>
/// Walks over what stands between a cue and its content: to whom, when, where and in what it was said. Outlets on the way are hands
/// of the chain; words such as "reporters" or "statement" say that it came by its own route.
/// </summary>
internal sealed class Modifiers(Reader reader)
{
    private static readonly FrozenSet<string> Prepositions = WordSet.Of(
        "in at on to during after before via through by with from following over near outside upon for"
    );

    /// <summary>Whether a noun says where or how something was said: "in a statement", "at a briefing", "by phone".</summary>
    public static bool IsPlaceOfSaying(string lower) =>
        Routes.Contains(lower)
        || Venues.Contains(lower)
        || lower is "phone" or "telephone" or "speech" or "meeting" or "rally" or "court" or "video" or "response" or "reply";

    private static readonly FrozenSet<string> Participles = WordSet.Of(
        "published carried broadcast aired posted released obtained seen made given quoted reported run printed distributed relayed"
    );

    private static readonly FrozenSet<string> Routes = WordSet.Of(
        "reporters journalists statement conference briefing tweet twitter facebook telegram release us email interview newspaper post media speech address broadcast podcast blog livestream lawmakers supporters parliament"
    );

    private static readonly FrozenSet<string> Venues = WordSet.Of(
        "asked writing appearing letter memo email recording video documents interview remarks comments column article op-ed commentary essay speaking told statement report story dispatch"
    );

    private const int LongestOutlet = 6;

    /// <summary>Walks from behind the verb and returns where the content, or the end, is.</summary>
    public int Skip(CueClause clause, CueVerb verb, int from, int limit)
    {
        var at = from;
        var addressed = !verb.Takes.HasFlag(Complement.Addressee);
        while (at < limit && !reader.InQuote(at) && !(reader[at].Is("to") && verb.Takes.HasFlag(Complement.Infinitive)))
        {
            var next = Step(clause, at, limit, ref addressed);
            if (next == at)
                break;
            at = next;
        }

        clause.Zone = new TokenRange(from, at);
        return at;
    }

    private int Step(CueClause clause, int at, int limit, ref bool addressed)
    {
        if (reader.DateAt(at) is { } date && date.Tokens.End <= limit)
            return date.Tokens.End;
        var word = reader[at];
        if (word.Lower is "early" or "late" && at + 1 < limit && reader.DateAt(at + 1) is { } day && day.Tokens.End <= limit)
            return day.Tokens.End;
        if (
            word.Lower is "also" or "again" or "later" or "earlier" or "only" or "simply" or "privately" or "publicly"
            || Participles.Contains(word.Lower)
        )
            return at + 1;
        if (!addressed)
        {
            addressed = true;
            return Addressee(clause, at, limit);
        }

        return Prepositions.Contains(word.Lower) ? Phrase(at, limit) : at;
    }

    private int Addressee(CueClause clause, int at, int limit)
    {
        var range = reader.Phrases.Right(at, limit);
        if (range.IsEmpty)
            return at;
        var heard = reader.Names.OutletOwning(reader.Document, range) ?? reader.Source(range);
        if (heard.Kind == SourceKind.Outlet || MayBeOutlet(heard))
            Hear(clause, heard);
        else if (Routes.Contains(heard.Noun) || reader[range.First].Lower is "us" or "me")
            clause.OwnRoute = true;
        return range.End;
    }

    /// <summary>"told the agency": who that is, the context says.</summary>
    private static bool MayBeOutlet(SourcePhrase phrase) =>
        phrase is { Run: null }
        && phrase.Range.Count <= 3
        && (phrase.IsOutletNoun || (phrase.Definite && Outlets.VagueNouns.Contains(phrase.Noun)));

    /// <summary>A phrase such as "in a letter" belongs to the cue where the content, a mark or another such phrase follows it.</summary>
    private int Phrase(int at, int limit)
    {
        var range = reader.Phrases.Right(at + 1, limit);
        if (range.IsEmpty)
            return at;
        var end = range.End;
        if (end >= limit || reader.InQuote(end) || reader[end].Kind != TokenKind.Word || Participles.Contains(reader[end].Lower))
            return end;
        var next = reader[end].Lower;
        var clauseFollows =
            next is "that"
            || Prepositions.Contains(next)
            || reader.DateAt(end) is not null
            || FunctionWords.Articles.Contains(next)
            || FunctionWords.Subjects.Contains(next)
            || reader.Names.At(end) is not null
            || FunctionWords.Subordinators.Contains(next);
        return clauseFollows && !IsQuantity(range) ? end : at;
    }

    /// <summary>"said at least three", "said over 40" begin the content.</summary>
    private bool IsQuantity(TokenRange range) =>
        reader[range.First].Lower is "least" or "most" || reader[range.First].Kind == TokenKind.Number;

    /// <summary>Takes from the words around a cue what they say of the way: outlets and own routes.</summary>
    public void ReadRoute(CueClause clause, TokenRange range, bool leading)
    {
        if (leading && !Has(range, Venues))
            return;
        for (var at = range.First; at < range.End; at++)
        {
            if (reader.InQuote(at))
                continue;
            if (OutletAfter(at, range) is { } outlet && IsNew(clause, outlet))
                Hear(clause, outlet);
        }

        clause.OwnRoute |= clause.Relays.Count == 0 && Has(range, Routes) && !Has(range, Participles);
    }

    /// <summary>"An official, quoted by the agency, said".</summary>
    public void ReadQuoter(CueClause clause, TokenRange aside)
    {
        for (var at = aside.First; at + 1 < aside.End; at++)
        {
            if (
                reader[at].Lower is "quoted" or "cited"
                && reader[at + 1].Is("by")
                && OutletAfter(at + 1, aside) is { } outlet
                && IsNew(clause, outlet)
            )
                Hear(clause, outlet);
        }
    }

    private static bool IsNew(CueClause clause, SourcePhrase outlet) =>
        clause.Relays.All(r => !r.Range.Has(outlet.Range.First))
        && clause.Relays.All(r => r.Run is null ? outlet.Run is not null || r.Noun != outlet.Noun : r.Run.Entity != outlet.Run?.Entity);

    private static void Hear(CueClause clause, SourcePhrase outlet)
    {
        clause.Relays.Add(outlet);
        clause.Heard = true;
    }

    private SourcePhrase? OutletAfter(int at, TokenRange range)
    {
        if (reader[at].Lower is not ("with" or "to" or "in" or "on" or "by" or "for" or "through" or "via") || at + 1 >= range.End)
            return null;
        var first = reader[at + 1].Lower is "the" && at + 2 < range.End ? at + 2 : at + 1;
        if (
            first == at + 2
            && Outlets.Nouns.Contains(reader[first].Lower)
            && reader.Names.At(first) is null
            && !(first + 1 < range.End && reader.Names.At(first + 1) is { Entity.Kind: SourceKind.Outlet })
            && reader.Source(new TokenRange(at + 1, first + 1)) is var referred
            && MayBeOutlet(referred)
        )
            return referred;
        if (reader.Names.OutletOwning(reader.Document, new TokenRange(first, Math.Min(first + 3, range.End))) is { } owner)
            return owner;
        if (reader.Names.At(first) is { Entity.Kind: SourceKind.Outlet } run && run.Core.First >= at && run.Core.End <= range.End)
            return new SourcePhrase(run.Core, run.Core, run, "");
        var words = reader.Phrases.Right(at + 1, range.End);
        if (words.IsEmpty || words.Count > LongestOutlet)
            return null;
        return reader.Source(words) is { Kind: SourceKind.Outlet } outlet ? outlet : null;
    }

    private bool Has(TokenRange range, FrozenSet<string> words)
    {
        for (var i = range.First; i < range.End; i++)
        {
            if (words.Contains(reader[i].Lower) && !reader.InQuote(i))
                return true;
        }

        return false;
    }
}
