using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>
/// Puts what the model finds beside what the rules find. A clause of the rules stays as it is, for the rules know its hands and its edges, and
/// takes on the model's confidence; a candidate where the rules see nothing becomes a clause of its own.
/// </summary>
internal sealed class LearnedClauses(Reader reader, AttributionModel model)
{
    [ThreadStatic]
    private static SpanReader? _spans;

    [ThreadStatic]
    private static AttributionModel? _modelOfSpans;

    /// <param name="clauses">The rules' clauses by sentence; what the model finds to have been said is put in its place among them.</param>
    /// <param name="cancellationToken">Stops the reading of a long text.</param>
    /// <returns>By sentence what it finds beside that: attitudes.</returns>
    public List<CueClause>[] AddTo(List<CueClause>[] clauses, CancellationToken cancellationToken)
    {
        var facts = new SpanFacts(reader.Document, model.Syntax.Read(reader.Document, cancellationToken), clauses);
        if (_spans is null || _modelOfSpans != model)
            (_spans, _modelOfSpans) = (new SpanReader(model.Spans), model);
        var candidates = _spans.Candidates(facts, cancellationToken);
        var outers = clauses.SelectMany(c => c).Select(c => c.Outer).OfType<CueClause>().ToLookup(c => c.Cue);
        foreach (var candidate in candidates)
        {
            foreach (var outer in outers[candidate.Cue])
                outer.Likely = Math.Max(outer.Likely ?? 0, candidate.Confidence);
            if (facts.ClauseAt(candidate.Cue) is { } clause && candidate.Confidence > (clause.Likely ?? 0))
                TakeOn(clause, candidate);
        }

        var utterances = new Utterances(reader, facts);
        var notes = new EditorNotes(reader);
        var silent = facts.Sentences.ConvertAll(notes.Holds);
        var attitudes = Array.ConvertAll(clauses, _ => new List<CueClause>());
        foreach (var candidate in SpanReader.Select(candidates, model.Spans.Threshold))
        {
            var said = clauses[candidate.Sentence];
            if (!silent[candidate.Sentence] && !said.Exists(c => Tells(c, candidate)) && ClauseOf(candidate, facts) is { } clause)
                Insert(utterances.Has(clause) ? said : attitudes[candidate.Sentence], clause);
        }

        return attitudes;
    }

    /// <summary>The rules know a name; how far the words about it reach ("Brand, who has run the mill since May") the model knows better.</summary>
    private void TakeOn(CueClause clause, Candidate candidate)
    {
        // Annotators mark no "reportedly" without a source, so the model has not learned what such a sentence says.
        if (clause.Source is null && clause.Hedge == clause.Cue)
            return;
        clause.Likely = candidate.Confidence;
        var naming = candidate.Source is { } range ? Contents.Trim(reader, range) : default;
        if (clause.Source is { } source && naming.Overlaps(source.Head))
            clause.Naming = naming;
    }

    private static void Insert(List<CueClause> clauses, CueClause clause) =>
        clauses.Insert(clauses.FindIndex(c => c.Start > clause.Start) is >= 0 and var at ? at : clauses.Count, clause);

    /// <summary>Whether a clause that is there already tells what the candidate does: with the same cue, with the same words, or as the way that it came.</summary>
    private static bool Tells(CueClause clause, Candidate candidate) =>
        clause.Cue.Overlaps(candidate.Cue)
        || IsSame(clause, candidate)
        || Hands(clause).Any(h => candidate.Content.Exists(h.Range.Overlaps) && h.Range.Count * 2 >= candidate.Words);

    private static IEnumerable<SourcePhrase> Hands(CueClause clause)
    {
        IEnumerable<SourcePhrase?> own = [.. clause.Relays, clause.Source, clause.Cited];
        return own.OfType<SourcePhrase>().Concat(clause.Outer is { } outer ? Hands(outer) : []);
    }

    /// <summary>Whether a clause of the rules already says, under another cue, what the candidate says.</summary>
    private static bool IsSame(CueClause clause, Candidate candidate)
    {
        var shared = clause.Content.Sum(c => candidate.Content.Sum(c.Shared));
        return shared * 2 > Math.Min(clause.Content.Sum(c => c.Count), candidate.Words);
    }

    private CueClause? ClauseOf(Candidate candidate, SpanFacts facts)
    {
        var source = candidate.Source is { } range ? Contents.Trim(reader, range) : default;
        var clause = new CueClause
        {
            Sentence = facts.Sentences[candidate.Sentence],
            Cue = candidate.Cue,
            Verb = CueVerbs.Find(reader[candidate.Cue.First].Lower),
            Weight = candidate.Confidence,
            Likely = candidate.Confidence,
            Source = source.IsEmpty ? null : reader.Source(source),
            IsNoun = !HasVerb(candidate.Cue, facts),
        };
        foreach (var piece in candidate.Content)
            Contents.Add(reader, clause, piece);
        if (clause.Content.Count == 0)
            return null;
        clause.Placement =
            clause.Content[0].First >= clause.Cue.End ? Placement.Before
            : clause.Content[^1].End <= clause.Cue.First ? Placement.After
            : Placement.Between;
        return clause;
    }

    private static bool HasVerb(TokenRange cue, SpanFacts facts)
    {
        for (var i = cue.First; i < cue.End; i++)
        {
            if (facts.Syntax.Pos[i].IsVerb())
                return true;
        }

        return false;
    }
}
