using Sourceline.Attribution.Learning;
using Sourceline.Attribution.Training;

namespace Sourceline.Attribution.Tests.Syntax;

public sealed class PerceptronTests
{
    [Fact]
    public void Update_ManyFeatures_AreAllKept()
    {
        var perceptron = new Perceptron(3, 1);
        for (var feature = 1u; feature <= 100_000; feature++)
            perceptron.Update([feature * 2654435761u], 0, 1);
        var scores = new int[3];
        for (var feature = 1u; feature <= 100_000; feature++)
        {
            perceptron.Score([feature * 2654435761u], scores);
            Assert.Equal([1, -1, 0], scores);
        }
    }

    [Fact]
    public void Score_FeatureSeldomUpdated_WaitsThenBringsAllItLearned()
    {
        var perceptron = new Perceptron(2, 2);
        var scores = new int[2];
        perceptron.Update([5], 1, 0);
        perceptron.Score([5], scores);
        Assert.Equal([0, 0], scores);
        perceptron.Update([5], 1, 0);
        perceptron.Score([5], scores);
        Assert.Equal([-2, 2], scores);
    }

    [Fact]
    public void Average_EarlyUpdate_WeighsMoreThanALateOne()
    {
        var perceptron = new Perceptron(2, 1);
        perceptron.Update([5], 1, 0);
        for (var i = 0; i < 9; i++)
            perceptron.Step();
        perceptron.Update([7], 1, 0);
        perceptron.Step();
        var table = perceptron.Average();
        Assert.True(table.Weight(5, 1) > 4 * table.Weight(7, 1) && table.Weight(7, 1) > 0);
    }
}
