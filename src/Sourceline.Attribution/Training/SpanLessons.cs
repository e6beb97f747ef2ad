using Sourceline.Attribution.Pipeline.Spans;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Training;

/// <summary>What one marked text teaches the chains: its labels, beside the features of its tokens.</summary>
internal sealed class SpanLessons
{
    private readonly LabelledText _text;
    private readonly SpanFacts _facts;
    private readonly byte[] _cues;
    private readonly byte[] _roles;
    private readonly uint[] _room = new uint[128];
    private readonly CueView _view = new();

    public SpanLessons(LabelledText text)
    {
        _text = text;
        _facts = text.Facts;
        _cues = new byte[_facts.Words.Length];
        _roles = new byte[_facts.Words.Length];
        foreach (var attribution in text.Attributions)
        {
            Label(_roles, attribution.Content, SpanLabels.Role.Content);
            Label(_roles, attribution.Source, SpanLabels.Role.Source);
            Label(_roles, attribution.Cue, SpanLabels.Role.Cue);
            Label(_cues, attribution.Cue, SpanLabels.Cue.Begin);
        }

        Mend(_roles);
        Mend(_cues);
    }

    public void TeachSentences(ChainTrainer sentences)
    {
        foreach (var sentence in _facts.Sentences)
        {
            var features = new uint[sentence.Tokens.Count][];
            for (var i = sentence.First; i < sentence.End; i++)
                features[i - sentence.First] = _room[..new CueFeatures(_facts, sentence).Fill(i, _room)];
            sentences.Add(features, _cues[sentence.First..sentence.End], _roles[sentence.First..sentence.End]);
        }
    }

    public void TeachCues(ChainTrainer arguments, LogisticTrainer followOn)
    {
        foreach (var attribution in _text.Attributions)
        {
            if (attribution.Cue.Count == 0)
                continue;
            var cue = attribution.Cue[0];
            var number = _facts.SentenceOf[cue.First];
            var sentence = _facts.Sentences[number];
            if (cue.End > sentence.End)
                continue;
            TeachArguments(attribution, cue, sentence, arguments);
            TeachFollowOn(attribution, cue, number, followOn);
        }
    }

    private void TeachArguments(MarkedAttribution attribution, TokenRange cue, Sentence sentence, ChainTrainer arguments)
    {
        var labels = new byte[_facts.Words.Length];
        Label(labels, attribution.Content, SpanLabels.Argument.Content);
        Label(labels, attribution.Source, SpanLabels.Argument.Source);
        labels.AsSpan(cue.First, cue.Count).Clear();
        Mend(labels);
        _view.Look(_facts, sentence, cue, _cues.AsSpan(sentence.First, sentence.Tokens.Count));
        var features = new uint[sentence.Tokens.Count][];
        for (var i = sentence.First; i < sentence.End; i++)
            features[i - sentence.First] = cue.Has(i) ? [] : _room[..new ArgumentFeatures(_view).Fill(i, _room)];
        arguments.Add(features, labels[sentence.First..sentence.End]);
    }

    /// <summary>A sentence goes on with the content if half of it is marked, and none behind the first that does not.</summary>
    private void TeachFollowOn(MarkedAttribution attribution, TokenRange cue, int number, LogisticTrainer followOn)
    {
        var candidate = new Candidate(cue, number);
        var own = _facts.Sentences[number];
        candidate.Content.AddRange(
            attribution
                .Content.Where(c => own.Tokens.Overlaps(c))
                .Select(c => new TokenRange(Math.Max(c.First, own.First), Math.Min(c.End, own.End)))
        );
        for (var next = number + 1; next < _facts.Sentences.Count && next - number <= CandidateFinder.MostFollowOn; next++)
        {
            var sentence = _facts.Sentences[next];
            var goesOn = attribution.Last >= sentence.First + Math.Max(1, sentence.Tokens.Count / 2);
            followOn.Add(_room.AsSpan(0, FollowOnFeatures.Fill(_facts, candidate, next, _room)), goesOn);
            if (!goesOn)
                break;
        }
    }

    private static void Label(byte[] labels, List<TokenRange> ranges, byte begin)
    {
        foreach (var range in ranges)
        {
            labels[range.First] = begin;
            labels.AsSpan(range.First + 1, range.Count - 1).Fill((byte)(begin + 1));
        }
    }

    /// <summary>A stretch that the end of a sentence or another label has cut begins anew behind it.</summary>
    private void Mend(byte[] labels)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            var begins = i == 0 || _facts.SentenceOf[i] != _facts.SentenceOf[i - 1];
            if (!SpanLabels.MayFollow(begins ? byte.MaxValue : labels[i - 1], labels[i], byte.MaxValue))
                labels[i]--;
        }
    }
}
