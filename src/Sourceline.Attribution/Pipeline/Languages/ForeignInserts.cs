using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Languages;

/// <summary>
/// Finds the speaker within the marks, as Russian and French have it: «Мост закрыт, — сообщил Рощин. — Объезд откроют завтра»,
/// « La grève continue, a affirmé Verdier, et elle durera ». Only with a name.
/// </summary>
internal sealed class ForeignInserts(Reader reader, ForeignCues cues)
{
    private const double Weight = .75;

    /// <summary>An insert is no longer than this.</summary>
    private const int Longest = 20;

    private readonly ForeignSources _sources = new(reader, cues, inQuotation: true);

    public CueClause? Find(Sentence sentence)
    {
        if (cues.Inserts.Count == 0)
            return null;
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (reader.Document.QuoteAt[at] is not { } quote)
                continue;
            if (In(sentence, quote) is { } clause)
                return clause;
            at = quote.Last;
        }

        return null;
    }

    private CueClause? In(Sentence sentence, Quotation quote)
    {
        for (var mark = quote.First + 2; mark + 2 < quote.Last; mark++)
        {
            if (!cues.Inserts.Contains(reader[mark].Lower) || Verb(mark + 1, quote.Last) is not { } verb)
                continue;
            var within = new Sentence(new TokenRange(quote.First, quote.Last), sentence.Paragraph);
            if (_sources.Behind(within, verb) is { Run: not null } source && End(mark, source.Range.End, quote) is { } end)
                return Clause(sentence, quote, mark, verb, source, end);
        }

        return null;
    }

    /// <summary>The verb at a place, behind helping verbs if there are any.</summary>
    private int? Verb(int at, int end)
    {
        while (at < end && cues.Helpers.Contains(reader[at].Lower))
            at++;
        return at < end && cues.IsVerb(reader[at].Lower) ? at : null;
    }

    /// <summary>Where what is said goes on: behind the mark that opened the insert, or at the end of the quotation.</summary>
    private int? End(int mark, int from, Quotation quote)
    {
        for (var at = from; at < Math.Min(quote.Last, from + Longest); at++)
        {
            if (reader[at].Lower == reader[mark].Lower)
                return at + 1;
        }

        return quote.Last - from <= Longest ? quote.Last + 1 : null;
    }

    private static CueClause Clause(Sentence sentence, Quotation quote, int mark, int verb, SourcePhrase source, int end)
    {
        var clause = new CueClause
        {
            Sentence = sentence,
            Cue = new TokenRange(verb, verb + 1),
            Weight = Weight,
            Source = source,
        };
        clause.Content.Add(new TokenRange(quote.First, mark));
        if (end < quote.Last)
            clause.Content.Add(new TokenRange(end, Math.Min(quote.Last + 1, sentence.End)));
        return clause;
    }
}
