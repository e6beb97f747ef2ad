using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Chains;

/// <summary>Goes through the clauses of a story in order and gives each its chains.</summary>
internal sealed class ChainBuilder
{
    private readonly Reader _reader;
    private readonly CarriedContext _context = new();
    private readonly Speakers _speakers;
    private readonly References _references;
    private readonly HopBuilder _links;
    private int _paragraph = -1;

    public ChainBuilder(Reader reader)
    {
        _reader = reader;
        _speakers = new Speakers(reader);
        _references = new References(reader, _speakers, _context);
        _links = new HopBuilder(reader, _references, reader.Names);
    }

    /// <summary>Moves on to a paragraph, said or not.</summary>
    public void Enter(int paragraph)
    {
        if (paragraph == _paragraph)
            return;
        _paragraph = paragraph;
        _context.EnterParagraph(_reader.Document, paragraph);
    }

    public Draft Build(CueClause clause, Draft? before)
    {
        _speakers.Advance(clause.Start);
        var draft = new Draft(clause);
        if (clause.SameSpeaker && before is not null && before.Clause.Sentence == clause.Sentence && clause.Relays.Count == 0)
            draft.Chains = before.Chains;
        else
            draft.Chains = Chains(clause, before);
        Remember(draft);
        return draft;
    }

    /// <summary>An attitude has the hands that its own words name: nothing is carried to it, and nothing later leans on it.</summary>
    public Draft Aside(CueClause clause)
    {
        _speakers.Advance(clause.Start);
        return new Draft(clause) { Chains = Stated(clause).FindAll(c => c.Count > 0) };
    }

    /// <summary>A hop for somebody who is named outside of any statement, and says nothing there.</summary>
    public Hop Hop(SourcePhrase phrase, Sentence sentence, double confidence)
    {
        _speakers.Advance(phrase.Range.First);
        return _links.Stated(phrase, sentence, confidence).Hop;
    }

    /// <summary>A quotation without a cue that goes on from the statement before.</summary>
    public static Draft Continue(CueClause clause, Draft before)
    {
        var chains = before.Chains.Select(c => c.Select(l => l with { Hop = Carried(l.Hop) }).ToList()).ToList();
        return new Draft(clause) { Chains = chains };
    }

    private static Hop Carried(Hop link) =>
        link with
        {
            Basis = link.Basis == Basis.Stated ? Basis.Carried : link.Basis,
            Confidence = link.Confidence * .75,
        };

    private List<List<DraftHop>> Chains(CueClause clause, Draft? before)
    {
        var chains = Stated(clause);
        if (
            chains.Count == 1
            && chains[0] is [{ Entity: null, IsOutlet: false } one]
            && before is not null
            && SameWay.Of(before, one, clause) is { Count: > 0 } hands
        )
            return
            [
                [.. hands.Select(h => h with { Hop = Carried(h.Hop) }), one],
            ];
        chains = chains.SelectMany(c => WithCarried(c, clause)).Where(c => c.Count > 0).ToList();
        return chains;
    }

    private List<List<DraftHop>> Stated(CueClause clause)
    {
        var chains = new List<List<DraftHop>> { new() };
        foreach (var phrase in Hands(clause).SelectMany(p => Carriers.Part(_reader, p)))
            chains = Extended(chains, Conjunctions.Split(_reader, phrase), clause);
        return chains;
    }

    private List<List<DraftHop>> Extended(List<List<DraftHop>> chains, List<SourcePhrase> parts, CueClause clause)
    {
        var links = parts.ConvertAll(p =>
            _links.Stated(p, clause.Sentence, Confidences.OfLink(clause, p), clause.Relays.Exists(r => r.IsOutlet))
        );
        if (
            links.Count == 1
            && !links[0].IsOutlet
            && parts[0].Run is null
            && clause.Relays.Contains(parts[0])
            && Outlets.VagueNouns.Contains(parts[0].Noun)
        )
            return chains;
        if (links.Count == 1 && !links[0].IsOutlet && links[0].Entity is { } one && chains[0].Exists(l => l.Entity == one))
            return chains;
        return chains.SelectMany(c => links.Select(l => c.Append(l).ToList())).ToList();
    }

    /// <summary>The hands that the sentence names, nearest first.</summary>
    private static IEnumerable<SourcePhrase> Hands(CueClause clause)
    {
        if (clause.Outer is { } outer)
        {
            foreach (var hand in Hands(outer))
                yield return hand;
        }

        foreach (var relay in clause.Relays)
            yield return relay;
        if (clause.Source is { } source)
            yield return source;
        if (clause.Cited is { } cited)
            yield return cited;
    }

    private IEnumerable<List<DraftHop>> WithCarried(List<DraftHop> stated, CueClause clause)
    {
        var first = stated.Count > 0 ? stated[0] : null;
        if (first is { IsOutlet: true })
        {
            var before = first.Entity is { } outlet ? _context.Before(outlet) : null;
            return
            [
                [.. Carry(before ?? [], clause), .. stated],
            ];
        }

        if (stated.Count > 0 && Reactions.Is(_reader, clause))
        {
            _context.End();
            return [stated];
        }

        var speaker = stated.Count > 0 ? stated[^1].Entity : null;
        var paths = clause.OwnRoute ? [] : _context.For(speaker, clause.Sentence.Paragraph);
        if (paths.Count == 0)
            return [stated];
        if (!Belongs(stated, clause, paths))
        {
            // A new speaker, or a note of the writer's own, ends the report; whose claim a noun mentions has not spoken here.
            if (stated.Count > 0 && !clause.IsNoun)
                _context.End();
            return [stated];
        }

        return paths.Select(path => (List<DraftHop>)[.. Carry(path, clause), .. stated]);
    }

    /// <summary>Whether a statement goes on with the outlet's report: whom the report names speaks on, or the words are hedged and name nobody.</summary>
    private bool Belongs(List<DraftHop> stated, CueClause clause, List<List<CarriedHop>> paths)
    {
        if (stated.Count == 0)
            return clause.Hedge is { } hedge && clause.Cue == hedge;
        var last = stated[^1];
        if (last.Phrase is { Definite: true, Pronoun: null, Run: null } phrase && _context.Knows(phrase.Noun))
            return true;
        if (last is { Hop: { Kind: SourceKind.Person, IsNamed: true }, Entity: { } person } && _context.MayKnow(person, last.Hop.Role))
            return true;
        return last.Entity is { } speaker && (paths[0][0].OnlyFor == speaker || _context.Knows(speaker));
    }

    private static IEnumerable<DraftHop> Carry(IEnumerable<CarriedHop> hands, CueClause clause) =>
        hands.Select(h => HopBuilder.Carried(h, clause.Sentence.Paragraph));

    private void Remember(Draft draft)
    {
        var clause = draft.Clause;
        if (clause.IsNoun)
            return;
        var outlets = draft
            .Chains.Select(c => c.TakeWhile(l => l.IsOutlet && l.Entity is not null).ToList())
            .Where(c => c.Count > 0)
            .ToList();
        if (outlets.Count > 0)
        {
            RememberOutlets(draft, outlets);
            RememberNames(draft);
        }
        else if (clause.Source is not null)
            _context.SawOwnSource();
        if (clause.Source is { Run: null } source && Documents.Nouns.Contains(source.Noun) && outlets.Count == 0)
            _references.SawDocument(source.Noun);
        if (draft.End is not { } end || clause.Source is null)
            return;
        foreach (var link in draft.Chains[0])
            _speakers.Spoke(
                link.Hop.Identity?.Kind ?? link.Hop.Kind,
                link.Entity,
                link.Hop.Identity?.Span ?? link.Hop.Span,
                draft.Paragraph,
                clause.Cue
            );
        _speakers.HasSpoken |= end.Hop.Kind is SourceKind.Person or SourceKind.Unnamed;
    }

    private void RememberOutlets(Draft draft, List<List<DraftHop>> outlets)
    {
        var named = outlets.SelectMany(o => o).Where(l => l.Hop.Basis == Basis.Stated).ToList();
        if (named.Count == 0)
            return;
        _references.SawOutlet();
        if (named.TrueForAll(l => _context.Before(l.Entity!) is not null))
        {
            foreach (var link in named)
                _context.Refresh(link.Entity!, draft.Paragraph);
            return;
        }

        if (IsOfItself(draft.Clause))
            return;
        var heard = IsReport(draft.Clause) ? null : draft.End?.Entity;
        if (heard is null && !IsReport(draft.Clause))
            return;
        _context.Enter(
            outlets.ConvertAll(path =>
                path.ConvertAll(l => new CarriedHop(l.Entity!, l.Hop.Identity?.Span ?? l.Hop.Span, draft.Paragraph, draft.Clause.Cue)
                {
                    OnlyFor = heard,
                })
            )
        );
    }

    /// <summary>Whom an outlet's report names, and whom the outlet has heard.</summary>
    private void RememberNames(Draft draft)
    {
        foreach (var hop in draft.Chains.SelectMany(c => c))
        {
            if (hop is { IsOutlet: false, Entity: { } entity })
                _context.Name(entity);
            else if (hop is { IsOutlet: false, Phrase: { Pronoun: null, Run: null } phrase })
                _context.Name(phrase.Noun);
        }

        foreach (var range in draft.Clause.Content)
        {
            for (var at = range.First; at < range.End; at++)
            {
                if (_reader.Names.At(at) is not { Entity: { } named } run)
                    continue;
                _context.Name(named);
                at = run.Whole.End - 1;
            }
        }
    }

    /// <summary>"The broadcaster said its archive had been hacked": it speaks of itself, and reports nothing.</summary>
    private bool IsOfItself(CueClause clause)
    {
        if (clause is not { Verb.Lemma: "say", Outer: null, Relays.Count: 0, Cited: null, Placement: Placement.Before, Content.Count: > 0 })
            return false;
        var content = clause.Content[0];
        var first = _reader[content.First].Is("that") && content.Count > 1 ? content.First + 1 : content.First;
        return _reader[first].Lower is "its" or "it" or "their" or "they";
    }

    /// <summary>Whether an outlet reports, rather than being told: "Reuters reported", "Brand said, Reuters reported", "quoted by Reuters".</summary>
    private static bool IsReport(CueClause clause) => clause.Outer is not null || clause.Source is { IsOutlet: true } || !clause.Heard;
}
