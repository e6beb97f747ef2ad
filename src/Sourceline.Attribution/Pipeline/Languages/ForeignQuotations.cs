using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Languages;

/// <summary>Tells what somebody said from what is only called so: names of newspapers, ships and films stand in the same marks.</summary>
internal sealed class ForeignQuotations(Reader reader, ForeignCues cues)
{
    private const int Reach = 8;
    private const int LongestName = 4;
    private const int LongestGap = 3;

    private HashSet<string>? _outlets;

    /// <summary>The quotations of more than one word that stand near a verb.</summary>
    public List<TokenRange> Of(Sentence sentence, int verb)
    {
        var found = new List<TokenRange>();
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (reader.Document.QuoteAt[at] is not { } quote)
                continue;
            var near = at > verb ? quote.First - verb <= Reach + 2 : verb - quote.Last <= Reach;
            if (quote.Words > 1 && (near || found.Count > 0) && !IsOutlet(sentence, quote) && !IsName(sentence, quote, verb))
                found.Add(new TokenRange(quote.First, Math.Min(quote.Last + 1, sentence.End)));
            at = quote.Last;
        }

        return found;
    }

    /// <summary>Whether nothing but marks and helping verbs stands behind a quotation and before the verb, or a colon or "that" before the quotation behind it.</summary>
    public bool IsBeside(int verb, List<TokenRange> quotes) =>
        EndsBefore(verb, quotes) || quotes.Exists(q => q.First > verb && q.First - verb - 1 <= LongestGap && Opens(verb + 1, q.First));

    /// <summary>Whether a quotation ends right before a word.</summary>
    public bool EndsBefore(int word, List<TokenRange> quotes) =>
        quotes.Exists(q =>
            q.End <= word
            && word - q.End <= LongestGap
            && Enumerable.Range(q.End, word - q.End).All(i => IsMark(i) || cues.Helpers.Contains(reader[i].Lower))
        );

    /// <summary>The outlet whose name stands in marks; <paramref name="unread"/> where one is spoken of that cannot be read.</summary>
    public SourcePhrase? Outlet(Sentence sentence, List<TokenRange> quotes, out bool unread)
    {
        unread = false;
        SourcePhrase? found = null;
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (
                reader.Document.QuoteAt[at] is { } quote
                && quote.First == at
                && IsOutlet(sentence, quote)
                && !quotes.Exists(q => q.First == quote.First)
            )
                found ??= Outlet(quote);
            unread |= !reader.InQuote(at) && cues.IsOutletNoun(reader[at].Lower);
        }

        unread &= found is null;
        return found;
    }

    /// <summary>Whether the outlet itself says it: "пишет газета «Берег»".</summary>
    public bool Speaks(SourcePhrase outlet, int verb)
    {
        var noun = outlet.Range.First - 2;
        return noun >= 0
            && cues.SpeakingOutlets.Contains(reader[noun].Lower)
            && (noun == verb + 1 || (cues.VerbLast && outlet.Range.End + 1 == verb && !(noun > 0 && reader[noun - 1].Is(cues.Addressee))));
    }

    private bool Opens(int first, int end)
    {
        var sure = !cues.HasCapitals;
        for (var i = first; i < end; i++)
        {
            if (!IsMark(i) && !cues.That.Contains(reader[i].Lower))
                return false;
            sure |= reader[i].Is(":") || cues.That.Contains(reader[i].Lower);
        }

        return sure;
    }

    private SourcePhrase Outlet(Quotation quote)
    {
        var core = new TokenRange(quote.First + 1, quote.Last);
        var run = new NameRun(core, core, null, null, null)
        {
            Entity = new Entity(reader.Document.Words(core), SourceKind.Outlet, core.First, reader.Document.Span(core)),
        };
        return new SourcePhrase(core, core, run, "");
    }

    /// <summary>A name in marks: behind a word for newspapers or agencies, here or, where it is told to, elsewhere in the text.</summary>
    private bool IsOutlet(Sentence sentence, Quotation quote)
    {
        if (quote.First == sentence.First || quote.Last - quote.First < 2 || quote.Words > LongestName)
            return false;
        var before = reader[quote.First - 1].Lower;
        return cues.IsOutletNoun(before) || (before == cues.Addressee && WasOutlet(quote));
    }

    /// <summary>What begins with a capital in the midst of a clause is called so: "the steamer “Queen of the Sea” sank".</summary>
    private bool IsName(Sentence sentence, Quotation quote, int verb) =>
        cues.HasCapitals
        && quote.First > sentence.First
        && quote.First - 1 != verb
        && reader[quote.First + 1].Capital
        && reader[quote.First - 1].Kind == TokenKind.Word
        && !cues.IsVerb(reader[quote.First - 1].Lower);

    private bool WasOutlet(Quotation quote)
    {
        _outlets ??= reader
            .Document.QuotationList.Where(q =>
                q.First > 0 && q.Words <= LongestName && q.Last - q.First > 1 && cues.IsOutletNoun(reader[q.First - 1].Lower)
            )
            .Select(Name)
            .ToHashSet(StringComparer.Ordinal);
        return _outlets.Contains(Name(quote));
    }

    private string Name(Quotation quote) => reader.Document.Words(new TokenRange(quote.First + 1, quote.Last));

    private bool IsMark(int at) => reader[at].Kind is TokenKind.Mark or TokenKind.Quote;
}
