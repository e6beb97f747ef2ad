using System.Collections.Immutable;
using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Chains;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Dates;
using Sourceline.Attribution.Pipeline.Keys;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline;

/// <summary>Turns drafts into statements: spans, kind, dates, keys.</summary>
internal sealed class StatementWriter(Reader reader)
{
    private readonly StatementKeys _keys = new(reader.Document);

    public AttributedStatement Write(Draft draft)
    {
        var clause = draft.Clause;
        var content = InOrder(clause.Content);
        var quotations = Quotations(content);
        return new AttributedStatement
        {
            Key = _keys.Key(clause),
            Evidence = _keys.Evidence(draft),
            Kind = Kind(content, quotations.Length > 0),
            Content = Spans(content),
            Cue = clause.Cue.IsEmpty ? [] : [reader.Document.Span(clause.Cue)],
            Source = clause.Source is { } source ? [reader.Document.Span(clause.Naming ?? source.Range)] : [],
            Quotations = quotations,
            Hedge = clause.Hedge is { } hedge ? new Hedge(reader.Document.Words(hedge), reader.Document.Span(hedge)) : null,
            Date = Date(clause),
            Polarity = Polarities.Of(reader, clause),
            ContentDates = ContentDates(content),
            Chains = Chains(draft.Chains),
            Confidence = Confidences.OfStatement(clause, quotations.Length > 0, draft.End is { Hop.Kind: not SourceKind.Unnamed }),
        };
    }

    private static List<TokenRange> InOrder(List<TokenRange> content)
    {
        for (var i = 1; i < content.Count; i++)
        {
            if (content[i].First < content[i - 1].First)
                return [.. content.OrderBy(c => c.First)];
        }

        return content;
    }

    private ImmutableArray<TextSpan> Spans(List<TokenRange> ranges)
    {
        var spans = new TextSpan[ranges.Count];
        for (var i = 0; i < spans.Length; i++)
            spans[i] = reader.Document.Span(ranges[i]);
        return ImmutableArray.Create(spans);
    }

    private static ImmutableArray<Chain> Chains(List<List<DraftHop>> built)
    {
        var chains = ImmutableArray.CreateBuilder<Chain>(built.Count);
        foreach (var hands in built)
        {
            var links = ImmutableArray.CreateBuilder<Hop>(hands.Count);
            foreach (var hand in hands)
                links.Add(hand.Hop);
            chains.Add(new Chain(links.MoveToImmutable()));
        }

        return chains.MoveToImmutable();
    }

    private ImmutableArray<StatementDate> ContentDates(List<TokenRange> content)
    {
        if (reader.DateList.Count == 0)
            return [];
        ImmutableArray<StatementDate>.Builder? dates = null;
        foreach (var range in content)
        {
            foreach (var mention in reader.DatesIn(range))
            {
                if (mention.Resolved(reader.Document) is { } date)
                    (dates ??= ImmutableArray.CreateBuilder<StatementDate>()).Add(date);
            }
        }

        return dates?.ToImmutable() ?? [];
    }

    /// <summary>The date beside the cue, or the one that the sentence opens with.</summary>
    private StatementDate? Date(CueClause clause)
    {
        if (reader.DateList.Count == 0)
            return null;
        var lead = new TokenRange(
            clause.Sentence.First,
            Math.Max(clause.Sentence.First, clause.FirstContent < clause.Start ? clause.Sentence.First : clause.Start)
        );
        return First(clause.Zone) ?? First(Between(clause)) ?? (clause.Outer is { } outer ? First(outer.Zone) : null) ?? First(lead);
    }

    private StatementDate? First(TokenRange range)
    {
        if (range.IsEmpty)
            return null;
        foreach (var date in reader.DatesIn(range))
        {
            if (!date.Ahead && !IsToCome(date.Tokens.First, range.First) && date.Resolved(reader.Document) is { } resolved)
                return resolved;
        }

        return null;
    }

    /// <summary>"in an article to be published on Sunday": the day of something that has not happened.</summary>
    private bool IsToCome(int date, int from)
    {
        for (var at = date - 1; at >= Math.Max(from, date - 4); at--)
        {
            if (reader[at].Is("be") && at > from && reader[at - 1].Lower is "to" or "will")
                return true;
        }

        return false;
    }

    /// <summary>"Brand on Monday said"; what an aside between commas dates is something else: "Brand, citing a tax cut last year, said".</summary>
    private TokenRange Between(CueClause clause)
    {
        if (clause.Source is not { } source || source.Range.First >= clause.Cue.First)
            return default;
        for (var at = source.Head.End; at < source.Range.End; at++)
        {
            if (IsSaying(reader[at].Lower))
                return source.Range with { First = at };
        }

        for (var at = source.Range.End; at < clause.Cue.First; at++)
        {
            if (reader[at].Is(",") && at + 1 < clause.Cue.First && reader.DateAt(at + 1) is null && !IsSaying(reader[at + 1].Lower))
                return default;
        }

        return new TokenRange(source.Range.End, clause.Cue.First);
    }

    /// <summary>What opens an aside on the saying: "Brand, speaking on Tuesday, said".</summary>
    private static bool IsSaying(string lower) => lower is "speaking" or "writing" or "asked" or "appearing" or "reached" or "testifying";

    private ImmutableArray<TextSpan> Quotations(List<TokenRange> content)
    {
        ImmutableArray<TextSpan>.Builder? found = null;
        foreach (var range in content)
        {
            for (var at = range.First; at < range.End; at++)
            {
                if (reader.Document.QuoteAt[at] is not { } quote)
                    continue;
                var whole = new TokenRange(Math.Max(quote.First, range.First), Math.Min(quote.Last + 1, range.End));
                (found ??= ImmutableArray.CreateBuilder<TextSpan>(1)).Add(reader.Document.Span(whole));
                at = whole.End - 1;
            }
        }

        return found?.DrainToImmutable() ?? [];
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
