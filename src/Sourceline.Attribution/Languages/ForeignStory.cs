namespace Sourceline.Attribution;

/// <summary>
/// Reads a text in a language without rules of its own for what is certain: a quotation in marks, a cue verb beside it, and a name or
/// a pronoun beside the verb. Nothing is carried and nobody is looked for further away.
/// </summary>
internal sealed class ForeignStory(Reader reader, ForeignCues? cues)
{
    private const int Reach = 8;
    private const double Named = .75;
    private const double Loose = .55;

    private readonly ForeignSources? _sources = cues is null ? null : new ForeignSources(reader, cues);

    public List<Draft> Read(CancellationToken cancellationToken)
    {
        var drafts = new List<Draft>();
        if (cues is null || _sources is null)
            return drafts;
        foreach (var sentence in reader.Document.SentenceList)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Clause(sentence) is { } clause)
                drafts.Add(Draft(clause));
        }

        return drafts;
    }

    private CueClause? Clause(Sentence sentence)
    {
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (reader.InQuote(at) || !cues!.Verbs.Contains(reader[at].Lower) || Quotes(sentence, at) is not { Count: > 0 } quotes)
                continue;
            if (_sources!.Beside(sentence, at) is not { } source)
                continue;
            var clause = new CueClause { Sentence = sentence, Cue = new TokenRange(at, at + 1), Weight = source.Run is null ? Loose : Named, Source = source };
            clause.Content.AddRange(quotes);
            return clause;
        }

        return null;
    }

    /// <summary>The quotations of more than one word that stand near the verb.</summary>
    private List<TokenRange> Quotes(Sentence sentence, int verb)
    {
        var found = new List<TokenRange>();
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (reader.Document.QuoteAt[at] is not { } quote)
                continue;
            var near = at > verb ? quote.First - verb <= Reach + 2 : verb - quote.Last <= Reach;
            if (quote.Words > 1 && (near || found.Count > 0))
                found.Add(new TokenRange(quote.First, Math.Min(quote.Last + 1, sentence.End)));
            at = quote.Last;
        }

        return found;
    }

    private Draft Draft(CueClause clause)
    {
        var source = clause.Source!;
        var link = new Link
        {
            Name = source.Run?.Entity?.Name ?? reader.Document.Words(source.Head),
            Kind = source.Kind,
            Basis = Basis.Stated,
            Span = reader.Document.Span(source.Head),
            Confidence = clause.Weight,
        };
        return new Draft(clause) { Chains = [[new BuiltLink(link, source.Run?.Entity, source)]] };
    }
}
