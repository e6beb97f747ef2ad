using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Languages;

/// <summary>Finds the verb that attributes the quotations of a sentence, who speaks, and through which outlet.</summary>
internal sealed class ForeignClauses(Reader reader, ForeignCues cues)
{
    /// <summary>More cue verbs than this in one sentence are a list or noise.</summary>
    private const int MostVerbs = 12;

    private const double Named = .75;
    private const double Loose = .55;

    private readonly ForeignQuotations _quotations = new(reader, cues);
    private readonly ForeignAddressees _addressees = new(reader, cues);
    private readonly ForeignSources _sources = new(reader, cues);

    public CueClause? Find(Sentence sentence)
    {
        var verbs = 0;
        for (var at = sentence.First; at < sentence.End && verbs < MostVerbs; at++)
        {
            if (reader.InQuote(at))
                continue;
            var lower = reader[at].Lower;
            var isVerb = cues.IsVerb(lower);
            if (!isVerb && !cues.According.Contains(lower) && !cues.BehindQuotation.Contains(lower))
                continue;
            verbs++;
            if (
                _quotations.Of(sentence, at) is { Count: > 0 } quotes
                && (isVerb ? ByVerb(sentence, at, quotes) : ByPhrase(sentence, at, quotes)) is { } clause
            )
                return clause;
        }

        return null;
    }

    private CueClause? ByVerb(Sentence sentence, int verb, List<TokenRange> quotes)
    {
        var told = _addressees.After(sentence, verb);
        var source = _sources.Beside(sentence, verb, told?.Words ?? default);
        var relay = _quotations.Outlet(Part(sentence, verb), quotes, out var unread);
        if (source is null && relay is not null && _quotations.Speaks(relay, verb))
            return Clause(sentence, verb, relay, null, quotes);
        if (relay is null && told is { } to && source?.Range.First != to.Outlet.Range.First)
            (relay, unread) = (to.Outlet, false);
        if (unread)
            source = null;
        return source is null && !_quotations.IsBeside(verb, quotes) ? null : Clause(sentence, verb, source, relay, quotes);
    }

    /// <summary>"Selon Ferrand", and "so Holm" right behind what is quoted.</summary>
    private CueClause? ByPhrase(Sentence sentence, int word, List<TokenRange> quotes)
    {
        if (cues.BehindQuotation.Contains(reader[word].Lower) && !_quotations.EndsBefore(word, quotes))
            return null;
        return _sources.Behind(sentence, word) is { } source ? Clause(sentence, word, source, null, quotes) : null;
    }

    private static CueClause Clause(Sentence sentence, int cue, SourcePhrase? source, SourcePhrase? relay, List<TokenRange> quotes)
    {
        var clause = new CueClause
        {
            Sentence = sentence,
            Cue = new TokenRange(cue, cue + 1),
            Weight = source?.Run is null ? Loose : Named,
            Source = source,
        };
        if (relay is not null && source is not null)
            clause.Relays.Add(relay);
        clause.Content.AddRange(quotes);
        return clause;
    }

    /// <summary>Scripts without capitals do not show where a sentence ends at a full stop: what a verb belongs to begins behind the last one.</summary>
    private Sentence Part(Sentence sentence, int verb)
    {
        var first = verb;
        while (first > sentence.First && !(reader[first - 1].IsTerminal && !reader.InQuote(first - 1)))
            first--;
        return new Sentence(new TokenRange(first, sentence.End), sentence.Paragraph);
    }
}
