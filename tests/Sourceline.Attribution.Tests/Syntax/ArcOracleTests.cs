using CsCheck;
using Sourceline.Attribution.Pipeline.Syntax;
using Sourceline.Attribution.Pipeline.Text;
using Sourceline.Attribution.Training;

namespace Sourceline.Attribution.Tests.Syntax;

/// <summary>Who follows steps that cost nothing comes to the right tree.</summary>
public sealed class ArcOracleTests
{
    /// <summary>A random tree without crossing arcs: every step of a parse that can be taken is taken by lot.</summary>
    private static SyntaxLayer RandomTree(int words, ulong seed)
    {
        var random = new SeededRandom(seed);
        var layer = Layer(words);
        var state = Begin(words);
        while (!state.Done)
        {
            var actions = Enumerable.Range(0, ParserState.Actions).Where(state.Can).ToArray();
            Take(state, actions[random.Below(actions.Length)]);
        }

        for (var i = 0; i < words; i++)
            layer.Head[i] = state.Head[i] == words ? SyntaxLayer.NoHead : state.Head[i];
        return layer;
    }

    [Fact]
    public void Cost_StepsThatCostNothing_MakeTheRightTree() =>
        Gen.Select(Gen.Int[1, 40], Gen.ULong, Gen.ULong)
            .Sample(
                (words, seed, choice) =>
                {
                    var right = RandomTree(words, seed);
                    var random = new SeededRandom(choice);
                    var oracle = new ArcOracle();
                    Assert.True(oracle.Begin(right, right.Chunks[0]));
                    var state = Begin(words);
                    while (!state.Done)
                    {
                        var free = Enumerable
                            .Range(0, ParserState.Actions)
                            .Where(a => state.Can(a) && oracle.Cost(state, a) == 0)
                            .ToArray();
                        Assert.NotEmpty(free);
                        Take(state, free[random.Below(free.Length)]);
                    }

                    Assert.Equal(right.Head.Select(h => h == SyntaxLayer.NoHead ? words : h), state.Head.Take(words));
                },
                iter: 500
            );

    [Fact]
    public void Begin_CrossingArcs_AreRefused()
    {
        var layer = Layer(4);
        new[] { 2, 3, SyntaxLayer.NoHead, 2 }.CopyTo(layer.Head, 0);
        Assert.False(new ArcOracle().Begin(layer, layer.Chunks[0]));
    }

    private static SyntaxLayer Layer(int words)
    {
        var layer = new SyntaxLayer(words);
        layer.Chunks.Add(new TokenRange(0, words));
        return layer;
    }

    private static ParserState Begin(int words)
    {
        using var forms = new TokenForms(Document.Read(string.Concat(Enumerable.Repeat("word ", words)), CancellationToken.None));
        var state = new ParserState();
        state.Begin(forms, new PartOfSpeech[words], new TokenRange(0, words));
        return state;
    }

    private static void Take(ParserState state, int action)
    {
        if (action == ParserState.Shift)
        {
            state.Push();
            return;
        }

        var (head, word) = state.ArcBy(action);
        state.Attach(head, word, Relation.Dep);
    }
}
