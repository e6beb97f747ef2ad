namespace Sourceline.Attribution;

/// <summary>Learns to parse, on the parts of speech that a tagger found and on states that the parser itself comes to.</summary>
internal sealed class ParserTrainer(SeededRandom random)
{
    private static readonly int Epochs = int.Parse(Environment.GetEnvironmentVariable("EP") ?? "6", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly int LeastUpdates = int.Parse(Environment.GetEnvironmentVariable("LU") ?? "9", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>From the second epoch on this share of the steps, in percent, is the parser's own choice, right or wrong.</summary>
    private const int OwnSteps = 90;

    private readonly Perceptron _steps = new(ParserState.Actions, LeastUpdates);
    private readonly Perceptron _relations = new(Relations.CountOfArcs, LeastUpdates);
    private readonly ParserState _state = new();
    private readonly ArcOracle _oracle = new();
    private readonly uint[] _room = new uint[ParserFeatures.Most];

    public DependencyParser Train(IReadOnlyList<TrainingText> texts)
    {
        var chunks = texts.SelectMany(t => t.Right.Chunks.Zip(t.Whole).Where(c => c.Second && c.First.Count > 1).Select(c => (t, c.First))).ToArray();
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
                _state.Push();
            else
                _state.Attach(_state.HeadBy(action), LearnRelation(right, chunk, _state.HeadBy(action)));
        }
    }

    private int Step(bool explore)
    {
        if (_state.Stack(0) == ParserState.None)
            return ParserState.Shift;
        if (_state.Next == _state.Count)
            return _state.Can(ParserState.Right) ? ParserState.Right : ParserState.Left;
        Span<int> scores = stackalloc int[ParserState.Actions];
        var features = ParserFeatures.Of(_state, _room);
        _steps.Score(features, scores);
        var cheapest = int.MaxValue;
        int best = -1, found = -1;
        for (var action = 0; action < ParserState.Actions; action++)
        {
            if (!_state.Can(action))
                continue;
            found = found < 0 || scores[action] > scores[found] ? action : found;
            var cost = _oracle.Cost(_state, action);
            if (cost < cheapest || (cost == cheapest && scores[action] > scores[best]))
                (cheapest, best) = (cost, action);
        }

        if (_oracle.Cost(_state, found) > cheapest)
            _steps.Update(features, best, found);
        _steps.Step();
        return explore && random.Below(100) < OwnSteps ? found : best;
    }

    private Relation LearnRelation(SyntaxLayer right, TokenRange chunk, int head)
    {
        if (head == _state.Count)
            return Relation.Root;
        var word = _state.Stack(0);
        Span<int> scores = stackalloc int[Relations.CountOfArcs];
        var features = RelationFeatures.Of(_state, head, word, _room);
        _relations.Score(features, scores);
        var found = Perceptron.Best(scores);
        if (_oracle.Head(word) != head)
            return (Relation)found;
        var relation = (int)right.Relation[chunk.First + word];
        if (found != relation)
            _relations.Update(features, relation, found);
        _relations.Step();
        return (Relation)found;
    }
}
