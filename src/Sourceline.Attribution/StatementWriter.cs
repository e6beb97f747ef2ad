using System.Collections.Immutable;

namespace Sourceline.Attribution;

/// <summary>Turns drafts into statements: spans, kind, dates, keys.</summary>
internal sealed class StatementWriter(Reader reader)
{
    private readonly Keys _keys = new(reader.Document);

    public Statement Write(Draft draft)
    {
        var clause = draft.Clause;
        var content = clause.Content.OrderBy(c => c.First).ToList();
        var quotations = Quotations(content);
        return new Statement
        {
            Key = _keys.Key(content),
            Evidence = _keys.Evidence(draft),
            Kind = Kind(content, quotations.Count > 0),
            Content = [.. content.Select(reader.Document.Span)],
            Cue = clause.Cue.IsEmpty ? [] : [reader.Document.Span(clause.Cue)],
            Source = clause.Source is { } source ? [reader.Document.Span(source.Range)] : [],
            Quotations = [.. quotations.Select(reader.Document.Span)],
            Hedge = clause.Hedge is { } hedge ? new Hedge(reader.Document.Words(hedge), reader.Document.Span(hedge)) : null,
            Date = Date(clause),
            ContentDates = [.. content.SelectMany(reader.DatesIn).Select(d => d.Resolved(reader.Document)).OfType<StatementDate>()],
            Chains = [.. draft.Chains.Select(c => new Chain([.. c.Select(l => l.Link)]))],
            Confidence = Confidences.OfStatement(clause, quotations.Count > 0, draft.End is { Link.Kind: not SourceKind.Unnamed }),
        };
    }

    /// <summary>The date beside the cue, or the one that the sentence opens with.</summary>
    private StatementDate? Date(CueClause clause)
    {
        var near = clause.Zone.IsEmpty ? [] : reader.DatesIn(clause.Zone);
        var lead = new TokenRange(clause.Sentence.First, Math.Max(clause.Sentence.First, clause.FirstContent < clause.Start ? clause.Sentence.First : clause.Start));
        var outer = clause.Outer is { Zone.IsEmpty: false } o ? reader.DatesIn(o.Zone) : [];
        return near.Concat(Between(clause)).Concat(outer).Concat(reader.DatesIn(lead)).Where(d => !d.Ahead).Select(d => d.Resolved(reader.Document)).FirstOrDefault(d => d is not null);
    }

    /// <summary>"Brand on Monday said".</summary>
    private IEnumerable<DateMention> Between(CueClause clause) =>
        clause.Source is { } source && source.Range.End < clause.Cue.First ? reader.DatesIn(new TokenRange(source.Range.End, clause.Cue.First)) : [];

    private List<TokenRange> Quotations(List<TokenRange> content)
    {
        var found = new List<TokenRange>();
        foreach (var range in content)
        {
            for (var at = range.First; at < range.End; at++)
            {
                if (reader.Document.QuoteAt[at] is not { } quote)
                    continue;
                var whole = new TokenRange(Math.Max(quote.First, range.First), Math.Min(quote.Last + 1, range.End));
                found.Add(whole);
                at = whole.End - 1;
            }
        }

        return found;
    }

    private StatementKind Kind(List<TokenRange> content, bool quoted)
    {
        if (!quoted)
            return StatementKind.Indirect;
        foreach (var range in content)
        {
            for (var at = range.First; at < range.End; at++)
            {
                if (!reader.InQuote(at) && reader[at].Kind is TokenKind.Word or TokenKind.Number)
                    return StatementKind.Mixed;
            }
        }

        return StatementKind.Direct;
    }
}
