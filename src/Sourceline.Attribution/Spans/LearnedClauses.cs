namespace Sourceline.Attribution;

/// <summary>
/// Puts what the model finds beside what the rules find. A clause of the rules stays as it is, for the rules know its hands and its edges, and
/// takes on the model's confidence; a candidate where the rules see nothing becomes a clause of its own.
/// </summary>
internal sealed class LearnedClauses(Reader reader, AttributionModel model, Recollection? recollection = null)
{
    [ThreadStatic]
    private static SpanReader? _spans;

    [ThreadStatic]
    private static AttributionModel? _modelOfSpans;

    /// <param name="clauses">The rules' clauses by sentence; what the model adds is put in its place among them.</param>
    /// <param name="cancellationToken">Stops the reading of a long text.</param>
    public void AddTo(List<CueClause>[] clauses, CancellationToken cancellationToken)
    {
        var facts = new SpanFacts(reader.Document, model.Syntax.Read(reader.Document, cancellationToken, recollection), clauses);
        if (_spans is null || _modelOfSpans != model)
            (_spans, _modelOfSpans) = (new SpanReader(model.Spans), model);
        var candidates = _spans.Candidates(facts, cancellationToken, recollection);
        foreach (var candidate in candidates)
        {
            if (facts.ClauseAt(candidate.Cue) is { } clause)
                clause.Likely = Math.Max(clause.Likely ?? 0, candidate.Confidence);
        }

        foreach (var candidate in SpanReader.Select(candidates, model.Spans.Threshold))
        {
            var own = clauses[candidate.Sentence];
            if (facts.ClauseAt(candidate.Cue) is null && !own.Exists(c => IsSame(c, candidate)) && ClauseOf(candidate, facts) is { } clause)
                own.Insert(own.FindIndex(c => c.Start > clause.Start) is >= 0 and var at ? at : own.Count, clause);
        }
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
        clause.Placement = clause.Content[0].First >= clause.Cue.End ? Placement.Before
            : clause.Content[^1].End <= clause.Cue.First ? Placement.After : Placement.Between;
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
