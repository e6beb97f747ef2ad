namespace Sourceline.Attribution;

/// <summary>
/// Finds on which word each word depends, and how: a greedy transition parser, linear in the length of a chunk. One linear model chooses
/// the steps, another the relation of each arc.
/// </summary>
internal sealed class DependencyParser(WeightTable steps, WeightTable relations)
{
    public static DependencyParser Read(ModelContainer model, string section)
    {
        var reader = model.Read(section);
        var steps = reader.ReadTable();
        return new DependencyParser(steps, reader.ReadTable());
    }

    public byte[] Write()
    {
        using var writer = new SectionWriter();
        return writer.Write(steps).Write(relations).ToArray();
    }

    /// <summary>Parses the chunks of a layer whose parts of speech are known.</summary>
    public void Parse(TokenForms forms, SyntaxLayer layer, ParserState state, CancellationToken cancellationToken)
    {
        foreach (var chunk in layer.Chunks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            state.Begin(forms, layer.Pos, chunk);
            Run(state);
            for (var i = 0; i < state.Count; i++)
            {
                layer.Head[chunk.First + i] = state.Head[i] == state.Count ? SyntaxLayer.NoHead : chunk.First + state.Head[i];
                layer.Relation[chunk.First + i] = state.Relation[i];
            }
        }
    }

    private void Run(ParserState state)
    {
        Span<uint> room = stackalloc uint[ParserFeatures.Most];
        Span<short> scores = stackalloc short[steps.Stride];
        Span<short> labels = stackalloc short[relations.Stride];
        while (!state.Done)
        {
            var action = Only(state);
            if (action < 0)
            {
                scores.Clear();
                steps.Add(ParserFeatures.Of(state, room), scores);
                action = Best(state, scores);
            }

            if (action == ParserState.Shift)
                state.Push();
            else
                state.Attach(state.HeadBy(action), RelationOf(state, state.HeadBy(action), room, labels));
        }
    }

    /// <summary>The step, where only one can be taken, or -1.</summary>
    private static int Only(ParserState state)
    {
        if (state.Stack(0) == ParserState.None)
            return ParserState.Shift;
        return state.Next < state.Count ? -1 : state.Can(ParserState.Right) ? ParserState.Right : ParserState.Left;
    }

    private static int Best(ParserState state, ReadOnlySpan<short> scores)
    {
        var best = scores[ParserState.Left] > scores[ParserState.Shift] ? ParserState.Left : ParserState.Shift;
        return scores[ParserState.Right] > scores[best] && state.Can(ParserState.Right) ? ParserState.Right : best;
    }

    private Relation RelationOf(ParserState state, int head, Span<uint> room, Span<short> labels)
    {
        if (head == state.Count)
            return Relation.Root;
        labels.Clear();
        relations.Add(RelationFeatures.Of(state, head, state.Stack(0), room), labels);
        return (Relation)Scores.Best(labels[..relations.Classes]);
    }
}
