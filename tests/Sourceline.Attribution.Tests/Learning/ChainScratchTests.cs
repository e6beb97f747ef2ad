using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Pipeline.Spans;
using Sourceline.Attribution.Training;

namespace Sourceline.Attribution.Tests.Learning;

/// <summary>Inference in a chain gives what counting every labelling one by one gives.</summary>
public sealed class ChainScratchTests
{
    private const int Labels = 3;
    private const int Length = 4;

    private readonly ChainScratch _scratch = new();
    private readonly float[] _transitions = new float[(Labels + 1) * LinearChain.Stride];

    public ChainScratchTests()
    {
        var random = new SeededRandom(5);
        _scratch.Begin(Length);
        for (var t = 0; t < Length; t++)
        {
            for (var y = 0; y < Labels; y++)
                _scratch.ScoresAt(t)[y] = (float)(random.Chance() * 4) - 2;
        }

        for (var x = 0; x <= Labels; x++)
        {
            for (var y = 0; y < Labels; y++)
                _transitions[(x * LinearChain.Stride) + y] = SpanLabels.MayFollow(x, y, Labels)
                    ? (float)random.Chance()
                    : LinearChain.Never;
        }
    }

    [Fact]
    public void Sum_EveryLabellingCounted_GivesTheirTotal()
    {
        _scratch.Sum(new Transitions(_transitions, Labels));
        Assert.Equal(Math.Log(All().Sum(l => Math.Exp(Score(l)))), _scratch.LogTotal, 4);
    }

    [Fact]
    public void Probability_EveryLabellingCounted_IsTheShareWithTheLabel()
    {
        _scratch.Sum(new Transitions(_transitions, Labels));
        var total = All().Sum(l => Math.Exp(Score(l)));
        for (var t = 0; t < Length; t++)
        {
            for (var y = 0; y < Labels; y++)
                Assert.Equal(All().Where(l => l[t] == y).Sum(l => Math.Exp(Score(l))) / total, _scratch.Probability(t, y), 4);
        }
    }

    [Fact]
    public void ProbabilityOfPair_EveryLabellingCounted_IsTheShareWithThePair()
    {
        var transitions = new Transitions(_transitions, Labels);
        _scratch.Sum(transitions);
        var total = All().Sum(l => Math.Exp(Score(l)));
        Assert.Equal(
            All().Where(l => l[1] == 1 && l[2] == 2).Sum(l => Math.Exp(Score(l))) / total,
            _scratch.ProbabilityOfPair(transitions, 2, 1, 2),
            4
        );
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(1, 4)]
    public void ProbabilityOfStretch_EveryLabellingCounted_IsTheShareWithExactlyIt(int first, int end)
    {
        var transitions = new Transitions(_transitions, Labels);
        _scratch.Sum(transitions);
        var total = All().Sum(l => Math.Exp(Score(l)));
        var with = All().Where(l => l[first] == 1 && l[(first + 1)..end].All(y => y == 2) && (end == Length || l[end] != 2));
        Assert.Equal(with.Sum(l => Math.Exp(Score(l))) / total, _scratch.ProbabilityOfStretch(transitions, first, end, 1), 4);
    }

    [Fact]
    public void Viterbi_EveryLabellingCounted_IsTheBest()
    {
        var best = All().MaxBy(Score)!;
        Span<byte> found = stackalloc byte[Length];
        var scores = Enumerable.Range(0, Length).SelectMany(t => _scratch.ScoresAt(t).ToArray()).ToArray();
        var score = LinearChain.Viterbi(scores, _transitions, Labels, found, new byte[Length * LinearChain.Stride]);
        Assert.Equal(best, found.ToArray().Select(b => (int)b));
        Assert.Equal(Score(best), score, 4);
    }

    private static IEnumerable<int[]> All() =>
        from a in Enumerable.Range(0, Labels)
        from b in Enumerable.Range(0, Labels)
        from c in Enumerable.Range(0, Labels)
        from d in Enumerable.Range(0, Labels)
        select new[] { a, b, c, d };

    private double Score(int[] labels)
    {
        var score = 0d;
        for (var t = 0; t < Length; t++)
            score += _scratch.ScoresAt(t)[labels[t]] + _transitions[((t == 0 ? Labels : labels[t - 1]) * LinearChain.Stride) + labels[t]];
        return score;
    }
}
