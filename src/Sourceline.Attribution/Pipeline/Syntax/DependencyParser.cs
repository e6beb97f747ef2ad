using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Pipeline.Text;

namespace Sourceline.Attribution.Pipeline.Syntax;

/// <summary>
/// Finds on which word each word depends, and how: a greedy transition parser, linear in the length of a chunk. One linear model chooses
/// the steps, another the relation of each arc. Both look at a few features first, and at the others only where those leave a doubt.
/// </summary>
/// <param name="steps">The model of the steps.</param>
/// <param name="relations">The model of the relations.</param>
/// <param name="sureStep">How far apart the two best scores must be for the few features to decide a step.</param>
/// <param name="sureRelation">Likewise for a relation.</param>
internal sealed class DependencyParser(WeightTable steps, WeightTable relations, int sureStep, int sureRelation)
{
    private const int Never = int.MinValue / 2;

    public static DependencyParser Read(ModelContainer model, string section)
    {
        var reader = model.Read(section);
        var steps = reader.ReadTable();
        var relations = reader.ReadTable();
        var sureStep = reader.ReadInt32();
        return new DependencyParser(steps, relations, sureStep, reader.ReadInt32());
    }

    public byte[] Write()
    {
        using var writer = new SectionWriter();
        return writer.Write(steps).Write(relations).Write(sureStep).Write(sureRelation).ToArray();
    }

    /// <summary>Parses the chunks of a layer whose parts of speech are known.</summary>
    public void Parse(TokenForms forms, SyntaxLayer layer, ParserState state, CancellationToken cancellationToken)
    {
        foreach (var chunk in layer.Chunks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Parse(forms, layer, state, chunk);
        }
    }

    /// <summary>Parses one chunk. It looks at nothing outside it, and of its tokens at word, ending and part of speech.</summary>
    public void Parse(TokenForms forms, SyntaxLayer layer, ParserState state, TokenRange chunk)
    {
        state.Begin(forms, layer.Pos, chunk);
        Run(state);
        for (var i = 0; i < state.Count; i++)
        {
            layer.Head[chunk.First + i] = state.Head[i] == state.Count ? SyntaxLayer.NoHead : chunk.First + state.Head[i];
            layer.Relation[chunk.First + i] = state.Relation[i];
        }
    }

    private void Run(ParserState state)
    {
        Span<uint> room = stackalloc uint[ParserFeatures.Most];
        Span<short> scores = stackalloc short[steps.Stride];
        Span<short> labels = stackalloc short[relations.Stride];
        while (!state.Done)
        {
            var action = state.Only;
            if (action < 0)
            {
                scores.Clear();
                steps.Add(ParserFeatures.Quick(state, room), scores);
                action = Best(state, scores, out var lead);
                if (lead < sureStep)
                {
                    steps.Add(ParserFeatures.Rest(state, room), scores);
                    action = Best(state, scores, out _);
                }
            }

            if (action == ParserState.Shift)
            {
                state.Push();
                continue;
            }

            var (head, word) = state.ArcBy(action);
            state.Attach(head, word, RelationOf(state, head, word, room, labels));
        }
    }

    /// <summary>The best step that can be taken, and by how much it leads the next.</summary>
    public static int Best(ParserState state, ReadOnlySpan<short> scores, out int lead)
    {
        var shift = state.Can(ParserState.Shift) ? scores[ParserState.Shift] : Never;
        var right = state.Can(ParserState.Right) ? scores[ParserState.Right] : Never;
        int left = scores[ParserState.Left];
        var (high, low) = (Math.Max(shift, left), Math.Min(shift, left));
        lead = right > high ? right - high : high - Math.Max(low, right);
        return right > high ? ParserState.Right
            : left > shift ? ParserState.Left
            : ParserState.Shift;
    }

    private Relation RelationOf(ParserState state, int head, int word, Span<uint> room, Span<short> labels)
    {
        if (head == state.Count)
            return Relation.Root;
        labels.Clear();
        relations.Add(RelationFeatures.Quick(state, head, word, room), labels);
        var best = Scores.Best(labels[..relations.Classes], out var lead);
        if (lead >= sureRelation)
            return (Relation)best;
        relations.Add(RelationFeatures.Rest(state, head, word, room), labels);
        return (Relation)Scores.Best(labels[..relations.Classes]);
    }
}
