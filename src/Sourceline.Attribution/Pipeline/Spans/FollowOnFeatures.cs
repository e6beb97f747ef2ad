using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>What speaks for or against a whole sentence going on with the content of a cue before it.</summary>
internal static class FollowOnFeatures
{
    public const int Most = 24;

    /// <param name="facts">The document.</param>
    /// <param name="candidate">The cue with its content so far.</param>
    /// <param name="next">The number of the sentence in question; the one before it is the cue's or already goes on.</param>
    /// <param name="room">Receives the features.</param>
    /// <returns>How many there are.</returns>
    public static int Fill(SpanFacts facts, Candidate candidate, int next, Span<uint> room)
    {
        var document = facts.Document;
        Sentence sentence = facts.Sentences[next],
            before = facts.Sentences[next - 1],
            own = facts.Sentences[candidate.Sentence];
        var quote = document.QuoteAt[sentence.First];
        var opens = facts.Quote[sentence.First] == QuoteState.Opening;
        var whole = quote is not null && quote.Last >= sentence.End - 2;
        var steps = next - candidate.Sentence;
        var inside = candidate.Content.FindAll(c => c.First < own.End);
        var quotes = inside.Exists(c => facts.IsQuoted(c.First) || facts.IsQuoted(c.End - 1));
        var onlyQuotes = inside.Count > 0 && inside.TrueForAll(c => facts.IsQuoted(c.First));
        var reaches = inside.Count > 0 && inside[^1].End >= own.End - 1;
        var behind = inside.Count > 0 && inside[^1].First > candidate.Cue.First;
        var hasCue = Flag(facts.Clauses[next].Count > 0);
        var paragraphs = (uint)Math.Min(3, sentence.Paragraph - before.Paragraph);
        var colon = Flag(document[own.End - 1].Is(":"));
        var basis =
            Flag(opens)
            | Flag(whole) << 1
            | paragraphs << 2
            | Flag(quotes) << 4
            | Flag(onlyQuotes) << 5
            | Flag(reaches) << 6
            | Flag(behind) << 7
            | hasCue << 8
            | (uint)Math.Min(3, steps) << 9
            | Flag(quote?.Continues == true) << 11
            | colon << 12
            | Flag(inside.Count == 0) << 13;
        var cue = facts.Words[candidate.Cue.First].Stem;

        var x = new FeatureList(room);
        x.Add(0);
        x.Add(basis);
        x.Add(Flag(opens), Flag(whole), paragraphs);
        x.Add(Flag(opens) | Flag(quotes) << 1 | hasCue << 2, paragraphs);
        x.Add(facts.Words[sentence.First].Word);
        x.Add(facts.Words[Math.Min(sentence.First + 1, sentence.End - 1)].Word, Flag(opens));
        x.Add(cue, basis);
        x.Add(cue);
        x.Add(facts.Words[before.End - 1].Word, basis);
        x.Add((uint)Math.Min(5, sentence.Tokens.Count / 5), Flag(opens));
        x.Add(Flag(UnquotedVerb(facts, sentence)), basis);
        x.Add(Flag(candidate.Cue.First == own.First), basis);
        x.Add(facts.Words[candidate.Cue.End - 1].Word, Flag(opens));
        x.Add((uint)Math.Min(4, own.End - candidate.Cue.End), basis);
        x.Add(Flag(reaches), Flag(opens), paragraphs);
        x.Add((uint)facts.Syntax.Pos[sentence.First], basis);
        x.Add(colon, Flag(opens), paragraphs);
        return x.Features.Length;
    }

    private static bool UnquotedVerb(SpanFacts facts, Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (!facts.IsQuoted(i) && facts.Words[i].Verb > 0)
                return true;
        }

        return false;
    }

    private static uint Flag(bool value) => value ? 1u : 0;
}
