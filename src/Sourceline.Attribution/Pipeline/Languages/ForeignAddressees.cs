using Sourceline.Attribution.Model;
using Sourceline.Attribution.Pipeline.Clauses;
using Sourceline.Attribution.Pipeline.Lexicons;
using Sourceline.Attribution.Pipeline.Names;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Languages;

/// <summary>Whom a speaker told it, behind the verb: "à l'AFP", "au journal Le Phare", "der Nachrichtenagentur Reuters", "сообщил ТАСС".</summary>
internal sealed class ForeignAddressees(Reader reader, ForeignCues cues)
{
    private const int Reach = 8;
    private const int LongestName = 3;

    /// <summary>The outlet, and the words that it takes up with the preposition before it; null where none is certain.</summary>
    public (TokenRange Words, SourcePhrase Outlet)? After(Sentence sentence, int verb)
    {
        for (var at = verb + 1; at < Math.Min(sentence.End, verb + Reach) && IsWord(at); at++)
        {
            if (cues.ToWhom.Contains(reader[at].Lower) && Outlet(sentence, at + 1) is { } outlet)
                return (new TokenRange(at, outlet.Range.End), outlet);
            if (
                at == verb + 1
                && cues.ToWhom.Count == 0
                && at + 1 < sentence.End
                && IsWord(at + 1)
                && Outlets.Known.Contains(reader[at].Lower)
            )
                return (new TokenRange(at, at + 1), Made(new TokenRange(at, at + 1)));
            if (
                cues.IsOutletNoun(reader[at].Lower)
                && !cues.SpeakingOutlets.Contains(reader[at].Lower)
                && Called(sentence, at) is { } called
            )
                return (new TokenRange(at, called.End), Made(called.Core));
        }

        return null;
    }

    /// <summary>The name behind a word for outlets: in marks right behind the verb, or a known one. <c>End</c> is where it ends, its marks included.</summary>
    private (TokenRange Core, int End)? Called(Sentence sentence, int noun)
    {
        var at = noun + 1;
        if (at >= sentence.End)
            return null;
        if (
            reader.Document.QuoteAt[at] is { } quote
            && quote.First == at
            && quote.Words is > 0 and <= LongestName
            && quote.Last - at > 1
            && cues.IsVerb(reader[noun - 1].Lower)
        )
            return (new TokenRange(at + 1, quote.Last), quote.Last + 1);
        return IsWord(at) && Outlets.Known.Contains(reader[at].Lower) ? (new TokenRange(at, at + 1), at + 1) : null;
    }

    private SourcePhrase? Outlet(Sentence sentence, int at)
    {
        while (
            at < sentence.End && IsWord(at) && reader[at].Lower is "la" or "le" or "el" or "der" or "dem" or "die" && !reader[at].Capital
        )
            at++;
        var noun = at;
        while (
            at < sentence.End
            && IsWord(at)
            && !reader[at].Capital
            && at - noun < 2
            && !reader[at].Lower.StartsWith("l'", StringComparison.Ordinal)
        )
            at++;
        if (at == noun && at < sentence.End && reader[at].Capital && cues.IsOutletNoun(reader[at].Lower))
            at++;
        var called = at < sentence.End && (cues.IsOutletNoun(reader[noun].Lower) || (at > noun && cues.IsOutletNoun(reader[at - 1].Lower)));
        if (at > noun && !called)
            return null;
        var end = at;
        while (
            end < sentence.End
            && IsWord(end)
            && end - at < LongestName
            && (reader[end].Capital || (end == at && reader[end].Lower.StartsWith("l'", StringComparison.Ordinal)))
        )
            end++;
        for (; end > at; end--)
        {
            var core = new TokenRange(at, end);
            if (Outlets.Known.Contains(Name(core).ToLowerInvariant()) || called)
                return Made(core);
        }

        return null;
    }

    private string Name(TokenRange core)
    {
        var name = reader.Document.Words(core);
        return core.Count == 1 && name.Length > 3 && name[0] == 'l' && name[1] is '\'' or '’' ? name[2..] : name;
    }

    private SourcePhrase Made(TokenRange core)
    {
        var run = new NameRun(core, core, null, null, null)
        {
            Entity = new Entity(Name(core), SourceKind.Outlet, core.First, reader.Document.Span(core)),
        };
        return new SourcePhrase(core, core, run, "");
    }

    private bool IsWord(int at) => reader[at].Kind is TokenKind.Word or TokenKind.Number && !reader.InQuote(at);
}
