namespace Sourceline.Attribution;

/// <summary>
/// Reads a text in a language without rules of its own for what is certain: a quotation in marks, a cue verb beside it, and a name or
/// a pronoun beside the verb; the statement has no chain where neither is certain. Nothing is carried and nobody is looked for further away.
/// </summary>
internal sealed class ForeignStory(Reader reader, ForeignCues? cues)
{
    private const int Reach = 8;
    private const int LongestName = 4;

    /// <summary>More cue verbs than this in one sentence are a list or noise.</summary>
    private const int MostVerbs = 12;

    private const double Named = .75;
    private const double Loose = .55;

    private HashSet<string>? _outlets;

    private readonly ForeignAddressees? _addressees = cues is null ? null : new ForeignAddressees(reader, cues);

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
        var verbs = 0;
        for (var at = sentence.First; at < sentence.End && verbs < MostVerbs; at++)
        {
            if (reader.InQuote(at) || !cues!.Verbs.Contains(reader[at].Lower))
                continue;
            verbs++;
            if (Quotes(sentence, at) is not { Count: > 0 } quotes)
                continue;
            var told = _addressees!.After(sentence, at);
            var source = _sources!.Beside(sentence, at, told?.Words ?? default);
            var relay = Relay(Part(sentence, at), quotes, out var unread);
            if (relay is null && told is { } to && source?.Range.First != to.Outlet.Range.First)
                (relay, unread) = (to.Outlet, false);
            if (unread)
                source = null;
            if (source is null && !IsBeside(at, quotes))
                continue;
            var clause = new CueClause { Sentence = sentence, Cue = new TokenRange(at, at + 1), Weight = source?.Run is null ? Loose : Named, Source = source };
            if (relay is not null && source is not null)
                clause.Relays.Add(relay);
            clause.Content.AddRange(quotes);
            return clause;
        }

        return null;
    }

    /// <summary>Scripts without capitals do not show where a sentence ends at a full stop: what a verb belongs to begins behind the last one.</summary>
    private Sentence Part(Sentence sentence, int verb)
    {
        var first = verb;
        while (first > sentence.First && !(reader[first - 1].IsTerminal && !reader.InQuote(first - 1)))
            first--;
        return new Sentence(new TokenRange(first, sentence.End), sentence.Paragraph);
    }

    /// <summary>The outlet, its name in marks, that it was told to; <paramref name="unread"/> where one is spoken of that cannot be read.</summary>
    private SourcePhrase? Relay(Sentence sentence, List<TokenRange> quotes, out bool unread)
    {
        unread = false;
        SourcePhrase? found = null;
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (reader.Document.QuoteAt[at] is { } quote && quote.First == at && IsOutlet(sentence, quote) && !quotes.Exists(q => q.First == quote.First))
                found ??= Outlet(quote);
            unread |= !reader.InQuote(at) && cues!.IsOutletNoun(reader[at].Lower);
        }

        unread &= found is null;
        return found;
    }

    private SourcePhrase Outlet(Quotation quote)
    {
        var core = new TokenRange(quote.First + 1, quote.Last);
        var run = new NameRun(core, core, null, null, null) { Entity = new Entity(reader.Document.Words(core), SourceKind.Outlet, core.First, reader.Document.Span(core)) };
        return new SourcePhrase(core, core, run, "");
    }

    /// <summary>A name in marks: behind a word for newspapers or agencies, here or, where it is told to, elsewhere in the text.</summary>
    private bool IsOutlet(Sentence sentence, Quotation quote)
    {
        if (quote.First == sentence.First || quote.Last - quote.First < 2 || quote.Words > LongestName)
            return false;
        var before = reader[quote.First - 1].Lower;
        return cues!.IsOutletNoun(before) || (before == cues.Addressee && WasOutlet(quote));
    }

    private bool WasOutlet(Quotation quote)
    {
        _outlets ??= reader.Document.QuotationList.Where(q => q.First > 0 && q.Words <= LongestName && q.Last - q.First > 1 && cues!.IsOutletNoun(reader[q.First - 1].Lower))
            .Select(Name).ToHashSet(StringComparer.Ordinal);
        return _outlets.Contains(Name(quote));
    }

    private string Name(Quotation quote) => reader.Document.Words(new TokenRange(quote.First + 1, quote.Last));

    /// <summary>Whether nothing but marks stands between the verb and what is quoted.</summary>
    private bool IsBeside(int verb, List<TokenRange> quotes) => quotes.Exists(q =>
    {
        var (first, end) = q.First > verb ? (verb + 1, q.First) : (q.End, verb);
        return end - first <= 3 && Enumerable.Range(first, end - first).All(i => reader[i].Kind is TokenKind.Mark or TokenKind.Quote);
    });

    /// <summary>The quotations of more than one word that stand near the verb.</summary>
    private List<TokenRange> Quotes(Sentence sentence, int verb)
    {
        var found = new List<TokenRange>();
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (reader.Document.QuoteAt[at] is not { } quote)
                continue;
            var near = at > verb ? quote.First - verb <= Reach + 2 : verb - quote.Last <= Reach;
            if (quote.Words > 1 && (near || found.Count > 0) && !IsOutlet(sentence, quote))
                found.Add(new TokenRange(quote.First, Math.Min(quote.Last + 1, sentence.End)));
            at = quote.Last;
        }

        return found;
    }

    private Draft Draft(CueClause clause) => new(clause)
    {
        Chains = clause.Source is { } source ? [[.. clause.Relays.Append(source).Select(p => Link(p, clause.Weight))]] : [],
    };

    private BuiltLink Link(SourcePhrase source, double confidence) => new(
        new Link
        {
            Name = source.Run?.Entity?.Name ?? reader.Document.Words(source.Head),
            IsNamed = source.Run is not null,
            Role = source.Role,
            Kind = source.Kind,
            Basis = Basis.Stated,
            Span = reader.Document.Span(source.Head),
            Confidence = confidence,
        },
        source.Run?.Entity,
        source);
}
