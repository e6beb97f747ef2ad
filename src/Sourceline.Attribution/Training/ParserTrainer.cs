using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Training;

/// <summary>Learns to parse, on the parts of speech that a tagger found and on states that the parser itself comes to.</summary>
internal sealed class ParserTrainer(SeededRandom random)
{
    private const int Epochs = 5;
    private const int LeastStepUpdates = 20;
    private const int LeastRelationUpdates = 14;

    /// <summary>A right choice that leads by no more than this is learned from too: the corpus was parsed by a program, and its errors are noise.</summary>
    private const int StepMargin = 100;
    private const int RelationMargin = 20;

    /// <summary>From the second epoch on this share of the steps, in percent, is the parser's own choice, right or wrong.</summary>
    private const int OwnSteps = 90;

    private readonly Perceptron _steps = new(ParserState.Actions, LeastStepUpdates);
    private readonly Perceptron _relations = new(Relations.CountOfArcs, LeastRelationUpdates);
    private readonly ParserState _state = new();
    private readonly ArcOracle _oracle = new();
    private readonly uint[] _room = new uint[ParserFeatures.Most];

    public DependencyParser Train(IReadOnlyList<TrainingText> texts)
    {
        var chunks = texts
            .SelectMany(t => t.Right.Chunks.Zip(t.Whole).Where(c => c.Second && c.First.Count > 1).Select(c => (t, c.First)))
            .ToArray();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(chunks.AsSpan());
            foreach (var (text, chunk) in chunks)
            {
                if (!_oracle.Begin(text.Right, chunk))
                    continue;
                _state.Begin(text.Forms, text.FoundPos, chunk);
                Learn(text.Right, chunk, epoch > 0);
            }
        }

        return ParserCalibration.Calibrated(_steps.Average(), _relations.Average(), texts);
    }

    private void Learn(SyntaxLayer right, TokenRange chunk, bool explore)
    {
        while (!_state.Done)
        {
            var action = Step(explore);
            if (action == ParserState.Shift)
            {
                _state.Push();
                continue;
            }

            var (head, word) = _state.ArcBy(action);
            _state.Attach(head, word, LearnRelation(right, chunk, head, word));
        }
    }

    private int Step(bool explore)
    {
        if (_state.Only >= 0)
            return _state.Only;
        Span<int> scores = stackalloc int[ParserState.Actions];
        var features = ParserFeatures.Of(_state, _room);
        _steps.Score(features, scores);
        var (best, rival) = BestAndRival(scores);
        if (rival >= 0 && scores[best] - scores[rival] <= StepMargin)
            _steps.Update(features, best, rival);
        _steps.Step();
        var own = rival >= 0 && scores[rival] > scores[best] ? rival : best;
        return explore && random.Below(100) < OwnSteps ? own : best;
    }

    /// <summary>The likeliest of the steps that cost least, and the likeliest of those that cost more, or -1.</summary>
    private (int Best, int Rival) BestAndRival(ReadOnlySpan<int> scores)
    {
        Span<int> costs = stackalloc int[ParserState.Actions];
        var least = int.MaxValue;
        for (var action = 0; action < ParserState.Actions; action++)
        {
            costs[action] = _state.Can(action) ? _oracle.Cost(_state, action) : int.MaxValue;
            least = Math.Min(least, costs[action]);
        }

        int best = -1,
            rival = -1;
        for (var action = 0; action < ParserState.Actions; action++)
        {
            if (costs[action] == least)
                best = best < 0 || scores[action] > scores[best] ? action : best;
            else if (costs[action] != int.MaxValue)
                rival = rival < 0 || scores[action] > scores[rival] ? action : rival;
        }

        return (best, rival);
    }

    private Relation LearnRelation(SyntaxLayer right, TokenRange chunk, int head, int word)
    {
        if (head == _state.Count)
            return Relation.Root;
        Span<int> scores = stackalloc int[Relations.CountOfArcs];
        var features = RelationFeatures.Of(_state, head, word, _room);
        _relations.Score(features, scores);
        var found = Perceptron.Best(scores);
        if (_oracle.Head(word) != head)
            return (Relation)found;
        var relation = (int)right.Relation[chunk.First + word];
        var rival = Rival(scores, relation);
        if (scores[relation] - scores[rival] <= RelationMargin)
            _relations.Update(features, relation, rival);
        _relations.Step();
        return (Relation)found;
    }

    /// <summary>The likeliest class but one.</summary>
    private static int Rival(ReadOnlySpan<int> scores, int right)
    {
        var rival = right == 0 ? 1 : 0;
        for (var c = 0; c < scores.Length; c++)
            rival = c != right && scores[c] > scores[rival] ? c : rival;
        return rival;
    }
}
