using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Spans;

/// <summary>What speaks for or against a candidate being an attribution: all that the chains say of it, its words, and the candidates around it.</summary>
internal sealed class AcceptanceFeatures
{
    /// <summary>No candidate has more features.</summary>
    public const int Most = 80;

    /// <summary>From here on a cue counts as certain.</summary>
    private const double Certain = .7;

    private readonly SpanFacts _facts;
    private readonly List<Candidate> _candidates;
    private readonly Dictionary<uint, int> _bySource = [];
    private readonly Dictionary<uint, int> _byCue = [];
    private readonly uint _density;

    /// <param name="facts">The document.</param>
    /// <param name="candidates">All candidates of the document, in the order of their sentences.</param>
    public AcceptanceFeatures(SpanFacts facts, List<Candidate> candidates)
    {
        (_facts, _candidates) = (facts, candidates);
        var certain = 0;
        foreach (var candidate in candidates)
        {
            if (candidate.Evidence.AnyCue <= Certain)
                continue;
            certain++;
            if (candidate.Source is { } source)
                Count(_bySource, facts.Words[source.End - 1].Word);
            Count(_byCue, facts.Words[candidate.Cue.First].Stem);
        }

        _density = (uint)Math.Min(8, certain * 8 / Math.Max(1, facts.Sentences.Count));
    }

    /// <param name="index">Which candidate.</param>
    /// <param name="room">Receives the features.</param>
    /// <returns>How many there are.</returns>
    public int Fill(int index, Span<uint> room)
    {
        var candidate = _candidates[index];
        var list = new FeatureList(room);
        Chains(candidate, ref list);
        Words(candidate, ref list);
        Neighbours(index, ref list);
        return list.Features.Length;
    }

    private void Chains(Candidate c, ref FeatureList x)
    {
        var e = c.Evidence;
        uint cue = Odds.Step(e.Cue),
            any = Odds.Step(e.AnyCue),
            content = Odds.Step(e.Content),
            arguments = Odds.Step(e.Arguments),
            source = Odds.Step(e.Source);
        uint cueRole = Odds.Step(e.CueRole),
            contentRole = Odds.Step(e.ContentRole),
            sourceRole = Odds.Step(e.SourceRole);
        x.Add(0);
        x.Add(cue);
        x.Add(any);
        x.Add(content);
        x.Add(arguments);
        x.Add(source);
        x.Add(cue, content);
        x.Add(any, source);
        x.Add(any, content);
        x.Add(any, arguments);
        x.Add(cue, any);
        x.Add(Odds.Step(e.ContentStart), any / 2);
        x.Add(cueRole, any);
        x.Add(contentRole, any);
        x.Add(sourceRole, c.Source is null ? 0u : 1u, any / 2);
        x.Add(cueRole, contentRole);
        x.Add(contentRole);
        x.Add(cueRole);
        x.Add(cueRole / 2, contentRole / 2, sourceRole / 2);
        x.Add(contentRole, Stem(c));
        x.Add((uint)c.Rank, any);
    }

    private void Words(Candidate c, ref FeatureList x)
    {
        var any = Odds.Step(c.Evidence.AnyCue);
        uint stem = Stem(c),
            cuePos = Pos(c.Cue.First),
            cueLength = (uint)Math.Min(6, c.Cue.Count),
            size = Size(c.Words),
            agreement = Agreement(c);
        TokenRange first = c.Content[0],
            last = c.Content[^1];
        var quoted = c.Content.Exists(r => _facts.IsQuoted(r.First)) ? 1u : 0;
        var sentence = _facts.Sentences[c.Sentence];
        x.Add(agreement);
        x.Add(agreement, any);
        x.Add(stem);
        x.Add(stem, any / 3);
        x.Add(cueLength, Odds.Step(c.Evidence.Cue));
        x.Add(size, any);
        x.Add(size, stem);
        x.Add(quoted, any);
        x.Add((uint)_facts.Quote[c.Cue.First], any);
        x.Add(cuePos, any);
        x.Add(Pos(c.Cue.End - 1), cuePos, cueLength);
        x.Add(Word(first.First));
        x.Add(Pos(first.First), stem);
        x.Add(Pos(first.First), any);
        x.Add(first.First >= c.Cue.End ? 1u : 0, c.Content.Count > 1 ? 1u : 0, quoted);
        x.Add((uint)c.FollowOn, quoted);
        x.Add(Word(last.End - 1));
        x.Add(Pos(last.End - 1), size);
        x.Add((uint)Math.Min(6, Math.Abs(first.First - c.Cue.End)), any / 2);
        x.Add(Word(c.Cue.End - 1), Word(first.First));
        x.Add(_facts.Words[c.Cue.First].Classes, any);
        x.Add((uint)Math.Min(8, sentence.Paragraph), any / 3);
        x.Add((uint)Math.Min(5, sentence.Tokens.Count / 10), any / 3);
        x.Add(_facts.Document[sentence.End - 1].Is("?") ? 1u : 0, any / 3);
        Source(c, quoted, ref x);
    }

    private void Source(Candidate c, uint quoted, ref FeatureList x)
    {
        var any = Odds.Step(c.Evidence.AnyCue) / 3;
        if (c.Source is not { } source)
        {
            x.Add(1, Stem(c), any);
            x.Add(1, Odds.Step(c.Evidence.AnyCue));
            return;
        }

        var side = source.First < c.Cue.First ? 1u : 2u;
        x.Add(0);
        x.Add(0, Odds.Step(c.Evidence.AnyCue));
        x.Add(Word(source.End - 1));
        x.Add(Pos(source.End - 1), (uint)_facts.Syntax.Entity[source.End - 1], any);
        x.Add(Word(source.First), any);
        x.Add((side * 2) + quoted, any);
        x.Add(Word(source.End - 1), Stem(c));
    }

    private void Neighbours(int index, ref FeatureList x)
    {
        var c = _candidates[index];
        var around = new Neighbourhood(_candidates, index);
        var any = Odds.Step(c.Evidence.AnyCue);
        uint inside = Odds.Step(around.Inside),
            holds = Odds.Step(around.Holds);
        var bySource = c.Source is { } source ? (uint)Math.Min(6, _bySource.GetValueOrDefault(Word(source.End - 1))) : 7;
        var byCue = (uint)Math.Min(6, _byCue.GetValueOrDefault(Stem(c)));
        // The number of a feature is its place in the list: a candidate without a source has fewer, so these count from a place of their own.
        x.SkipTo(60);
        x.Add(inside, any);
        x.Add(holds, any);
        x.Add(inside / 2, holds / 2, any / 2);
        x.Add((uint)Math.Min(3, around.Stronger), any);
        x.Add(bySource, any / 2);
        x.Add(byCue, any / 2);
        x.Add(_density, any / 2);
        x.Add(Odds.Step(around.Before) / 3, Odds.Step(around.Behind) / 3, any / 3);
        x.Add(Odds.Step(around.Rival) / 2, Odds.Step(c.Evidence.Cue) / 2);
        x.Add(bySource, byCue);
        x.Add(inside);
        x.Add(holds);
        x.Add(inside / 3, Stem(c));
    }

    /// <summary>How far the rules agree: not at all, on a cue there, on this cue; on where the content begins; on the source.</summary>
    private uint Agreement(Candidate c)
    {
        if (_facts.ClauseAt(c.Cue) is not { } clause)
            return 0;
        var agreement = clause.Cue == c.Cue ? 2u : 1u;
        agreement += clause.Content.Count > 0 && clause.Content[0] == c.Content[0] ? 2u : 0;
        return agreement + (clause.Source is { } source && c.Source is { } own && source.Range.Overlaps(own) ? 8u : 0);
    }

    private static uint Size(int words) =>
        words switch
        {
            < 3 => (uint)words,
            < 6 => 3,
            < 12 => 4,
            < 25 => 5,
            _ => 6,
        };

    private static void Count(Dictionary<uint, int> counts, uint key) => counts[key] = counts.GetValueOrDefault(key) + 1;

    private uint Stem(Candidate c) => _facts.Words[c.Cue.First].Stem;

    private uint Word(int token) => _facts.Words[token].Word;

    private uint Pos(int token) => (uint)_facts.Syntax.Pos[token];
}
